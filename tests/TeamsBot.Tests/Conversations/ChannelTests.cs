using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>In a channel others read along: the draft itself stays in personal chats (features.md c).</summary>
public sealed class ChannelTests
{
    [Fact]
    public async Task A_text_by_mention_shows_its_state_in_the_thread_and_everything_else_in_the_personal_chat()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.InstallInTeamAsync();
        var said = await scenario.Author.SayInChannelAsync("@広報ボット " + Scenario.Text);

        var own = await host.SeesCardAsync(scenario.Author, "下書き");
        // The channel has one writer at a time, so the clock has to move while its welcome is on the way.
        await host.PassUntilAsync(() => ThreadCards(host, "下書き").Any());
        var thread = ThreadCards(host, "下書き").Single();
        thread.ThreadId.ShouldBe(said.Message.ThreadId);
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        await scenario.Checker.PressAsync(
            review,
            "差し戻す",
            new Dictionary<string, string> { ["reason"] = "図書館の電話番号 090-1234-5678 を消してください。" }
        );
        await host.PassUntilAsync(() => ThreadCards(host, "差し戻し").Any());
        var last = ThreadCards(host, "差し戻し").Single();

        last.Id.ShouldBe(thread.Id);
        foreach (
            var version in host
                .Tenant.Channel.FromBot.SelectMany(message => message.History)
                .Select(version => version.Activity.GetRawText())
        )
        {
            version.ShouldNotContain("図書館");
            version.ShouldNotContain("090-1234-5678");
        }

        last.Card!.Value.GetRawText().ShouldNotContain("Action.");
    }

    [Fact]
    public async Task The_list_and_the_history_asked_for_in_a_channel_go_to_the_personal_chat()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.InstallInTeamAsync();
        await scenario.PasteAsync();

        await scenario.Author.SayInChannelAsync("@広報ボット 一覧");
        await Saw(host, scenario.Author.Chat, "あなたの番　1件");
        await scenario.Author.SayInChannelAsync("@広報ボット 履歴 1");
        await Saw(host, scenario.Author.Chat, "カードの送付状況");

        await host.PassUntilAsync(() =>
            host.Tenant.Channel.FromBot.Count(message => message.Text.Contains("個人チャットにお送りしました", StringComparison.Ordinal))
            == 2
        );
        host.Tenant.Channel.FromBot.ShouldAllBe(message => !message.Activity.GetRawText().Contains("図書館", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_counts_what_waits_and_opens_each_again()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync("一覧");
        (await Saw(host, scenario.Author.Chat, "あなたの番　0件")).ShouldContain("今することはありません。文章を送るか「下書き」で始められます。");
        await scenario.SubmitAsync();

        await scenario.Author.SayAsync("一覧");
        await Saw(host, scenario.Author.Chat, "返事待ち　1件");
        await scenario.Checker.SayAsync("一覧");
        await Saw(host, scenario.Checker.Chat, "あなたの番　1件");
        var list = scenario.Checker.Chat.FromBot.Last(message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("一覧", StringComparison.Ordinal)
        );
        Scenario.Shown(await scenario.Checker.PressAsync(list, "No.1 を確認する")).ShouldStartWith("確認中");
        var outsider = await host.OpenAsync(BotHost.Outsider);
        await outsider.SayAsync("一覧");
        await Saw(host, outsider.Chat, "あなたの番　0件");
        outsider.Chat.FromBot.ShouldAllBe(message => !message.Activity.GetRawText().Contains("図書館", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_write_is_told_so_and_makes_no_draft()
    {
        await using var host = await BotHost.StartAsync();
        var outsider = await host.OpenAsync(BotHost.Outsider);

        await outsider.SayAsync(Scenario.Text);

        await host.SeesTextAsync(outsider.Chat, "下書きを作れるのは、起案者として登録された方です");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    private static IEnumerable<ChatMessage> ThreadCards(BotHost host, string status) =>
        host.Tenant.Channel.FromBot.Where(message =>
            message.Card is { } card && BotHost.Words(card).StartsWith(status, StringComparison.Ordinal)
        );

    private static async Task<string> Saw(BotHost host, Chat chat, string words) =>
        BotHost.Words(
            (
                await host.SeesAsync(chat, message =>
                    message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal)
                )
            )
                .Card!
                .Value
        );
}
