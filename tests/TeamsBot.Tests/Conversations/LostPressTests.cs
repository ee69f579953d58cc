using TeamsBot.Cards;
using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What the asked find when a draft goes on without them: who did what, and that there is nothing to do. A press that came too late says
/// so, and goes on saying so.
/// </summary>
public sealed class LostPressTests
{
    private const string Nothing = "することはありません。";

    [Fact]
    public async Task A_press_that_lost_to_a_take_back_says_what_happened_and_stays_said()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();
        var stale = decision.Card!.Value;
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "下書きに戻す");

        var words = Scenario.Shown(await scenario.Head.PressAsync(decision, stale, "承認する", Scenario.Ticks));
        await host.IdleAsync();

        // The card that was pressed says it, and the message below says what became of the draft.
        foreach (var shown in (string[])[words, BotHost.Words(scenario.Head.Chat.Find(decision.Id)!.Card!.Value)])
        {
            shown.ShouldContain("今の操作は記録していません。");
            shown.ShouldContain("起案者の佐藤 花子さんが下書きに戻しました（11/20(金) 10:00）。");
            shown.ShouldContain(Nothing);
        }
    }

    [Fact]
    public async Task An_exception_that_was_withdrawn_under_the_heads_hand_says_so()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(日)", StringComparison.Ordinal));
        await scenario.Author.PressAsync(own, "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        var stale = asked.Card!.Value;
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "取り下げる");

        await scenario.Head.PressAsync(asked, stale, "例外として認める", new Dictionary<string, string> { ["reason"] = "主催者の告知文の引用のためです。" });
        await host.IdleAsync();

        BotHost.Words(scenario.Head.Chat.Find(asked.Id)!.Card!.Value)
            .ShouldContain("今の操作は記録していません。起案者の佐藤 花子さんが取り下げました");
        CardWords(scenario.Head).ShouldContain(Nothing);
    }

    [Fact]
    public async Task A_press_that_lost_to_another_reviewer_names_them_and_stays_said()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var second = await host.OpenAsync("高橋 由美");
        var review = await scenario.SubmitAsync();
        var other = await host.SeesCardAsync(second, "確認中");
        var stale = other.Card!.Value;
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);

        await second.PressAsync(other, stale, "差し戻す", new Dictionary<string, string> { ["reason"] = "会場の住所を書き足してください。" });
        await host.IdleAsync();

        var pressed = BotHost.Words(second.Chat.Find(other.Id)!.Card!.Value);
        pressed.ShouldContain("今の操作は記録していません。");
        pressed.ShouldContain("鈴木 一郎（");
        pressed.ShouldContain("が確認済みにしました");
        pressed.ShouldContain(Nothing);
    }

    [Theory]
    [InlineData("下書きに戻す", "起案者の佐藤 花子さんが下書きに戻しました（11/20(金) 10:00）。することはありません。")]
    [InlineData("取り下げる", "起案者の佐藤 花子さんが取り下げました（11/20(金) 10:00）。することはありません。")]
    public async Task A_card_of_the_asked_says_who_took_the_draft_back(string button, string sentence)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ReviewAsync();
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Checker, scenario.Head);

        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), button);
        await host.IdleAsync();
        // The head may be writing in the card.
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        foreach (var client in (TeamsClient[])[scenario.Checker, scenario.Head])
        {
            CardWords(client).ShouldContain(sentence);
            CardWords(client).ShouldNotContain("確認済みにしました。");
            // The head was waited for and had not begun; who had answered is shown it quietly.
            screens.CountOf(client).New.ShouldBe(client == scenario.Head ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_withdrawal_after_the_approval_does_not_end_with_the_approval_on_the_heads_card()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "取り下げる");
        await host.IdleAsync();

        CardWords(scenario.Head).ShouldContain("起案者の佐藤 花子さんが取り下げました（");
        CardWords(scenario.Head).ShouldNotContain("承認しました。");
    }

    [Theory]
    [InlineData("差し戻す", "差し戻し　田中 誠")]
    [InlineData("却下する", "却下　田中 誠")]
    public async Task An_outcome_names_the_person_and_the_reason_to_the_others(string button, string outcome)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();

        await scenario.Head.PressAsync(decision, button, new Dictionary<string, string> { ["reason"] = "会場の住所を書き足してください。" });
        await host.IdleAsync();

        CardWords(scenario.Checker).ShouldContain(outcome);
        CardWords(scenario.Checker).ShouldContain("会場の住所を書き足してください。");
        CardWords(scenario.Checker).ShouldNotContain("確認済みにしました。");
    }

    [Fact]
    public async Task A_retired_card_shows_number_title_and_how_it_ended()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["reason"] = "会場の住所を書き足してください。" });
        await host.IdleAsync();

        var retired = BotHost.Words(
            scenario.Author.Chat.FromBot.First(message => message.Card is { } card && BotHost.IsOf(card, 1)).Card!.Value
        );
        retired.ShouldBe("No.1　図書館まつり\n鈴木 一郎（係長）が差し戻しました（11/20(金) 10:00）。");
    }

    [Fact]
    public async Task The_waiting_writer_reads_what_exactly_is_told_by_a_message()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();
        await host.IdleAsync();

        CardWords(scenario.Author).ShouldContain("差し戻しと決裁の結果は、このチャットに新しいメッセージで知らせます。");
    }

    [Fact]
    public async Task A_return_without_a_reason_says_that_a_tick_is_enough_and_a_rejection_that_it_is_not()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        Scenario.Shown(await scenario.Checker.PressAsync(review, "差し戻す")).ShouldContain("直してほしいところに印を付けるか、どう直すかの理由を10字以上で入力してください。");
        Scenario.Shown(await scenario.Checker.PressAsync(review, "却下する")).ShouldContain("却下する理由を10字以上で入力してください。印だけでは却下できません。");
        Scenario
            .Shown(await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["quickReason"] = "date" }))
            .ShouldStartWith("差し戻し");
    }

    [Fact]
    public async Task A_request_after_a_return_says_who_had_asked_for_what()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var second = await host.OpenAsync("高橋 由美");
        var review = await scenario.SubmitAsync();
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["reason"] = "会場の住所を書き足してください。" });
        var own = await scenario.CurrentCardAsync(scenario.Author);
        await scenario.Author.PressAsync(
            own,
            Scenario.HandInAgain,
            new Dictionary<string, string>(Scenario.Plan()) { ["text"] = Scenario.Text + "\n中央1-1" }
        );
        await host.IdleAsync();

        Notices.Last(second).ShouldContain("前回の差し戻し　鈴木 一郎（");
        Notices.Last(second).ShouldContain("会場の住所を書き足してください。");
        Notices.Last(second).ShouldNotContain("お願いしたこと");
    }

    [Fact]
    public async Task An_emptied_text_is_refused_beside_its_field_which_stays_open()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();

        var answer = await scenario.Author.PressAsync(card, "保存して点検する", new Dictionary<string, string> { ["text"] = "" });

        Scenario.Shown(answer).ShouldContain("本文がありません。");
        var shown = Passage.CardOf(answer)!.Value;
        shown.GetRawText().ShouldContain("▲ 本文");
        var edit = System.Text.Json.Nodes.JsonNode.Parse(shown.GetRawText())!["body"]!
            .AsArray()
            .Single(element => (string?)element!["id"] == "edit")!;
        ((bool?)edit["isVisible"]).ShouldNotBe(false);
        edit.ToJsonString(TeamsBot.Protocol.Schema.ProtocolJson.Options).ShouldContain("本文がありません。");
    }

    private static string CardWords(TeamsClient client) => BotHost.Words(Scenario.CardOf(client).Card!.Value);
}
