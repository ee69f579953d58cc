namespace TeamsBot.Tests.Conversations;

/// <summary>First contact is short; the help has everything, each with its button.</summary>
public sealed class WelcomeTests
{
    [Fact]
    public async Task First_contact_offers_what_is_used_every_day_and_the_help_offers_everything()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var welcome = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("SNS発信の確認ボットです", StringComparison.Ordinal)
        );
        Buttons(welcome).ShouldBe(["下書きを作る", "一覧", "ガイドラインに質問", "使い方"], ignoreOrder: true);

        await writer.SayAsync("ヘルプ");
        var help = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("使い方", StringComparison.Ordinal)
        );

        foreach (
            var title in (string[])
                [
                    "下書きを作る",
                    "一覧",
                    "ガイドラインに質問",
                    "用語",
                    "私的点検",
                    "コメント一覧",
                    "開庁日",
                    "アカウント台帳",
                    "プロフィール点検",
                    "端末登録",
                ]
        )
            All(help).ShouldContain(title);
        // Each leads somewhere, and not to the sentence for buttons of another version.
        foreach (var title in All(help))
        {
            var answer = (await writer.PressAsync(help, title)).ToCardAnswer();
            if (answer.Card is null) answer.Text.ShouldNotBeNull(title).ShouldNotContain("今の版では使えません", Case.Sensitive, title);
        }
    }

    /// <summary>Also of what is folded away.</summary>
    private static List<string> All(LocalTeams.Chats.ChatMessage message) =>
        [.. Notices.Buttons(message.Card!.Value).Select(button => button.Title)];

    private static List<string> Buttons(LocalTeams.Chats.ChatMessage message) =>
        [
            .. message
                .Card!.Value.GetProperty("body")
                .EnumerateArray()
                .Where(element => element.GetProperty("type").GetString() == "ActionSet")
                .SelectMany(set => set.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!)),
        ];
}
