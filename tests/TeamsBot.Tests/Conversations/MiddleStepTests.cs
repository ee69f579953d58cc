using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Who only waits is not rung for a step that is no outcome, and finds it on the card that is there already, and in the list.
/// </summary>
public sealed class MiddleStepTests
{
    [Fact]
    public async Task The_finished_check_stands_on_the_authors_card_and_in_the_list_without_a_sound()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Author);

        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        await host.IdleAsync();

        screens.CountOf(scenario.Author).ShouldBe(new Screens.Count(0, 1));
        var words = BotHost.Words(Scenario.CardOf(scenario.Author).Card!.Value);
        words.ShouldContain("確認が終わり、決裁に回りました。11/20(金) 10:");
        words.ShouldNotContain("確認に回しました。");
        await scenario.Author.SayAsync("一覧");
        var list = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("一覧", StringComparison.Ordinal)
        );
        BotHost.Words(list.Card!.Value).ShouldContain("決裁待ち");
    }

    [Fact]
    public async Task Reviewer_and_head_read_on_their_cards_who_posted_it_without_a_sound()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Checker, scenario.Head);

        await scenario.ReportAsync();
        await host.IdleAsync();

        foreach (var client in (TeamsClient[])[scenario.Checker, scenario.Head])
        {
            var words = BotHost.Words(Scenario.CardOf(client).Card!.Value);
            words.ShouldStartWith("投稿済み No.1");
            words.ShouldContain("佐藤 花子さんが投稿しました（11/20(金) 10:");
            words.ShouldContain("https://x.com/hoshimi_city/status/1");
            screens.CountOf(client).New.ShouldBe(0, client.Person.Name);
        }
    }

    [Fact]
    public async Task The_reviewers_card_names_the_head_as_people_are_named()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ReviewAsync();
        await host.IdleAsync();

        BotHost.Words(Scenario.CardOf(scenario.Checker).Card!.Value).ShouldContain("田中 誠さん（課長）に決裁を頼みました");
    }

    [Fact]
    public async Task A_planned_time_that_has_passed_is_named_when_it_is_saved_and_what_else_was_typed_is_kept()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();

        var answer = await scenario.Author.PressAsync(
            own,
            "保存して点検する",
            new Dictionary<string, string>(Scenario.Plan(date: "2026-11-19")) { ["note"] = "主催者の告知文" }
        );

        var words = Scenario.Shown(answer);
        words.ShouldContain("保存しました。希望日時を過ぎています。");
        Passage.CardOf(answer)!.Value.GetRawText().ShouldContain("▲ ");
        (await scenario.DraftAsync()).Note.ShouldBe("主催者の告知文");
    }

    [Fact]
    public async Task A_report_from_another_account_says_what_to_do_and_leads_there()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");
        var inputs = new Dictionary<string, string> { ["postedUrl"] = "https://x.com/other_city/status/1" };
        var refused = await scenario.Author.PressAsync(card, "投稿を報告する", inputs);
        Scenario.Shown(refused).ShouldContain("消さずに「違うアカウントに投稿した」を押してください。");
        var screens = new Screens(host);
        screens.Begin(scenario.Head);

        var told = await scenario.Author.PressAsync(card, Passage.CardOf(refused)!.Value, "違うアカウントに投稿した", inputs);
        await host.IdleAsync();

        Scenario.Shown(told).ShouldContain("田中 誠さん");
        Scenario.Shown(told).ShouldContain("に知らせました。");
        screens.CountOf(scenario.Head).New.ShouldBe(1);
        Scenario.Shown(told).ShouldStartWith("承認済\n別のアカウントの投稿です。確認してください No.1");
        Scenario.Shown(told).ShouldContain("投稿のURL");
        var alarm = scenario.Head.Chat.FromBot[^1];
        BotHost.Words(alarm.Card!.Value).ShouldStartWith("別のアカウントの投稿です。確認してください No.1");
        BotHost.Words(alarm.Card!.Value).ShouldContain("佐藤 花子");
        BotHost.Words(alarm.Card!.Value).ShouldContain("https://x.com/other_city/status/1");
        (await scenario.ActionsAsync())[^1].ShouldBe("draft.wrongAccount");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Approved);

        var advised = await scenario.Head.PressAsync(
            alarm,
            "佐藤 花子さんに伝える",
            new Dictionary<string, string> { ["noteText"] = "その投稿は消し、正しい投稿先に投稿してください。" }
        );
        await host.IdleAsync();
        Scenario.Shown(advised).ShouldContain("佐藤 花子さんに伝えました。");
        Notices.Last(scenario.Author).ShouldContain("その投稿は消し、");

        var right = new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/2" };
        Scenario.Shown(await scenario.Author.PressAsync(card, Passage.CardOf(told)!.Value, "投稿を報告する", right)).ShouldStartWith("投稿済み");
        await host.IdleAsync();
        (await scenario.DraftAsync()).Elsewhere.ShouldBeNull();
        scenario.Head.Chat.FromBot.Select(message => message.Card is { } shown ? BotHost.Words(shown) : "")
            .ShouldContain(words => words.StartsWith("正しい投稿先に投稿されました No.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_long_text_a_reviewer_sees_the_beginning_and_unfolds_the_rest_in_place()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var text =
            "【図書館まつり】12月5日(土)午前10時から、星見市立図書館で開催します。\n"
            + string.Join('\n', Enumerable.Range(1, 40).Select(line => $"催し{line}は、市立図書館の一階で行います。"));
        await scenario.Author.SayAsync(text);
        (await host.HandInAsync(scenario.Author, "city-facebook")).ShouldStartWith("確認中");

        var card = (await host.SeesCardAsync(scenario.Checker, "確認中")).Card!.Value;

        var folded = System.Text.Json.Nodes.JsonNode.Parse(card.GetRawText())!["body"]!
            .AsArray()
            .Single(element => (string?)element!["id"] == "textRest")!;
        ((bool?)folded["isVisible"]).ShouldBe(false);
        var (rest, all) = (folded.ToJsonString(TeamsBot.Protocol.Schema.ProtocolJson.Options), BotHost.Words(card));
        rest.ShouldContain("催し40は");
        rest.ShouldNotContain("催し1は、");
        all.ShouldContain("本文の続きを表示（あと");
        for (var line = 1; line <= 40; line++) all.Split($"催し{line}は、").Length.ShouldBe(2, $"{line}");
    }
}
