using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The rules of telling over the whole way of a draft: whoever must act next and whoever waits for an outcome gets a message of their own,
/// everybody else's card is changed without a sound, and what a press said is still on the screen when everything has arrived
/// (architecture.md 2).
/// </summary>
public sealed class TellingTests
{
    private const string Corrected = Scenario.Text + "\n駐車場はありません。";
    private const string CorrectedAgain = Scenario.Text + "\n駐車場はありません。バスをご利用ください。";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_the_whole_way_each_person_gets_these_messages_and_no_press_loses_its_words(bool isFromChannel)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (author, checker, head) = (scenario.Author, scenario.Checker, scenario.Head);
        if (isFromChannel) await author.InstallInTeamAsync();
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(author, checker, head);

        if (isFromChannel) await author.SayInChannelAsync("@広報ボット " + Scenario.Text);
        else await author.SayAsync(Scenario.Text);
        var own = await host.SeesCardAsync(author, "下書き");
        await screens.PressAsync(author, own, Scenario.HandIn, Scenario.Plan(account: ""), says: "投稿先のアカウントを選んでください。");
        own = await host.CurrentCardAsync(author);
        await screens.PressAsync(author, own, Scenario.HandIn, Scenario.Plan(), says: "確認に回しました。");

        var review = await host.SeesCardAsync(checker, "確認中");
        await screens.PressAsync(checker, review, "差し戻す", Reason("短い"), says: "理由を10字以上で入力してください", isKept: false);
        await screens.PressAsync(checker, review, "差し戻す", Reason("駐車場の案内を書き足してください。"), says: "差し戻しました。理由を起案者に伝えました。");
        Notices.Last(author).ShouldStartWith("差し戻されました No.1");
        Notices.Last(author).ShouldContain("駐車場の案内を書き足してください。");

        await HandInAgainAsync(host, screens, author, Corrected);
        Notices.Last(checker).ShouldStartWith("直して再申請されました。確認をお願いします No.1");
        review = await host.SeesCardAsync(checker, "確認中");
        await screens.PressAsync(checker, review, "確認済みにする", Scenario.Ticks, says: "確認済みにしました。");

        var decision = await host.SeesCardAsync(head, "決裁待ち");
        await screens.PressAsync(head, decision, "差し戻す", Reason("バスの案内も書き足してください。"), says: "差し戻しました。");
        Notices.Last(author).ShouldContain("バスの案内も書き足してください。");

        await HandInAgainAsync(host, screens, author, CorrectedAgain);
        review = await host.SeesCardAsync(checker, "確認中");
        await screens.PressAsync(checker, review, "確認済みにする", Scenario.Ticks, says: "確認済みにしました。");
        Notices.Last(head).ShouldStartWith("決裁をお願いします No.1");
        decision = await host.SeesCardAsync(head, "決裁待ち");
        await screens.PressAsync(head, decision, "承認する", Scenario.Ticks, says: "承認しました。起案者が投稿します。");

        Notices.Last(author).ShouldStartWith("承認されました。投稿できます No.1");
        await screens.PressAsync(author, author.Chat.FromBot[^1], "確かめて本文を受け取る", says: "承認済みの本文を、次のメッセージで送りました。");
        own = await host.CurrentCardAsync(author);
        await screens.PressAsync(
            author,
            own,
            "投稿を報告する",
            Report(url: "https://example.com/1"),
            says: "URLが投稿先の媒体のものではないようです。",
            isKept: false
        );
        await screens.PressAsync(author, own, "投稿を報告する", Report(), says: "投稿済みにしました。");

        screens.Lost.ShouldBeEmpty();
        // The draft's card, two returns, the approval, the text; the request and two resubmissions; the request and the resubmission.
        screens.CountOf(author).New.ShouldBe(5);
        screens.CountOf(checker).New.ShouldBe(3);
        screens.CountOf(head).New.ShouldBe(2);
        screens.CountOf(author).Edits.ShouldBe(13);
        screens.CountOf(checker).Edits.ShouldBe(11);
        screens.CountOf(head).Edits.ShouldBe(7);
        foreach (var client in (TeamsClient[])[author, checker, head]) Living(client).Count().ShouldBe(1, client.Person.Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whose_time_goes_by_undecided_is_told_once(bool isFromChannel)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        if (isFromChannel)
        {
            await scenario.Author.InstallInTeamAsync();
            await scenario.Author.SayInChannelAsync("@広報ボット " + Scenario.Text);
            await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "下書き"), Scenario.HandIn, Scenario.Plan());
            await host.SeesCardAsync(scenario.Checker, "確認中");
        }
        else
        {
            await scenario.SubmitAsync();
        }

        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Author, scenario.Checker);

        host.Time.Advance(new DateTimeOffset(2026, 11, 24, 15, 1, 0, TimeSpan.FromHours(9)) - host.Time.GetUtcNow());
        await host.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldContain("11/24(火) 15:00 までに確認が終わりませんでした");
        (screens.CountOf(scenario.Author).New, screens.CountOf(scenario.Checker).New).ShouldBe((1, 0));
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        BotHost.Words(Scenario.CardOf(scenario.Checker).Card!.Value).ShouldStartWith("期限切れ");
    }

    [Fact]
    public async Task A_rejection_and_an_exception_are_told_to_their_author()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();

        await scenario.Head.PressAsync(decision, "却下する", Reason("市公式ホームページだけで知らせることになりました。"));
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldStartWith("却下されました No.1");
        Notices.Last(scenario.Author).ShouldContain("市公式ホームページだけで知らせることになりました。");
        Notices.Summary(scenario.Author.Chat.FromBot[^1]).ShouldStartWith("却下 No.1「図書館まつり」市公式ホームページだけで");
    }

    [Fact]
    public async Task Each_message_that_rings_says_the_request_in_one_line_of_a_phone()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.IdleAsync();

        Notices.Summary(scenario.Checker.Chat.FromBot[^1]).ShouldNotBeEmpty();
        var rings = host
            .Tenant.Calls.Where(call =>
                call.Operation == LocalTeams.Connector.ConnectorOperation.Send && call.Body!.Value.TryGetProperty("summary", out _)
            )
            .Select(call => call.Body!.Value.GetProperty("summary").GetString()!)
            .ToList();
        rings.ShouldContain("確認のお願い No.1「図書館まつり」佐藤 花子さん（11/24(火) 15:00 希望）");
        rings.ShouldContain("決裁のお願い No.1「図書館まつり」佐藤 花子さん（11/24(火) 15:00 希望）");
        rings.ShouldContain("承認 No.1「図書館まつり」投稿できます");
        rings.ShouldAllBe(summary => summary.Length <= 46);
    }

    [Fact]
    public async Task The_title_of_a_text_that_must_not_be_out_yet_is_on_no_lock_screen()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var plan = Scenario.Plan();
        plan["informationClass"] = "embargoed";

        await scenario.SubmitAsync(plan);

        Notices.Summary(Scenario.CardOf(scenario.Checker)).ShouldNotContain("図書館");
    }

    private static async Task HandInAgainAsync(BotHost host, Screens screens, TeamsClient author, string text)
    {
        var card = await host.SeesCardAsync(author, "差し戻し");
        await host.IdleAsync();
        await screens.PressAsync(
            author,
            card,
            Scenario.HandInAgain,
            new Dictionary<string, string>(Scenario.Plan()) { ["text"] = text },
            says: "確認に回しました。"
        );
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };

    private static Dictionary<string, string> Report(string url = "https://x.com/hoshimi_city/status/1") =>
        new() { ["postedUrl"] = url, ["postedText"] = CorrectedAgain };

    /// <summary>Cards of the draft that are more than a pointer to a newer one.</summary>
    private static IEnumerable<ChatMessage> Living(TeamsClient client) =>
        client.Chat.FromBot.Where(message =>
            message.Card is { } card && BotHost.IsOf(card, 1) && CardState.Words(card).StartsWith("投稿済", StringComparison.Ordinal)
        );
}
