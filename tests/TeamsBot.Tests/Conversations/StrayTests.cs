using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A post under another account does not vanish because the right one is reported: it stays open for its author and those who were called
/// until somebody records what became of it, and is asked after on the next opening day.
/// </summary>
public sealed class StrayTests
{
    private const string Other = "https://x.com/other_city/status/1";

    private const string Right = "https://x.com/hoshimi_city/status/2";

    [Fact]
    public async Task The_right_post_leaves_the_wrong_one_open()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);

        var card = BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value);

        card.ShouldContain("別のアカウントに出ている投稿");
        card.ShouldContain(Other);
        BotHost.Words(scenario.Head.Chat.FromBot.Last(message => message.Card is not null).Card!.Value)
            .ShouldContain("別のアカウントに出た投稿の扱いは、先に届いた「至急」のカードで記録してください。");
        (await ListAsync(host, scenario.Author)).ShouldContain("別のアカウントの投稿が未処理です");
        (await ListAsync(host, scenario.Head)).ShouldContain("別のアカウントの投稿が未処理です");
    }

    [Fact]
    public async Task Removed_is_told_to_the_others_and_leaves_the_list()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);
        var own = await scenario.CurrentCardAsync(scenario.Author);

        var answer = await scenario.Author.PressAsync(own, "消したと記録する");
        await host.IdleAsync();

        Scenario.Shown(answer).ShouldContain("記録しました。関係する方に知らせました。");
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("消しました");
        foreach (var told in (TeamsClient[])[scenario.Head, scenario.Checker])
            told.Chat.FromBot[^1].Text.ShouldBe($"No.1：別のアカウントに出ていた投稿は、佐藤 花子さんが「消した」と記録しました。\n{Other}");
        (await ListAsync(host, scenario.Author)).ShouldNotContain("未処理です");
        (await ListAsync(host, scenario.Head)).ShouldNotContain("未処理です");
        (await scenario.ActionsAsync()).ShouldContain("draft.settleStray");
    }

    [Fact]
    public async Task What_stays_needs_its_reason_and_the_head_may_record_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);
        var settled = AlarmOf(scenario.Head);

        var refused = await scenario.Head.PressAsync(settled, "残すと記録する", Reason(await scenario.DraftAsync(), "可"));
        await host.IdleAsync();

        Scenario.Shown(refused).ShouldContain("残す理由を4字以上で入力してください。");
        Passage.CardOf(refused)!.Value.GetRawText().ShouldContain("\"可\"");
        (await scenario.DraftAsync()).Strays().Count.ShouldBe(1);

        await scenario.Head.PressAsync(
            settled,
            Passage.CardOf(refused)!.Value,
            "残すと記録する",
            Reason(await scenario.DraftAsync(), "同じ市の公式なので残します")
        );
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldContain("田中 誠さんが「残す」と記録しました。理由：同じ市の公式なので残します");
        (await scenario.DraftAsync()).Strays().ShouldBeEmpty();
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("残しています（同じ市の公式なので残します）");

        // Somebody who answers for it says otherwise later.
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "そのあと消したと記録する");
        await host.IdleAsync();
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("消しました");
    }

    [Fact]
    public async Task The_second_who_records_it_hears_that_it_is_done()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);
        var settled = AlarmOf(scenario.Head);
        var old = settled.Card!.Value;
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "消したと記録する");
        await host.IdleAsync();

        var late = await scenario.Head.PressAsync(settled, old, "残すと記録する", Reason(await scenario.DraftAsync(), "残します。"));

        Scenario.Shown(late).ShouldContain("すでに記録されています");
        Scenario.Shown(late).ShouldContain("残します。");
        (await scenario.DraftAsync()).Events.Count(happened => happened.Kind == DraftEventKind.StrayKept).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_else_may_record_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);
        var draft = await scenario.DraftAsync();

        var settled = AlarmOf(scenario.Head);
        var other = await host.OpenAsync(BotHost.Outsider);
        await other.PressAsync(settled, settled.Card!.Value, "消したと記録する");

        (await scenario.DraftAsync()).Strays().Count.ShouldBe(draft.Strays().Count);
    }

    [Fact]
    public async Task On_the_next_opening_day_all_are_asked_again()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);
        var (author, head) = (scenario.Author.Chat.FromBot.Count, scenario.Head.Chat.FromBot.Count);

        host.Time.Advance(TimeSpan.FromDays(5));
        await host.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
        await host.IdleAsync();

        RotationPlay.Since(scenario.Head, head)
            .ShouldContain(said => said.StartsWith("No.1：別のアカウントの投稿をどうしたかが、まだ記録されていません。", StringComparison.Ordinal));
        scenario.Author.Chat.FromBot.Count.ShouldBeGreaterThan(author);
    }

    /// <summary>The right post is there, and the wrong one is still to be settled: whoever was called can still say what to do.</summary>
    [Fact]
    public async Task Advice_about_the_wrong_post_is_taken_after_the_right_one_and_names_its_address()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await PostedRightAsync(host);
        var settled = AlarmOf(scenario.Head);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        BotHost.Words(AlarmOf(scenario.Head).Card!.Value).ShouldContain("正しい投稿先にも投稿されています。");

        await scenario.Head.PressAsync(settled, "佐藤 花子さんに伝える", new Dictionary<string, string> { ["noteText"] = "すぐ消してください。" });
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldContain(Other);
        Notices.Last(scenario.Author).ShouldContain("すぐ消してください。");
        scenario.Checker.Chat.FromBot[^1].Text.ShouldContain("田中 誠さんが佐藤 花子さんに次のとおり伝えました。");
    }

    /// <summary>What is written about the wrong post must not be read about the right one, whatever was reported meanwhile.</summary>
    [Fact]
    public async Task Advice_written_while_something_else_was_reported_is_about_the_post_of_its_card()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReportedElsewhereAsync(host);
        var alarm = scenario.Head.Chat.FromBot[^1];
        var before = alarm.Card!.Value;
        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = Right, ["postedText"] = "ほかの文です。" }
        );
        await host.IdleAsync();

        await scenario.Head.PressAsync(
            alarm, before, "佐藤 花子さんに伝える", new Dictionary<string, string> { ["noteText"] = "消してください。" });
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldContain($"{Other}\n消してください。");
        var draft = await scenario.DraftAsync();
        draft.Advice(draft.Alarms().First()).Count.ShouldBe(1);
        draft.Advice(draft.Alarms().Last()).ShouldBeEmpty();
    }

    /// <summary>Not posted to the right account yet: there is no report to show, and the cards stand all the same.</summary>
    [Fact]
    public async Task What_became_of_it_is_recorded_before_the_right_post_too()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReportedElsewhereAsync(host);

        Scenario.Shown(await scenario.Head.PressAsync(AlarmOf(scenario.Head), "消したと記録する")).ShouldContain("片付きました");
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        var own = BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value);
        own.ShouldContain("正しい投稿先への投稿を待っています");
        own.ShouldNotContain("所属長と相談するまで消したり直したりしない");
        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author), "投稿を報告する", new Dictionary<string, string> { ["postedUrl"] = Right });
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Posted);
    }

    /// <summary>They can take it down, and residents ask them.</summary>
    [Fact]
    public async Task Whose_account_it_stands_under_hears_of_it()
    {
        await using var host = await BotHost.StartAsync();
        var (owner, writer) = (await host.OpenAsync("加藤 学"), await host.OpenAsync("中村 美咲"));

        await PostedRightAsync(host, "https://x.com/hoshimi_bosai/status/9");

        foreach (var told in (TeamsClient[])[owner, writer])
        {
            told.Chat.FromBot.Select(Notices.Summary).ShouldContain("至急 No.1 別のアカウントの投稿です。確認してください。");
            BotHost.Words(AlarmOf(told).Card!.Value).ShouldContain("投稿されたところ　星見市防災課（X）");
        }

        // It is left, and removed later after all: it is theirs all the while.
        var scenario = new Scenario(host);
        var draft = await scenario.DraftAsync();
        await owner.PressAsync(AlarmOf(owner), "残すと記録する", Reason(draft, "市の公式なので残します"));
        await host.IdleAsync();
        await writer.PressAsync(AlarmOf(writer), "消したと記録する");
        await host.IdleAsync();
        owner.Chat.FromBot[^1].Text.ShouldContain("中村 美咲さんが「消した」と記録しました。");
    }

    /// <summary>Each goes on by itself, and concerns the people of its own account only.</summary>
    [Fact]
    public async Task Two_wrong_posts_are_settled_apart_and_one_that_comes_back_is_open_again()
    {
        await using var host = await BotHost.StartAsync();
        var owner = await host.OpenAsync("加藤 学");
        var scenario = await ReportedElsewhereAsync(host);
        await WrongAsync(host, scenario, "https://x.com/hoshimi_bosai/status/9");
        var draft = await scenario.DraftAsync();
        draft.Strays().Select(stray => stray.Note).ShouldBe([Other, "https://x.com/hoshimi_bosai/status/9"]);
        var first = scenario.Head.Chat.FromBot.First(message => message.Card is { } card && BotHost.Words(card) is var words
            && words.StartsWith("別のアカウントの投稿", StringComparison.Ordinal) && words.Contains(Other, StringComparison.Ordinal));

        await scenario.Head.PressAsync(first, "佐藤 花子さんに伝える", new Dictionary<string, string> { ["noteText"] = "消してください。" });
        await host.IdleAsync();
        owner.Chat.FromBot.ShouldNotContain(message => RotationPlay.Says(message, Other));
        await scenario.Head.PressAsync(scenario.Head.Chat.Find(first.Id)!, "消したと記録する");
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldEndWith($"「消した」と記録しました。\n{Other}");
        owner.Chat.FromBot.ShouldNotContain(message => RotationPlay.Says(message, Other));
        (await scenario.DraftAsync()).Strays().Count.ShouldBe(1);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        await WrongAsync(host, scenario, Other);
        (await scenario.DraftAsync()).Strays().Select(stray => stray.Note).ShouldBe(["https://x.com/hoshimi_bosai/status/9", Other]);
        // Open already, from another device.
        await WrongAsync(host, scenario, Other);
        (await scenario.DraftAsync()).Strays().Count.ShouldBe(2);
        (await host.ReadAsync(db => Task.FromResult(db.Reminders.Count(one => one.Kind == "draft.stray" && one.DoneAt == null)))).ShouldBe(1);
    }

    private static async Task WrongAsync(BotHost host, Scenario scenario, string url)
    {
        var typed = new Dictionary<string, string> { ["postedUrl"] = url };
        var own = await scenario.CurrentCardAsync(scenario.Author);
        var refused = Passage.CardOf(await scenario.Author.PressAsync(own, "投稿を報告する", typed))!.Value;
        await scenario.Author.PressAsync(own, refused, "違うアカウントに投稿した", typed);
        await host.IdleAsync();
    }

    [Fact]
    public async Task The_text_of_the_wrong_post_is_not_compared_with_the_right_one()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReportedElsewhereAsync(host, text: "別の投稿の本文です。");

        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = Right }
        );

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Posted);
    }

    private static async Task<Scenario> PostedRightAsync(BotHost host, string other = Other)
    {
        var scenario = await ReportedElsewhereAsync(host, other);
        var own = await scenario.CurrentCardAsync(scenario.Author);
        await scenario.Author.PressAsync(own, "投稿を報告する", new Dictionary<string, string> { ["postedUrl"] = Right });
        await host.IdleAsync();
        return scenario;
    }

    private static async Task<Scenario> ReportedElsewhereAsync(BotHost host, string other = Other, string text = "")
    {
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");
        await host.IdleAsync();
        var typed = new Dictionary<string, string> { ["postedUrl"] = other, ["postedText"] = text };
        var refused = Passage.CardOf(await scenario.Author.PressAsync(card, "投稿を報告する", typed))!.Value;
        await scenario.Author.PressAsync(card, refused, "違うアカウントに投稿した", typed);
        await host.IdleAsync();
        return scenario;
    }

    private static async Task<string> ListAsync(BotHost host, TeamsClient client)
    {
        await client.SayAsync("一覧");
        await host.IdleAsync();
        return BotHost.Words(client.Chat.FromBot.Last(message => message.Card is { } card
            && BotHost.Words(card).StartsWith("一覧", StringComparison.Ordinal)).Card!.Value);
    }

    private static ChatMessage AlarmOf(TeamsClient client) => client.Chat.FromBot.Last(message =>
        message.Card is { } card && BotHost.Words(card).StartsWith("別のアカウントの投稿", StringComparison.Ordinal));

    private static Dictionary<string, string> Reason(Draft draft, string words) => new()
    {
        [$"strayReason{draft.Events.Single(happened => happened.Kind == DraftEventKind.PostedElsewhere).Ordinal}"] = words,
    };
}
