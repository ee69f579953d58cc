using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.CalendarDesk;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Who may decide, about which text, and only once.</summary>
public sealed class DecisionTests
{
    [Fact]
    public async Task Nobody_decides_the_own_draft_on_either_step()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        Scenario
            .Shown(await scenario.Author.PressForgedAsync(review, "確認済みにする", Forgery.With(Scenario.Ticks)))
            .ShouldContain("自分が起案した下書きは、自分では確認・決裁できません");
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        var decision = await host.SeesCardAsync(scenario.Head, "決裁待ち");

        Scenario.Shown(await scenario.Author.PressForgedAsync(decision, "承認する", Forgery.With(Scenario.Ticks))).ShouldContain("自分が起案した下書きは");

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
    }

    [Fact]
    public async Task Whoever_checked_does_not_also_decide()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();

        var words = Scenario.Shown(await scenario.Checker.PressForgedAsync(decision, "承認する", Forgery.With(Scenario.Ticks)));

        words.ShouldStartWith("決裁待ち");
        words.ShouldContain("今の操作は記録していません");
        words.ShouldContain("鈴木 一郎");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
    }

    [Fact]
    public async Task An_outsider_sees_nothing_of_the_draft_and_changes_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var outsider = await host.OpenAsync(BotHost.Outsider);
        var review = await scenario.SubmitAsync();

        foreach (var title in (string[])["確認済みにする", "差し戻す", "却下する"])
        {
            var answer = await outsider.PressForgedAsync(review, title, Forgery.With(Scenario.Ticks, ("reason", "これは十文字以上の理由です。")));
            var words = Scenario.Shown(answer);
            words.ShouldContain("見つかりません");
            words.ShouldNotContain("図書館");
            words.ShouldNotContain(BotHost.Author);
        }

        await outsider.SayAsync("履歴 1");
        await host.SeesTextAsync(outsider.Chat, "その番号の下書きは見つかりません");
        (await scenario.ActionsAsync()).ShouldBe([
            "draft.start",
            "draft.submit",
            "draft.refusedDecision",
            "draft.refusedDecision",
            "draft.refusedDecision",
        ]);
    }

    [Fact]
    public async Task A_colleague_who_was_not_asked_reads_and_decides_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        var words = Scenario.Shown(await scenario.Head.PressForgedAsync(review, "確認済みにする", Forgery.With(Scenario.Ticks)));

        words.ShouldContain("ほかの方にお願いしています");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
    }

    [Fact]
    public async Task A_decision_about_an_older_text_does_not_count_and_shows_the_new_one()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var old = await scenario.SubmitAsync();
        var oldCard = old.Card!.Value;
        var own = await scenario.CurrentCardAsync(scenario.Author);
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    own,
                    await EditorAsync(scenario.Author, own),
                    "保存して点検する",
                    new Dictionary<string, string> { ["text"] = Scenario.Text + "\n雨天決行" }
                )
            )
            .ShouldStartWith("下書き");
        Scenario
            .Shown(
                await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "下書き"), Scenario.HandInAgain, Scenario.Plan())
            )
            .ShouldStartWith("確認中");

        var words = Scenario.Shown(await scenario.Checker.PressAsync(old, oldCard, "確認済みにする", Scenario.Ticks));

        words.ShouldContain("カードを開いたあとに本文または設定が変わりました");
        words.ShouldContain("雨天決行");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
    }

    [Fact]
    public async Task A_second_answer_is_told_who_answered_first()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var card = review.Card!.Value;
        Scenario.Shown(await scenario.Checker.PressAsync(review, card, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");

        var words = Scenario.Shown(
            await scenario.Checker.PressAsync(
                review,
                card,
                "差し戻す",
                new Dictionary<string, string> { ["reason"] = "日付を確かめてください。" }
            )
        );

        words.ShouldStartWith("決裁待ち");
        words.ShouldContain("今の操作は記録していません");
        (await scenario.ActionsAsync()).ShouldBe(["draft.start", "draft.submit", "draft.approve"]);
    }

    [Fact]
    public async Task Of_two_reviewers_at_once_exactly_one_counts_and_both_see_how_it_stands()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var second = await host.OpenAsync("高橋 由美");
        var card = await scenario.SubmitAsync();
        var other = await host.SeesCardAsync(second, "確認中");

        var answers = await Task.WhenAll(
            scenario.Checker.PressAsync(card, "確認済みにする", Scenario.Ticks),
            second.PressAsync(other, "差し戻す", new Dictionary<string, string> { ["reason"] = "会場の住所を書き足してください。" }));

        var draft = await scenario.DraftAsync();
        draft.Reviews.Count(review => review.Decision is not null).ShouldBe(1);
        var status = draft.Status.Word();
        status.ShouldBeOneOf("決裁待ち", "差し戻し");
        var shown = answers.Select(Scenario.Shown).ToList();
        var isFirst = draft.Reviews.Single(review => review.Decision is not null).ReviewerId == scenario.Checker.Person.ObjectId;
        var (won, lost) = isFirst ? (shown[0], shown[1]) : (shown[1], shown[0]);
        won.ShouldStartWith(status);
        (lost.Contains("今の操作は記録していません", StringComparison.Ordinal)
            || lost.Contains("ほかの方にお願いしています", StringComparison.Ordinal)).ShouldBeTrue(lost);
        await host.IdleAsync();
        // Who was slower sees how it stands in the card of the press, or is pointed to a message that came.
        var (winner, loser) = isFirst ? (scenario.Checker, second) : (second, scenario.Checker);
        (await host.SeesCardAsync(winner, status)).ShouldNotBeNull();
        (lost.StartsWith(status, StringComparison.Ordinal)
            || loser.Chat.FromBot.Any(message => RotationPlay.Says(message, "ほかの方が先に処理しました"))).ShouldBeTrue(lost);
    }

    [Fact]
    public async Task Of_an_author_who_edits_and_a_reviewer_who_approves_at_once_one_wins_and_both_see_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var own = await host.SeesCardAsync(scenario.Author, "確認中");
        var editor = await EditorAsync(scenario.Author, own);

        BotAnswer[] answers = await Task.WhenAll(
            scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks),
            scenario.Author.PressAsync(own, editor, "保存して点検する", new Dictionary<string, string> { ["text"] = Scenario.Text + "\n雨天決行" }));

        var draft = await scenario.DraftAsync();
        var status = draft.Status.Word();
        (draft.Status, draft.Current.Number).ShouldBeOneOf((DraftStatus.AwaitingDecision, 1), (DraftStatus.Composing, 2));
        // Whoever came second was told; nobody is shown a state the draft is not in.
        if (draft.Current.Number == 1) Scenario.Shown(answers[1]).ShouldContain("書いた本文はまだ保存していません。下の欄に残っています");
        else Scenario.Shown(answers[0]).ShouldContain("今の操作は記録していません。起案者の佐藤 花子さんが下書きに戻しました");
        // The author's text stands in its field until they go on with it.
        if (draft.Current.Number == 2) await host.SeesCardAsync(scenario.Author, status);
        await host.SeesCardAsync(scenario.Checker, status);
    }

    /// <summary>The editor of a draft that others have is opened by a press.</summary>
    private static async Task<System.Text.Json.JsonElement> EditorAsync(TeamsClient author, ChatMessage own) =>
        Passage.CardOf(await author.PressAsync(own, "本文を直す"))!.Value;
}
