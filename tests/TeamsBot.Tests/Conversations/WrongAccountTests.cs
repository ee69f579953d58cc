using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The approved text stands in public under another account: what is taken as the address of that post, who hears of it, and that no card
/// speaks of a text that differs.
/// </summary>
public sealed class WrongAccountTests
{
    private const string Other = "https://x.com/other_city/status/1";

    private const string Button = "違うアカウントに投稿した";

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ms-settings:privacy")]
    [InlineData("file:///c:/windows/system32/calc.exe")]
    [InlineData("https://city@example.jp/1")]
    [InlineData("")]
    public async Task What_is_no_web_address_is_refused_and_reaches_nobody(string url)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (card, refused) = await RefusedAsync(host, scenario);
        var screens = new Screens(host);
        screens.Begin(scenario.Head);

        var answer = await scenario.Author.PressAsync(card, refused, Button, Typed(url));
        await host.IdleAsync();

        Scenario.Shown(answer).ShouldContain("投稿のURLを入力してください（https:// から始まるもの）。");
        screens.CountOf(scenario.Head).New.ShouldBe(0);
        (await scenario.ActionsAsync()).ShouldNotContain("draft.wrongAccount");
        (await scenario.DraftAsync()).Elsewhere.ShouldBeNull();
    }

    [Fact]
    public async Task A_post_of_the_drafts_own_account_is_none_of_another()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (card, refused) = await RefusedAsync(host, scenario);

        var answer = await scenario.Author.PressAsync(card, refused, Button, Typed("https://x.com/hoshimi_city/status/1"));

        Scenario.Shown(answer).ShouldContain("このURLは、承認された投稿先の投稿です。");
        Passage.CardOf(answer)!.Value.GetRawText().ShouldContain("https://x.com/hoshimi_city/status/1");
        (await scenario.ActionsAsync()).ShouldNotContain("draft.wrongAccount");
    }

    [Fact]
    public async Task The_same_post_reported_again_alarms_nobody_a_second_time()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (card, refused) = await RefusedAsync(host, scenario);
        await scenario.Author.PressAsync(card, refused, Button, Typed(Other));
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Head);

        // On a second device the form stands there still.
        var again = await scenario.Author.PressAsync(card, refused, Button, Typed(Other + "?s=20"));
        await host.IdleAsync();

        Scenario.Shown(again).ShouldContain("すでに報告されています");
        screens.CountOf(scenario.Head).New.ShouldBe(0);
    }

    [Fact]
    public async Task An_address_without_its_beginning_is_kept_whole()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (card, refused) = await RefusedAsync(host, scenario);

        await scenario.Author.PressAsync(card, refused, Button, Typed("x.com/other_city/status/1"));

        (await scenario.DraftAsync()).Elsewhere!.Note.ShouldBe(Other);
    }

    [Fact]
    public async Task The_author_hears_at_once_of_a_post_by_another_account_that_a_colleague_reported()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Author);

        await ReportByColleagueAsync(host, scenario.Checker);

        screens.CountOf(scenario.Author).New.ShouldBe(1);
        Notices.Last(scenario.Author).ShouldStartWith("別のアカウントへの投稿が報告されました No.1");
        Notices.Last(scenario.Author).ShouldContain("鈴木 一郎さんが別のアカウントへの投稿を報告しました（11/20(金) 10:");
        Notices.Last(scenario.Author).ShouldContain("相談するまで、その投稿を消したり直したりしないでください。");
        Notices.Last(scenario.Author).ShouldNotContain("重ねて投稿しないでください");
        Notices.Summary(scenario.Author.Chat.FromBot[^1]).ShouldStartWith("至急 別のアカウントの投稿です No.1");
        // Four days before the planned time.
        (await IsUrgentAsync(host, scenario.Author, "至急 別のアカウントの投稿です")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_post_as_approved_is_told_without_hurry_however_near_its_time_was()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync(Scenario.Plan(date: "2026-11-20"));
        await host.IdleAsync();
        var report = await ReportFormAsync(host, scenario.Checker);

        await scenario.Checker.PressAsync(report, "投稿を報告する", Typed("https://x.com/hoshimi_city/status/1"));
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldStartWith("投稿されました No.1");
        (await IsUrgentAsync(host, scenario.Author, "投稿されました No.1")).ShouldBeFalse();
    }

    /// <summary>The author has another name since; a colleague bears the one that the draft was begun under.</summary>
    [Fact]
    public async Task A_colleague_of_the_same_name_is_no_reason_to_keep_it_from_the_author()
    {
        await using var play = await PeoplePlay.StartAsync();
        await play.Scenario.ApproveAsync();
        await play.RestartAsync(("name: 佐藤 花子", "name: 高木 花子"), ("name: 鈴木 一郎", "name: 佐藤 花子"));
        var (author, colleague) = (await play.Host.OpenAsync("高木 花子"), play.Of("佐藤 花子"));
        var before = author.Chat.FromBot.Count;

        var report = await ReportFormAsync(play.Host, colleague);
        await colleague.PressAsync(report, "投稿を報告する", Typed("https://x.com/hoshimi_city/status/1"));
        await play.Host.IdleAsync();

        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.Posted);
        author.Chat.FromBot.Skip(before).Select(message => message.Card is { } card ? BotHost.Words(card) : message.Text)
            .ShouldContain(words => words.StartsWith("投稿されました No.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_and_answers_speak_of_the_account_and_not_of_a_text_that_differs()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (card, refused) = await RefusedAsync(host, scenario);
        var told = await scenario.Author.PressAsync(card, refused, Button, Typed(Other));
        await host.IdleAsync();
        var alarm = scenario.Head.Chat.FromBot[^1];

        Scenario.Shown(await scenario.Head.PressAsync(alarm, "佐藤 花子さんに伝える")).ShouldContain("どうするかを入力してから、もう一度押してください。");
        await scenario.Author.SayAsync("一覧");
        var list = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).StartsWith("一覧", StringComparison.Ordinal)
        );
        BotHost.Words(list.Card!.Value).ShouldContain("別のアカウントの投稿が未処理です");
        BotHost.Words(list.Card!.Value).ShouldContain("No.1 の投稿を確かめる");

        await scenario.Author.PressAsync(
            card,
            Passage.CardOf(told)!.Value,
            "投稿を報告する",
            Typed("https://x.com/hoshimi_city/status/2")
        );
        await host.IdleAsync();
        Notices.Summary(scenario.Head.Chat.FromBot[^1]).ShouldBe("No.1 正しい投稿先に投稿されました。別の投稿の扱いを決めてください。");
        var words = new Dictionary<string, string> { ["noteText"] = "その投稿は消してください。" };
        Scenario
            .Shown(await scenario.Head.PressAsync(alarm, "佐藤 花子さんに伝える", words))
            .ShouldContain("佐藤 花子さんに伝えました。");
    }

    /// <summary>The report of the other account's post, which was not taken and offers the way on.</summary>
    private static async Task<(ChatMessage Card, System.Text.Json.JsonElement Refused)> RefusedAsync(BotHost host, Scenario scenario)
    {
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");
        await host.IdleAsync();
        return (card, Passage.CardOf(await scenario.Author.PressAsync(card, "投稿を報告する", Typed(Other)))!.Value);
    }

    private static async Task ReportByColleagueAsync(BotHost host, TeamsClient colleague)
    {
        var report = await ReportFormAsync(host, colleague);
        var refused = await colleague.PressAsync(report, "投稿を報告する", Typed(Other));
        await colleague.PressAsync(report, Passage.CardOf(refused)!.Value, Button, Typed(Other));
        await host.IdleAsync();
    }

    private static async Task<ChatMessage> ReportFormAsync(BotHost host, TeamsClient colleague)
    {
        await colleague.SayAsync("投稿済み 1");
        return await host.SeesAsync(colleague.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("投稿のURL", StringComparison.Ordinal)
        );
    }

    /// <summary>Whether it rings at any hour.</summary>
    private static Task<bool> IsUrgentAsync(BotHost host, TeamsClient client, string summary) =>
        host.ReadAsync(async db =>
            (await db.OutboxMessages.Where(message => message.Summary!.StartsWith(summary)).ToListAsync())
                .Single(message => message.Address.ObjectId == client.Person.ObjectId)
                .IsAnswer
        );

    private static Dictionary<string, string> Typed(string url) => new() { ["postedUrl"] = url };
}
