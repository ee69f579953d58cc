using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What a draft's author, or whoever posts it, has typed when somebody else acts: the card with the field stays for a while, the news comes
/// at once in a message of its own, and a press that is too late finds its words in a field of what is possible now.
/// </summary>
public sealed class AuthorHandsTests
{
    private const string Rewritten = "【図書館まつり】12月5日(土)午前11時から、星見市立図書館で開催します。申込みは不要です。";

    private const string Reason = "会場の住所を書き足してください。";

    [Theory]
    [InlineData("差し戻す", "差し戻されました No.1", "鈴木 一郎（係長）が差し戻しました", "Returned")]
    [InlineData("却下する", "却下されました No.1", "鈴木 一郎（係長）が却下しました", "Rejected")]
    [InlineData("確認済みにする", null, "鈴木 一郎（係長）が確認済みにしました", "AwaitingDecision")]
    public async Task A_text_in_the_authors_hands_outlives_what_a_reviewer_decides(
        string decision,
        string? told,
        string said,
        string status
    )
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var (own, editor) = await EditAsync(scenario.Author);
        var before = Raw(scenario.Author, own);

        var inputs = decision == "確認済みにする" ? Scenario.Ticks : new Dictionary<string, string> { ["returnReason"] = Reason };
        await scenario.Checker.PressAsync(review, decision, inputs);
        await host.IdleAsync();

        Raw(scenario.Author, own).ShouldBe(before);
        if (told is not null) Notices.Last(scenario.Author).ShouldStartWith(told);
        var late = await scenario.Author.PressAsync(own, editor, "保存して点検する", Typed());
        await host.IdleAsync();
        host.Time.Advance(CardInHand.LeftAlone + CardInHand.LeftAlone);
        await host.IdleAsync();

        foreach (var shown in (string[])[Passage.CardOf(late)!.Value.GetRawText(), Raw(scenario.Author, own)])
        {
            shown.ShouldContain(Rewritten);
            shown.ShouldContain(said);
        }

        (await scenario.DraftAsync()).Status.ToString().ShouldBe(status);
    }

    [Fact]
    public async Task A_text_that_was_too_late_goes_on_as_the_next_version_and_one_card_stays()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var (own, editor) = await EditAsync(scenario.Author);
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["returnReason"] = Reason });
        await host.IdleAsync();

        var late = await scenario.Author.PressAsync(own, editor, "保存して点検する", Typed());
        await scenario.Author.PressAsync(own, Passage.CardOf(late)!.Value, "保存して点検する", Typed());
        await host.IdleAsync();

        (await scenario.DraftAsync()).Current.Text.ShouldBe(Rewritten);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        Live(scenario.Author).ShouldBe(1);
        BotHost.Words(scenario.Author.Chat.Find(own.Id)!.Card!.Value).ShouldContain("No.1");
    }

    [Fact]
    public async Task A_text_that_was_too_late_for_a_rejected_draft_becomes_a_draft_of_its_own()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var (own, editor) = await EditAsync(scenario.Author);
        await scenario.Checker.PressAsync(review, "却下する", new Dictionary<string, string> { ["returnReason"] = Reason });
        await host.IdleAsync();

        var late = await scenario.Author.PressAsync(own, editor, "保存して点検する", Typed());
        await scenario.Author.PressAsync(own, Passage.CardOf(late)!.Value, "この文章で下書きを作る", Typed());
        await host.SeesCardAsync(scenario.Author, "下書き", 2);

        (await scenario.DraftAsync(2)).Current.Text.ShouldBe(Rewritten);
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Rejected);
    }

    [Fact]
    public async Task A_text_that_was_too_late_becomes_one_draft_however_often_it_is_sent()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var (own, editor) = await EditAsync(scenario.Author);
        await scenario.Checker.PressAsync(review, "却下する", new Dictionary<string, string> { ["returnReason"] = Reason });
        await host.IdleAsync();
        var late = Passage.CardOf(await scenario.Author.PressAsync(own, editor, "保存して点検する", Typed()))!.Value;

        var first = await scenario.Author.PressAsync(own, late, "この文章で下書きを作る", Typed());
        await host.IdleAsync();
        // A blank more: the very same press would be a second delivery.
        var again = new Dictionary<string, string>(Typed()) { ["text"] = Rewritten + " " };
        var second = await scenario.Author.PressAsync(own, late, "この文章で下書きを作る", again);
        await host.IdleAsync();

        foreach (var shown in (string[])[Scenario.Shown(first), Scenario.Shown(second), Words(scenario.Author, own)])
            shown.ShouldContain("書いた本文は、下書き No.2 として作りました。");
        Raw(scenario.Author, own).ShouldNotContain("この文章で下書きを作る");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(2);
        Notices.Last(scenario.Author).ShouldStartWith("下書き No.2");
        scenario.Author.Chat.FromBot
            .Count(message => message.Card is { } card && BotHost.Words(card).StartsWith("却下されました No.1", StringComparison.Ordinal))
            .ShouldBe(1);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        Live(scenario.Author).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_the_author_left_in_the_editor_becomes_a_line_when_the_time_is_over()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var (own, _) = await EditAsync(scenario.Author);
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["returnReason"] = Reason });
        await host.IdleAsync();

        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        BotHost.Words(scenario.Author.Chat.Find(own.Id)!.Card!.Value).ShouldBe(
            "No.1　図書館まつり\n鈴木 一郎（係長）が差し戻しました（11/20(金) 10:00）。",
            StringCompareShould.IgnoreLineEndings
        );
    }

    [Fact]
    public async Task A_card_of_the_author_in_which_nothing_can_be_typed_changes_at_once()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await host.IdleAsync();
        var own = Scenario.CardOf(scenario.Author);
        Raw(scenario.Author, own).ShouldNotContain("Input.");

        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["returnReason"] = Reason });
        await host.IdleAsync();

        BotHost.Words(scenario.Author.Chat.Find(own.Id)!.Card!.Value).ShouldContain("が差し戻しました（");
        Notices.Buttons(scenario.Author.Chat.Find(own.Id)!.Card!.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_author_writes_while_the_head_judges_an_exception_is_left_to_them()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var pasted = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(日)", StringComparison.Ordinal));
        await scenario.Author.PressAsync(pasted, "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        await host.IdleAsync();
        var own = Scenario.CardOf(scenario.Author);
        var (stale, before) = (own.Card!.Value, Raw(scenario.Author, own));

        await scenario.Head.PressAsync(asked, "認めない", new Dictionary<string, string> { ["reason"] = "曜日を直せば足りると考えます。" });
        await host.IdleAsync();

        Raw(scenario.Author, own).ShouldBe(before);
        Notices.Last(scenario.Author).ShouldStartWith("例外は認められませんでした No.1");
        var typed = new Dictionary<string, string>(Typed()) { ["note"] = "出典は告知文です。" };
        var late = await scenario.Author.PressAsync(own, stale, "保存して点検する", typed);
        await host.IdleAsync();
        foreach (var shown in (string[])[Passage.CardOf(late)!.Value.GetRawText(), Raw(scenario.Author, own)])
        {
            shown.ShouldContain(Rewritten);
            shown.ShouldContain("出典は告知文です。");
        }
    }

    [Fact]
    public async Task A_report_that_a_colleague_was_quicker_with_takes_nothing_away_and_is_told_at_once()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var own = await host.SeesCardAsync(scenario.Author, "承認済");
        await scenario.Author.PressAsync(own, "確かめて本文を受け取る");
        await host.IdleAsync();
        own = Scenario.CardOf(scenario.Author);
        var (stale, before) = (own.Card!.Value, Raw(scenario.Author, own));

        await ReportByColleagueAsync(host, scenario);

        Raw(scenario.Author, own).ShouldBe(before);
        Notices.Last(scenario.Author).ShouldStartWith("投稿されました No.1");
        Notices.Last(scenario.Author).ShouldContain("鈴木 一郎さんが投稿を報告しました（11/20(金) 10:00）。重ねて投稿しないでください。");
        var report = new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/2", ["postedText"] = Rewritten };
        var late = await scenario.Author.PressAsync(own, stale, "投稿を報告する", report);
        await host.IdleAsync();
        foreach (var shown in (string[])[Passage.CardOf(late)!.Value.GetRawText(), Raw(scenario.Author, own)])
        {
            shown.ShouldContain("入力された次の内容は送られていません。");
            shown.ShouldContain("https://x.com/hoshimi_city/status/2");
            shown.ShouldContain(Rewritten);
        }
    }

    [Fact]
    public async Task An_address_typed_before_the_text_was_asked_for_stays_in_its_field()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var own = await host.SeesCardAsync(scenario.Author, "承認済");
        var url = new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/2" };

        await scenario.Author.PressAsync(own, "確かめて本文を受け取る", url);
        await host.IdleAsync();

        Raw(scenario.Author, Scenario.CardOf(scenario.Author)).ShouldContain("https://x.com/hoshimi_city/status/2");
    }

    [Theory]
    [InlineData("投稿済み 1")]
    [InlineData("https://x.com/hoshimi_city/status/2")]
    public async Task A_report_that_was_asked_for_in_the_chat_is_the_drafts_card_and_the_one_before_a_line(string said)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.CurrentCardAsync(scenario.Author);

        await scenario.Author.SayAsync(said);
        await host.SeesAsync(scenario.Author.Chat, message =>
            message == scenario.Author.Chat.FromBot[^1]
            && message.Card is { } card
            && Notices.Buttons(card).Any(button => button.Title == "投稿を報告する")
        );
        await host.IdleAsync();
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        Live(scenario.Author).ShouldBe(1);
        var report = new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/2" };
        await scenario.Author.PressAsync(Scenario.CardOf(scenario.Author), "投稿を報告する", report);
        await host.IdleAsync();
        BotHost.Words(Scenario.CardOf(scenario.Author).Card!.Value).ShouldStartWith("投稿済み No.1");
    }

    private static async Task ReportByColleagueAsync(BotHost host, Scenario scenario)
    {
        await scenario.Checker.SayAsync("投稿済み 1");
        var report = await host.SeesAsync(scenario.Checker.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("投稿のURL", StringComparison.Ordinal)
        );
        await scenario.Checker.PressAsync(
            report,
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/1", ["postedText"] = Scenario.Text }
        );
        await host.IdleAsync();
    }

    /// <summary>Opens the editor of a draft that others have.</summary>
    private static async Task<(ChatMessage Own, System.Text.Json.JsonElement Editor)> EditAsync(TeamsClient author)
    {
        var own = Scenario.CardOf(author);
        return (own, Passage.CardOf(await author.PressAsync(own, "本文を直す"))!.Value);
    }

    private static Dictionary<string, string> Typed() => new Dictionary<string, string> { ["text"] = Rewritten, ["editor"] = "true" };

    /// <summary>Messages of the draft in which something can be pressed.</summary>
    private static int Live(TeamsClient client) => client.Chat.FromBot.Count(message =>
        message.Card is { } card && BotHost.IsOf(card, 1) && Notices.Buttons(card).Any()
    );

    private static string Words(TeamsClient client, ChatMessage message) => BotHost.Words(client.Chat.Find(message.Id)!.Card!.Value);

    private static string Raw(TeamsClient client, ChatMessage message) => client.Chat.Find(message.Id)!.Card!.Value.GetRawText();
}
