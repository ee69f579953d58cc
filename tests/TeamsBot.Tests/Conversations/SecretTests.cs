using Microsoft.EntityFrameworkCore;
using TeamsBot.Answers;
using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>A password typed into a chat is hidden before anything keeps it.</summary>
public sealed class SecretTests
{
    private const string Secret = "Hoshimi2026!x";

    [Fact]
    public async Task A_password_in_a_pasted_draft_is_hidden_and_nowhere_in_the_file()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync($"【会議室のWi-Fi】パスワード：{Secret} をお使いください。\nhttps://www.city.hoshimi.lg.jp/wifi.html");

        var card = await host.SeesCardAsync(author, "下書き");
        BotHost.Words(card.Card!.Value).ShouldContain("●●●●●●");
        BotHost.Words(card.Card!.Value).ShouldNotContain(Secret);
        (await host.ReadAsync(db => db.FindDraftAsync(1, "aaaaaaaa-0000-4000-8000-000000000001", default)))!.Current.Text.ShouldNotContain(
            Secret
        );
        await NowhereAsync(host);
    }

    [Theory]
    [InlineData("パスワードは " + Secret)]
    [InlineData("質問 パスワードは " + Secret + " でいいですか？")]
    [InlineData("コメント記録 パスワードは " + Secret)]
    [InlineData("プロフィール点検 パスワードは " + Secret)]
    [InlineData("プロフィール点検 知らない課\nパスワードは " + Secret)]
    [InlineData("プロフィール作成 パスワードは " + Secret)]
    [InlineData("アカウント台帳 パスワードは " + Secret)]
    [InlineData("アカウント名 パスワードは " + Secret)]
    [InlineData("端末登録 パスワードは " + Secret)]
    [InlineData("いいね申請 https://hoshimi:" + Secret + "@x.com/some_shop/status/123")]
    public async Task A_password_in_a_remark_or_question_is_not_kept_either(string text)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var before = author.Chat.FromBot.Count;

        await author.SayAsync(text);

        await host.Tenant.WaitForAsync(_ => author.Chat.FromBot.Count > before);
        author.Chat.FromBot[^1].Activity.GetRawText().ShouldNotContain(Secret);
        (await host.ReadAsync(db => db.Questions.Select(question => question.Text).ToListAsync())).ShouldAllBe(kept =>
            !kept.Contains(Secret, StringComparison.Ordinal)
        );
        await NowhereAsync(host);
    }

    [Fact]
    public async Task A_password_in_the_text_of_somebody_who_may_not_write_is_not_kept_with_the_refusal()
    {
        await using var host = await BotHost.StartAsync();
        var reader = await host.OpenAsync(BotHost.Head);
        var before = reader.Chat.FromBot.Count;

        await reader.SayAsync($"下書き 【会議室のWi-Fi】パスワード：{Secret} をお使いください。\nhttps://www.city.hoshimi.lg.jp/wifi.html");

        await host.Tenant.WaitForAsync(_ => reader.Chat.FromBot.Count > before);
        await NowhereAsync(host);
    }

    [Fact]
    public async Task A_password_put_where_a_card_offers_a_choice_is_not_kept_as_the_reason()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        Scenario
            .Shown(
                await scenario.Checker.PressForgedAsync(
                    review,
                    "差し戻す",
                    ("quickReason", $"直してください。パスワードは {Secret} です。")
                )
            )
            .ShouldStartWith("差し戻し");

        (await scenario.DraftAsync()).Reviews.Single(known => known.Reason is not null).Reason!.ShouldContain("●●●●●●");
        await NowhereAsync(host);
    }

    [Fact]
    public async Task A_password_as_the_reason_of_a_closed_day_is_not_kept()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("開庁日");
        var card = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("開庁日と祝日", StringComparison.Ordinal)
        );

        Scenario
            .Shown(
                await desk.PressAsync(
                    card,
                    "登録する",
                    new Dictionary<string, string>
                    {
                        ["day"] = "2026-12-01",
                        ["kind"] = "Closed",
                        ["name"] = $"パスワードは {Secret}",
                    }
                )
            )
            .ShouldContain("登録しました");

        await NowhereAsync(host);
    }

    /// <summary>The bytes of the database and its log, as somebody with the file would read them.</summary>
    private static async Task NowhereAsync(BotHost host)
    {
        var secret = System.Text.Encoding.UTF8.GetBytes(Secret);
        foreach (var (name, bytes) in await DatabaseBytes.OfAsync(host.Folder)) bytes.AsSpan().IndexOf(secret).ShouldBe(-1, name);
    }
}
