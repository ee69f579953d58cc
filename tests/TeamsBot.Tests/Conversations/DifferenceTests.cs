using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A post that differs from what was approved, from the alarm to its end: whoever was told to act is told when there is nothing to do any
/// more.
/// </summary>
public sealed class DifferenceTests
{
    private const string Alarm = "投稿文が承認文と違います No.1";
    private const string Settled = "解消しました No.1";

    [Fact]
    public async Task Who_was_told_of_a_difference_is_told_that_it_is_settled_and_no_red_card_is_left()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var desk = await host.OpenAsync("高橋 由美");
        await scenario.ApproveAsync();
        await scenario.ReportAsync(Wrong("午前11時"));
        await host.IdleAsync();
        await scenario.ReportAsync(Wrong("午前9時"));
        await host.IdleAsync();
        foreach (var client in (TeamsClient[])[scenario.Head, desk]) Saying(client, Alarm).Count.ShouldBe(2, client.Person.Name);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        foreach (var client in (TeamsClient[])[scenario.Head, desk]) Saying(client, Alarm).ShouldHaveSingleItem(client.Person.Name);

        await scenario.ReportAsync();
        await host.IdleAsync();
        // In the alarm they may be writing how it is to be corrected: it stays a while under the message that it is settled.
        foreach (var client in (TeamsClient[])[scenario.Head, desk]) Saying(client, Alarm).ShouldHaveSingleItem(client.Person.Name);
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        foreach (var client in (TeamsClient[])[scenario.Head, desk])
        {
            Saying(client, Alarm).ShouldBeEmpty(client.Person.Name);
            Notices.Last(client).ShouldStartWith(Settled);
            Notices.Last(client).ShouldContain("することはありません。");
            Notices.Summary(client.Chat.FromBot[^1]).ShouldStartWith("解消しました No.1");
            // One message says it; the alarms point to it.
            Saying(client, Settled).ShouldHaveSingleItem(client.Person.Name);
            var settled = Saying(client, Settled)[0].Card!.Value;
            BotHost.Words(settled).ShouldContain("午前10時から、星見市立図書館で");
            BotHost.Words(settled).ShouldContain("午前9時から");
            BotHost.Words(settled).ShouldContain("午前11時から");
            settled.GetRawText().ShouldContain("違っていたところを見る");
        }
    }

    [Fact]
    public async Task What_was_being_written_into_the_alarm_while_it_was_settled_is_given_back()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync(Wrong("午前11時"));
        await host.IdleAsync();
        var alarm = Saying(scenario.Head, Alarm).ShouldHaveSingleItem();
        await scenario.ReportAsync();
        await host.IdleAsync();

        Saying(scenario.Head, Alarm).ShouldHaveSingleItem().Id.ShouldBe(alarm.Id);
        var words = new Dictionary<string, string> { ["noteText"] = "開始時刻だけを直してください。" };
        var said = Scenario.Shown(await scenario.Head.PressAsync(alarm, "佐藤 花子さんに伝える", words));
        said.ShouldContain("このお知らせは、すでに解消しています");
        said.ShouldContain("送られていません");
        said.ShouldContain("開始時刻だけを直してください。");
    }

    [Fact]
    public async Task The_urgent_card_has_the_field_for_what_it_asks_and_takes_the_answer_to_the_author()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync(Wrong("午前11時"));
        await host.IdleAsync();
        var alarm = Saying(scenario.Head, Alarm).ShouldHaveSingleItem();
        alarm.Card!.Value.GetRawText().ShouldContain("投稿を見る");
        var screens = new Screens(host);
        screens.Begin(scenario.Author, scenario.Head);

        Scenario.Shown(await scenario.Head.PressAsync(alarm, "佐藤 花子さんに伝える")).ShouldContain("▲ 訂正のしかた（未記入）");
        var answer = await scenario.Head.PressAsync(
            alarm,
            "佐藤 花子さんに伝える",
            new Dictionary<string, string> { ["noteText"] = "承認文のとおりに直してください。" }
        );
        await host.IdleAsync();

        Scenario.Shown(answer).ShouldContain("佐藤 花子さんに伝えました。");
        BotHost.Words(scenario.Head.Chat.Find(alarm.Id)!.Card!.Value).ShouldContain("佐藤 花子さんに伝えました。");
        Notices.Last(scenario.Author).ShouldStartWith("連絡 No.1");
        Notices.Last(scenario.Author).ShouldContain("田中 誠さん（");
        Notices.Last(scenario.Author).ShouldContain("承認文のとおりに直してください。");
        // The author's card, in which the correction is reported, is not replaced.
        screens.CountOf(scenario.Author).ShouldBe(new Screens.Count(1, 0));
        (await scenario.ActionsAsync()).ShouldContain("draft.advise");

        await scenario.ReportAsync();
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        Saying(scenario.Head, Alarm).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_those_who_were_told_says_how_it_is_put_right()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync(Wrong("午前11時"));
        await host.IdleAsync();
        var alarm = Saying(scenario.Head, Alarm).ShouldHaveSingleItem();

        var outsider = await host.OpenAsync(BotHost.Outsider);
        var words = Scenario.Shown(
            await outsider.PressForgedAsync(
                alarm,
                "佐藤 花子さんに伝える",
                Forgery.With(new Dictionary<string, string> { ["noteText"] = "そのままで構いません。" })
            )
        );

        words.ShouldNotContain("伝えました");
        (await scenario.ActionsAsync()).ShouldNotContain("draft.advise");
    }

    [Fact]
    public async Task The_card_of_a_difference_says_what_was_done_and_asks_for_the_text_in_one_way()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();

        var words = Scenario.Shown(await scenario.ReportAsync(Wrong("午前11時")));
        words.ShouldContain("に知らせました。");
        words.ShouldNotContain("知らせます");
        words.ShouldNotContain("任意");

        await host.IdleAsync();
        var lacking = Scenario.Shown(await scenario.ReportAsync(""));
        lacking.ShouldContain("▲ いま投稿されている文（承認文と同じかを確かめます）（未記入）");
        lacking.ShouldNotContain("任意");
    }

    [Fact]
    public async Task While_a_difference_is_open_the_list_says_so_and_an_address_alone_does_not_end_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync(Wrong("午前11時"));
        await host.IdleAsync();

        await scenario.Author.SayAsync("一覧");
        var list = BotHost.Words(
            (
                await host.SeesAsync(scenario.Author.Chat, message =>
                    message.Card is { } card && BotHost.Words(card).StartsWith("一覧", StringComparison.Ordinal)
                )
            )
                .Card!
                .Value
        );
        list.ShouldContain("投稿文が承認文と違います");
        list.ShouldContain("No.1 の違いを直す");
        list.ShouldNotContain("承認済・投稿待ち");

        var answer = await scenario.ReportAsync("");
        Scenario.Shown(answer).ShouldContain("いま投稿されている文を▲に貼り付けてください");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Approved);
    }

    [Fact]
    public async Task A_correction_without_an_address_and_a_reason_marks_both()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync();
        var card = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("投稿済み No.1", StringComparison.Ordinal)
        );

        var answer = await scenario.Author.PressAsync(
            card,
            "このURLに直す",
            new Dictionary<string, string> { ["postedUrl"] = "", ["urlReason"] = "" }
        );

        var words = Scenario.Shown(answer);
        words.ShouldContain("▲ 投稿のURL（未記入）");
        words.ShouldContain("▲ 直す理由（記録に残ります）（未記入）");
    }

    [Fact]
    public async Task Where_the_text_to_copy_is_is_said_for_phones_and_desktops_with_the_time_it_came()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();

        var words = Scenario.Shown(await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "承認済"), "確かめて本文を受け取る"));

        words.ShouldContain("11/20(金) 10:00 に届いた「図書館まつり」の本文をコピーします（長押し、パソコンは選んで Ctrl+C）。");
    }

    private static string Wrong(string hour) => Scenario.Text.Replace("午前10時", hour, StringComparison.Ordinal);

    private static List<ChatMessage> Saying(TeamsClient client, string heading) =>
        [
            .. client.Chat.FromBot.Where(message =>
                message.Card is { } card && BotHost.Words(card).StartsWith(heading, StringComparison.Ordinal)
            ),
        ];
}
