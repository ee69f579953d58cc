using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Nothing typed is lost when somebody else was quicker: the card in which a reviewer may be writing is not taken away under their hands, a
/// press that came too late gives the words back, and they can still reach the author.
/// </summary>
public sealed partial class HandsTests
{
    private const string Words = "会場の住所を書き足してください。";

    private const string SendOn = "佐藤 花子さんに連絡として送る";

    [Fact]
    public async Task A_card_that_somebody_may_be_writing_in_stays_a_while_when_a_colleague_was_quicker()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, review, other) = await TwoAskedAsync(host, scenario);
        var before = Raw(second, other);
        var screens = new Screens(host);
        screens.Begin(second);

        await scenario.Checker.PressAsync(review, "差し戻す", Reason(Words));
        await host.IdleAsync();

        Raw(second, other).ShouldBe(before);
        screens.CountOf(second).ShouldBe(new Screens.Count(1, 0));
        Notices.Last(second).ShouldStartWith("ほかの方が先に処理しました No.1");

        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        CardWords(second, other).ShouldContain("鈴木 一郎（係長）");
        Raw(second, other).ShouldNotContain("差し戻す・却下する");
        screens.CountOf(second).ShouldBe(new Screens.Count(1, 1));
    }

    [Fact]
    public async Task What_came_with_a_press_that_was_too_late_comes_back_and_can_be_sent_to_the_author()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, review, other) = await TwoAskedAsync(host, scenario);
        var stale = other.Card!.Value;
        await scenario.Checker.PressAsync(review, "差し戻す", Reason("日付を見直してください。曜日も。"));
        await host.IdleAsync();

        var late = await second.PressAsync(
            other,
            stale,
            "差し戻す",
            new Dictionary<string, string> { ["returnReason"] = Words, ["quickReason"] = "contact" }
        );
        await host.IdleAsync();

        Scenario.Shown(late).ShouldContain("今の操作は記録していません。");
        Scenario.Shown(late).ShouldContain("書いた内容（だれにも送られていません）");
        foreach (var shown in (string[])[Passage.CardOf(late)!.Value.GetRawText(), Raw(second, other)])
        {
            shown.ShouldContain(Words);
            shown.ShouldContain("電話・連絡先を見直してください。");
        }

        var screens = new Screens(host);
        screens.Begin(scenario.Author, second);
        var offered = Passage.CardOf(late)!.Value;
        var sent = await second.PressAsync(other, offered, SendOn, new Dictionary<string, string> { ["noteText"] = Words });
        await host.IdleAsync();

        Scenario.Shown(sent).ShouldContain("佐藤 花子さんに連絡として送りました。");
        Raw(second, other).ShouldNotContain("noteText");
        Notices.Last(scenario.Author).ShouldStartWith("連絡 No.1");
        Notices.Last(scenario.Author).ShouldContain("高橋 由美さん（");
        Notices.Last(scenario.Author).ShouldContain(Words);
        // The author may be correcting the text at this moment.
        screens.CountOf(scenario.Author).ShouldBe(new Screens.Count(1, 0));

        // With other words: the same ones would be a second delivery of that press.
        Scenario
            .Shown(await second.PressAsync(other, offered, SendOn, new Dictionary<string, string> { ["noteText"] = "もう一度送ります。" }))
            .ShouldContain("もう送ってあります");
        await host.IdleAsync();
        screens.CountOf(scenario.Author).New.ShouldBe(1);
        (await scenario.ActionsAsync()).Count(action => action == "draft.note").ShouldBe(1);
    }

    [Fact]
    public async Task Words_that_the_first_of_two_presses_sent_are_not_said_to_be_unsent()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var stale = review.Card!.Value;
        var inputs = new Dictionary<string, string> { ["returnReason"] = Words, ["quickReason"] = "contact" };
        await scenario.Checker.PressAsync(review, stale, "差し戻す", inputs);

        Scenario.Shown(await scenario.Checker.PressAsync(review, stale, "差し戻す", inputs)).ShouldNotContain("送られていません");
    }

    [Fact]
    public async Task Words_that_were_not_sent_stay_with_their_writer_through_later_states_and_nobody_else_sees_them()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, review, other) = await TwoAskedAsync(host, scenario);
        var stale = other.Card!.Value;
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        await second.PressAsync(other, stale, "差し戻す", Reason(Words));
        await scenario.Head.PressAsync(await host.SeesCardAsync(scenario.Head, "決裁待ち"), "承認する", Scenario.Ticks);
        await host.IdleAsync();
        // They may be rewording it for the author.
        Raw(second, other).ShouldContain(Words);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        // The message that told of it is the draft's card by now.
        var own = Scenario.CardOf(second).Card!.Value;
        BotHost.Words(own).ShouldStartWith("承認済");
        own.GetRawText().ShouldContain(Words);
        foreach (var client in (TeamsClient[])[scenario.Author, scenario.Checker, scenario.Head])
            client.Chat.FromBot.ShouldAllBe(
                message => !message.Activity.GetRawText().Contains(Words, StringComparison.Ordinal),
                client.Person.Name
            );
    }

    [Fact]
    public async Task Who_had_begun_is_told_by_one_message_and_keeps_the_card_for_a_while()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, review, other) = await TwoAskedAsync(host, scenario);
        Scenario.Shown(await second.PressAsync(other, "差し戻す", Reason("短い"))).ShouldContain("10字以上");
        await host.IdleAsync();
        var (stale, before) = (other.Card!.Value, Raw(second, other));
        var screens = new Screens(host);
        screens.Begin(second, scenario.Author);

        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        await host.IdleAsync();
        host.Time.Advance(CardInHand.LeftAlone - TimeSpan.FromMinutes(1));
        await host.IdleAsync();

        screens.CountOf(second).ShouldBe(new Screens.Count(1, 0));
        Raw(second, other).ShouldBe(before);
        Notices.Last(second).ShouldStartWith("ほかの方が先に処理しました No.1");
        Notices.Last(second).ShouldContain("鈴木 一郎（係長）が確認済みにしました");
        Notices.Last(second).ShouldContain("書きかけの内容があれば、送られていません。11/20(金) 10:15まで上の元のカードに残っています。");

        var late = await second.PressAsync(other, stale, "差し戻す", Reason(Words));
        await host.IdleAsync();
        foreach (var shown in (string[])[Passage.CardOf(late)!.Value.GetRawText(), Raw(second, other)])
        {
            shown.ShouldContain("今の操作は記録していません。");
            shown.ShouldContain(Words);
            shown.ShouldContain(SendOn);
        }

        await second.PressAsync(other, Passage.CardOf(late)!.Value, SendOn, new Dictionary<string, string> { ["noteText"] = Words });
        await host.IdleAsync();
        CardWords(second, other).ShouldContain("連絡として送りました。");
        Notices.Last(scenario.Author).ShouldContain(Words);
    }

    [Fact]
    public async Task A_card_left_in_the_hands_of_who_had_begun_says_after_a_while_who_decided_and_asks_for_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, review, other) = await TwoAskedAsync(host, scenario);
        await second.PressAsync(other, "差し戻す", Reason("短い"));
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        await host.IdleAsync();

        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        CardWords(second, other).ShouldContain("鈴木 一郎（係長）が確認済みにしました（11/20(金) 10:00）。");
        Notices.Buttons(second.Chat.Find(other.Id)!.Card!.Value).ShouldBeEmpty();
    }

    private static async Task<(TeamsClient Second, ChatMessage Review, ChatMessage Other)> TwoAskedAsync(BotHost host, Scenario scenario)
    {
        var second = await host.OpenAsync("高橋 由美");
        var review = await scenario.SubmitAsync();
        var other = await host.SeesCardAsync(second, "確認中");
        await host.IdleAsync();
        return (second, review, other);
    }

    private static Dictionary<string, string> Reason(string words) => new() { ["returnReason"] = words, ["reason"] = words };

    private static string Raw(TeamsClient client, ChatMessage message) => client.Chat.Find(message.Id)!.Card!.Value.GetRawText();

    private static string CardWords(TeamsClient client, ChatMessage message) => BotHost.Words(client.Chat.Find(message.Id)!.Card!.Value);
}
