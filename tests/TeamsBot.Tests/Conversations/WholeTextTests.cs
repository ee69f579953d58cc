using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>A text that no card can show whole is approved only by who had all of it sent.</summary>
public sealed class WholeTextTests
{
    private const string Opens = "全文を開く";

    private const string Reason = "先に「全文を開く」を押して、全文をお読みください。";

    private static readonly string Long = "【図書館まつり】12月5日(土)午前10時から、星見市立図書館で開催します。申込みは不要です。\n"
        + string.Join('\n', Enumerable.Range(1, 200).Select(line => $"催し{line}は、市立図書館の一階で行います。"));

    [Fact]
    public async Task Reviewer_and_head_approve_a_long_text_only_after_all_of_it_was_sent_to_each()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync(Long);
        (await host.HandInAsync(scenario.Author, "city-facebook")).ShouldStartWith("確認中");

        await RefusedThenOpenedAsync(host, scenario.Checker, await host.SeesCardAsync(scenario.Checker, "確認中"), "確認済みにする");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        await RefusedThenOpenedAsync(host, scenario.Head, await host.SeesCardAsync(scenario.Head, "決裁待ち"), "承認する");

        var draft = await scenario.DraftAsync();
        draft.Status.ShouldBe(DraftStatus.Approved);
        draft.Events.Where(happened => happened.Kind == DraftEventKind.TextOpened).Select(happened => happened.Who)
            .ShouldBe(["鈴木 一郎（係長）", "田中 誠（課長）"]);
        (await scenario.ActionsAsync()).Count(action => action == "draft.openText").ShouldBe(2);
    }

    [Fact]
    public async Task What_was_opened_counts_for_that_text_only()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync(Long);
        await host.HandInAsync(scenario.Author, "city-facebook");
        var card = await host.SeesCardAsync(scenario.Checker, "確認中");
        await scenario.Checker.PressAsync(card, Opens);
        var draft = await scenario.DraftAsync();
        var checker = draft.OpenReviews.First(review => review.ReviewerName == "鈴木 一郎").ReviewerId;
        draft.HasOpened(checker).ShouldBeTrue();

        draft.Revise(draft.AuthorId, Long + "\n雨のときは中止します。", BotHost.Morning);

        draft.HasOpened(checker).ShouldBeFalse();
    }

    [Fact]
    public async Task A_heads_reason_about_an_exception_stays_in_its_field_when_the_whole_text_is_opened()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Long.Replace("(土)", "(日)", StringComparison.Ordinal));
        var plan = new Dictionary<string, string>(Scenario.PlanWithReason()) { ["account"] = "city-facebook" };
        await scenario.Author.PressAsync(own, "所属長に例外を相談", plan);
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );

        var opened = await scenario.Head.PressAsync(asked, Opens, new Dictionary<string, string> { ["reason"] = "曜日を直せば足りると考えます。" });

        Scenario.Shown(opened).ShouldContain("全文を、次のメッセージでお送りします。");
        Scenario.Shown(opened).ShouldContain("例外として認める");
        Passage.CardOf(opened)!.Value.GetRawText().ShouldContain("曜日を直せば足りると考えます。");
    }

    [Fact]
    public async Task A_posters_address_stays_in_its_field_when_the_whole_text_is_opened()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync(Long);
        await host.HandInAsync(scenario.Author, "city-facebook");
        await RefusedThenOpenedAsync(host, scenario.Checker, await host.SeesCardAsync(scenario.Checker, "確認中"), "確認済みにする");
        await RefusedThenOpenedAsync(host, scenario.Head, await host.SeesCardAsync(scenario.Head, "決裁待ち"), "承認する");
        var own = await host.SeesCardAsync(scenario.Author, "承認済");
        const string Url = "https://www.facebook.com/hoshimi/posts/77";
        var typed = new Dictionary<string, string> { ["postedUrl"] = Url, ["postedText"] = "投稿した文" };

        var opened = await scenario.Author.PressAsync(own, Opens, typed);

        Scenario.Shown(opened).ShouldContain("全文を、次のメッセージでお送りします。");
        Passage.CardOf(opened)!.Value.GetRawText().ShouldContain(Url);
        Passage.CardOf(opened)!.Value.GetRawText().ShouldContain("投稿した文\"");
    }

    [Fact]
    public async Task A_short_text_asks_for_no_more_than_before()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        var card = await scenario.SubmitAsync();

        card.Card!.Value.GetRawText().ShouldNotContain(Opens);
        Scenario.Shown(await scenario.Checker.PressAsync(card, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
    }

    private static async Task RefusedThenOpenedAsync(BotHost host, TeamsClient client, ChatMessage card, string approves)
    {
        BotHost.Words(card.Card!.Value).ShouldContain(Reason);
        var refused = await client.PressAsync(card, approves, Scenario.Ticks);
        Scenario.Shown(refused).ShouldContain(Reason);

        var opened = await client.PressAsync(card, Passage.CardOf(refused)!.Value, Opens, Scenario.Ticks);
        await host.IdleAsync();

        var sent = client.Chat.FromBot.Select(message => message.Text).Where(text => text.Contains("催し", StringComparison.Ordinal));
        string.Join('\n', sent).ShouldBe(Long);
        Scenario.Shown(opened).ShouldNotContain(Reason);
        // What was ticked before stays ticked.
        if (approves == "確認済みにする") Passage.CardOf(opened)!.Value.GetRawText().ShouldContain("\"value\":\"true\"");
        Scenario.Shown(await client.PressAsync(card, Passage.CardOf(opened)!.Value, approves, Scenario.Ticks)).ShouldNotContain(Reason);
    }
}
