using TeamsBot.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using TeamsBot.Approvals.Model;
using TeamsBot.Reminders;

namespace TeamsBot.Tests.Conversations;

/// <summary>The ways a draft does not go straight on: returned, rejected, taken back, expired, edited after approval.</summary>
public sealed class ReturnTests
{
    private static readonly Dictionary<string, string> Reason = new() { ["reason"] = "会場の住所を書き足してください。" };

    [Fact]
    public async Task A_return_needs_a_reason_keeps_what_was_typed_and_the_resubmission_shows_what_changed()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        foreach (var reason in (string[])["", "あ", "　　　　　　　　　　　"])
        {
            var refused = Scenario.Shown(
                await scenario.Checker.PressAsync(
                    review,
                    "差し戻す",
                    new Dictionary<string, string> { ["reason"] = reason, ["item2"] = "true" }
                )
            );
            refused.ShouldStartWith("確認中");
            refused.ShouldContain("理由を10字以上で入力してください");
        }

        Scenario.Shown(await scenario.Checker.PressAsync(review, "差し戻す", Reason)).ShouldStartWith("差し戻し");
        var own = await host.SeesCardAsync(scenario.Author, "差し戻し");
        BotHost.Words(own.Card!.Value).ShouldContain("鈴木 一郎（係長）から：会場の住所を書き足してください。");
        own.Card!.Value.GetRawText().ShouldContain("図書館まつり");

        var changed = Scenario.Plan();
        changed["text"] = Scenario.Text.Replace("申込みは不要です。", "申込みは要りません。", StringComparison.Ordinal);
        Scenario.Shown(await scenario.Author.PressAsync(own, "保存して点検する", changed)).ShouldStartWith("差し戻し");
        own = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("No.1（第2版）", StringComparison.Ordinal)
        );
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandInAgain, Scenario.Plan())).ShouldStartWith("確認中");

        var again = BotHost.Words((await host.SeesCardAsync(scenario.Checker, "確認中")).Card!.Value);
        again.ShouldContain("前回から変わったところ");
        again.ShouldContain("－ ");
        again.ShouldContain("＋ ");
    }

    /// <summary>「直して再申請する」 is the press that opens the text; and the box with the reason does not touch what stands below.</summary>
    [Fact]
    public async Task Who_presses_to_correct_finds_the_editor_open()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Checker.PressAsync(await scenario.SubmitAsync(), "差し戻す", Reason);
        await host.IdleAsync();

        var opened = Passage.CardOf(await Notices.OpenAsync(scenario.Author, Notices.Unopened(scenario.Author, 1)!))!.Value;

        var body = opened.GetProperty("body").EnumerateArray().ToList();
        var editor = body.Single(part => part.TryGetProperty("id", out var id) && id.GetString() == "edit");
        (editor.TryGetProperty("isVisible", out var visible) && !visible.GetBoolean()).ShouldBeFalse();
        var box = body.FindIndex(part => part.TryGetProperty("style", out var style) && style.GetString() == "warning");
        body[box + 1].GetProperty("spacing").GetString().ShouldBe("medium", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task The_card_that_was_returned_says_that_it_was_handed_in_again()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await scenario.Checker.PressAsync(review, "差し戻す", Reason);
        await host.IdleAsync();
        await scenario.Author.PressAsync(
            await host.SeesCardAsync(scenario.Author, "差し戻し"),
            "保存して点検する",
            new Dictionary<string, string>(Scenario.Plan()) { ["text"] = Scenario.Text + "\n会場：星見市立図書館" }
        );
        await host.IdleAsync();
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), Scenario.HandInAgain, Scenario.Plan());
        await host.IdleAsync();

        var earlier = scenario.Checker.Chat.FromBot.Single(message => message.Id == review.Id);
        BotHost.Words(earlier.Card!.Value).ShouldContain("差し戻しました");
        BotHost.Words(earlier.Card!.Value).ShouldContain("に再申請されました。続きは、下の新しいメッセージでお願いします。");
    }

    [Fact]
    public async Task A_rejection_ends_the_draft_on_every_card()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();
        Scenario.Shown(await scenario.Head.PressAsync(decision, "却下する")).ShouldContain("理由を10字以上");

        Scenario.Shown(await scenario.Head.PressAsync(decision, "却下する", Reason)).ShouldStartWith("却下");

        foreach (var client in (LocalTeams.TeamsClient[])[scenario.Author, scenario.Checker, scenario.Head])
        {
            BotHost.Words((await host.SeesCardAsync(client, "却下")).Card!.Value).ShouldNotContain("承認する");
        }

        Scenario.Shown(await scenario.Author.PressForgedAsync(decision, "承認する")).ShouldContain("自分が起案した");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Rejected);
    }

    /// <summary>The text stands in the chat, ready to be copied.</summary>
    [Fact]
    public async Task Who_withdraws_what_was_approved_reads_that_the_text_in_hand_is_void()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.Author.PressAsync(await host.CurrentCardAsync(scenario.Author), "確かめて本文を受け取る");
        await host.IdleAsync();
        var (checker, head) = (scenario.Checker.Chat.FromBot.Count, scenario.Head.Chat.FromBot.Count);

        var answer = await scenario.Author.PressAsync(await host.CurrentCardAsync(scenario.Author), "取り下げる");
        await host.IdleAsync();

        Scenario.Shown(answer).ShouldContain("先にお渡しした本文は使わないでください。承認は取り消されています。");
        foreach (var (agreed, before) in new[] { (scenario.Checker, checker), (scenario.Head, head) })
            Notices.Summary(agreed.Chat.FromBot.Skip(before).ShouldHaveSingleItem()).ShouldContain("取り下げられました No.1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(true, true)]
    public async Task Who_changes_what_was_approved_reads_that_a_text_in_hand_is_void(bool isHandedOut, bool isPlannedTimeOver = false)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        if (isHandedOut) await scenario.Author.PressAsync(await host.CurrentCardAsync(scenario.Author), "確かめて本文を受け取る");
        if (isPlannedTimeOver) host.Time.Advance(TimeSpan.FromDays(14));
        await host.IdleAsync();
        var own = await host.CurrentCardAsync(scenario.Author);
        var (checker, head) = (scenario.Checker.Chat.FromBot.Count, scenario.Head.Chat.FromBot.Count);
        var editor = Passage.CardOf(await scenario.Author.PressAsync(own, "本文を直す"))!.Value;

        var answer = await scenario.Author.PressAsync(
            own,
            editor,
            "保存して点検する",
            new Dictionary<string, string> { ["text"] = Scenario.Text + "\n雨天決行" }
        );
        await host.IdleAsync();

        const string Void = "先にお渡しした本文は使わないでください。承認は取り消されています。";
        Scenario.Shown(answer).Contains(Void, StringComparison.Ordinal).ShouldBe(isHandedOut);
        Scenario.Shown(answer).Contains("もう一度点検しました", StringComparison.Ordinal).ShouldBe(!isPlannedTimeOver);
        BotHost.Words(Scenario.CardOf(scenario.Author).Card!.Value).Contains(Void, StringComparison.Ordinal).ShouldBe(isHandedOut);
        foreach (var (agreed, before) in new[] { (scenario.Checker, checker), (scenario.Head, head) })
            Notices.Summary(agreed.Chat.FromBot.Skip(before).ShouldHaveSingleItem()).ShouldContain("下書きに戻りました No.1");
    }

    [Fact]
    public async Task The_author_takes_a_draft_back_and_a_later_approval_is_told_so()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var card = review.Card!.Value;

        Scenario.Shown(await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "確認中"), "取り下げる")).ShouldStartWith("取り下げ");

        await host.IdleAsync();
        host.Time.Advance(CardInHand.LeftAlone);
        await host.SeesCardAsync(scenario.Checker, "取り下げ");
        var words = Scenario.Shown(await scenario.Checker.PressAsync(review, card, "確認済みにする", Scenario.Ticks));
        words.ShouldContain("！ 今の操作は記録していません。起案者の佐藤 花子さんが取り下げました");
    }

    [Fact]
    public async Task When_the_planned_time_passes_undecided_every_card_says_so_and_it_is_never_approved()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();
        var card = decision.Card!.Value;

        host.Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(6));
        await host.SeesCardAsync(scenario.Author, "期限切れ");
        await host.IdleAsync();
        host.Time.Advance(CardInHand.LeftAlone);

        foreach (var client in (LocalTeams.TeamsClient[])[scenario.Author, scenario.Checker, scenario.Head])
            await host.SeesCardAsync(client, "期限切れ");
        Scenario.Shown(await scenario.Head.PressAsync(decision, card, "承認する", Scenario.Ticks)).ShouldStartWith("期限切れ");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
        (await scenario.ActionsAsync())[^1].ShouldBe("draft.expire");
    }

    [Fact]
    public async Task A_press_that_is_the_first_to_notice_the_expiry_tells_everybody()
    {
        await using var host = await BotHost.StartAsync(adjust: WithoutSweep);
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();
        host.Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(6));

        Scenario.Shown(await scenario.Head.PressAsync(decision, "承認する", Scenario.Ticks)).ShouldStartWith("期限切れ");

        await host.SeesCardAsync(scenario.Author, "期限切れ");
        await host.SeesCardAsync(scenario.Checker, "期限切れ");
        (await scenario.ActionsAsync()).Count(action => action == "draft.expire").ShouldBe(1);
    }

    /// <summary>Takes the loop away that would notice first.</summary>
    private static void WithoutSweep(WebApplicationBuilder builder) =>
        builder.Services.Remove(
            builder.Services.Single(service =>
                service.ServiceType == typeof(IHostedService)
                && service.ImplementationFactory?.Method.DeclaringType?.DeclaringType == typeof(RemindersFeature)
            )
        );

    [Fact]
    public async Task An_edit_after_approval_reopens_the_review_on_every_card()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var own = await host.SeesCardAsync(scenario.Author, "承認済");

        var editor = Passage.CardOf(await scenario.Author.PressAsync(own, "本文を直す"))!.Value;
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    own,
                    editor,
                    "保存して点検する",
                    new Dictionary<string, string> { ["text"] = Scenario.Text + "\n雨天決行" }
                )
            )
            .ShouldStartWith("下書き");

        foreach (var client in (LocalTeams.TeamsClient[])[scenario.Checker, scenario.Head])
        {
            BotHost.Words((await host.SeesCardAsync(client, "下書き")).Card!.Value).ShouldNotContain("承認する");
        }

        (await scenario.DraftAsync()).ApprovedHash.ShouldBeNull();
    }
}
