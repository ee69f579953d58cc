using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A card with two ways out: whoever typed words for a return and then approves is asked once what becomes of them, and loses none.
/// </summary>
public sealed class TwoWaysOutTests
{
    private const string Words = "次回から会場の住所も入れてください。";

    private const string Question = "差し戻すときの内容が入力されています。";

    [Fact]
    public async Task A_reviewer_is_asked_what_becomes_of_words_for_a_return()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        var asked = await scenario.Checker.PressAsync(review, "確認済みにする", Typed());

        Scenario.Shown(asked).ShouldContain(Question);
        var card = Passage.CardOf(asked)!.Value;
        card.GetRawText().ShouldContain(Words);
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        Scenario
            .Shown(await scenario.Checker.PressAsync(review, card, "連絡として伝え、確認済みにする", Typed()))
            .ShouldStartWith("決裁待ち");
        await host.IdleAsync();
        // A note of its own for the author; the head reads it beside the check.
        Notices.Last(scenario.Author).ShouldStartWith("連絡 No.1");
        Notices.Last(scenario.Author).ShouldContain(Words);
        BotHost.Words((await host.SeesCardAsync(scenario.Head, "決裁待ち")).Card!.Value).ShouldContain(Words);
    }

    [Fact]
    public async Task Or_returns_it_with_the_same_words()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var asked = Passage.CardOf(await scenario.Checker.PressAsync(review, "確認済みにする", Typed()))!.Value;

        await scenario.Checker.PressAsync(review, asked, "差し戻す", Typed());

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Returned);
        (await scenario.DraftAsync()).LastReturn()!.Note.ShouldBe(Words);
    }

    [Fact]
    public async Task Words_that_were_taken_out_again_are_sent_to_nobody()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var asked = Passage.CardOf(await scenario.Checker.PressAsync(review, "確認済みにする", Typed()))!.Value;
        await host.IdleAsync();
        var before = scenario.Author.Chat.FromBot.Count;

        await scenario.Checker.PressAsync(review, asked, "連絡として伝え、確認済みにする", Emptied);
        await host.IdleAsync();

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        scenario.Author.Chat.FromBot.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("returnReason", Words, Words)]
    [InlineData("quickReason", "date", "日付・時刻を見直してください。")]
    public async Task The_head_is_asked_too_and_the_author_reads_the_words(string field, string typed, string told)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();
        var inputs = new Dictionary<string, string> { [field] = typed };

        var asked = await scenario.Head.PressAsync(decision, "承認する", inputs);

        Scenario.Shown(asked).ShouldContain(Question);
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        Scenario
            .Shown(await scenario.Head.PressAsync(decision, Passage.CardOf(asked)!.Value, "連絡として伝え、承認する", inputs))
            .ShouldStartWith("承認済");
        await host.IdleAsync();
        (await scenario.DraftAsync()).Events.Single(happened => happened.Kind == DraftEventKind.Approved).Note.ShouldBe(told);
        await Notices.OpenAsync(scenario.Author, Notices.Unopened(scenario.Author, 1)!);
        await host.IdleAsync();
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain(told);
    }

    [Fact]
    public async Task A_text_typed_beside_the_report_of_a_wrong_account_stays_in_its_field()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");
        var inputs = new Dictionary<string, string>
        {
            ["postedUrl"] = "https://x.com/other_city/status/1",
            ["postedText"] = "貼り付けた投稿の文です。",
        };
        var refused = Passage.CardOf(await scenario.Author.PressAsync(card, "投稿を報告する", inputs))!.Value;

        var told = await scenario.Author.PressAsync(card, refused, "違うアカウントに投稿した", inputs);

        Passage.CardOf(told)!.Value.GetRawText().ShouldContain("貼り付けた投稿の文です。");
    }

    private static Dictionary<string, string> Emptied => new(Scenario.Ticks) { ["returnReason"] = "" };

    private static Dictionary<string, string> Typed() => new(Scenario.Ticks) { ["returnReason"] = Words };
}
