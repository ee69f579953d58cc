using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A draft that comes back to its reviewers: they read what had been asked for and what was done about it, and a text that was not touched
/// is asked about.
/// </summary>
public sealed class AgainTests
{
    private const string Asked = "会場の住所を書き足してください。";

    [Fact]
    public async Task A_text_that_was_returned_goes_out_again_unchanged_only_after_a_question()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await ReturnedAsync(host, scenario);

        var first = await scenario.Author.PressAsync(own, Scenario.HandInAgain, Scenario.Plan());

        Scenario.Shown(first).ShouldContain("差し戻しの指摘（鈴木 一郎（係長）「会場の住所を書き足してください。」）のあと、本文が変わっていません。このまま再申請しますか。");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Returned);

        Scenario
            .Shown(await scenario.Author.PressAsync(own, Passage.CardOf(first)!.Value, "変えずに再申請する", Scenario.Plan()))
            .ShouldStartWith("確認中");
        await host.IdleAsync();

        Notices.Last(scenario.Checker).ShouldStartWith("本文を変えずに再申請されました。確認をお願いします No.1");
        Notices.Last(scenario.Checker).ShouldContain("前回の差し戻し　鈴木 一郎（係長）「会場の住所を書き足してください。」");
        Notices.Last(scenario.Checker).ShouldContain("本文は前回から変わっていません。");
    }

    [Fact]
    public async Task Reviewers_and_the_head_read_on_their_cards_that_it_was_returned_and_that_nothing_changed()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await ReturnedAsync(host, scenario);
        var first = await scenario.Author.PressAsync(own, Scenario.HandInAgain, Scenario.Plan());
        await scenario.Author.PressAsync(own, Passage.CardOf(first)!.Value, "変えずに再申請する", Scenario.Plan());
        await host.IdleAsync();

        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        Expect(review);
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        Expect(await host.SeesCardAsync(scenario.Head, "決裁待ち"));

        static void Expect(ChatMessage message)
        {
            var words = BotHost.Words(message.Card!.Value);
            words.ShouldContain("前回の差し戻し　鈴木 一郎（係長）「会場の住所を書き足してください。」");
            words.ShouldContain("本文は前回から変わっていません。");
            words.ShouldNotContain("前回から変わったところ");
        }
    }

    [Fact]
    public async Task A_text_that_was_corrected_is_not_asked_about_and_its_change_stands_below_what_was_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await ReturnedAsync(host, scenario);

        var inputs = new Dictionary<string, string>(Scenario.Plan()) { ["text"] = Scenario.Text + "\n中央1-1" };
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandInAgain, inputs)).ShouldStartWith("確認中");
        await host.IdleAsync();

        var words = BotHost.Words((await host.SeesCardAsync(scenario.Checker, "確認中")).Card!.Value);
        words.ShouldContain("前回の差し戻し　鈴木 一郎（係長）「会場の住所を書き足してください。」");
        words.ShouldContain("前回から変わったところ");
        words.ShouldContain("＋ 中央1-1");
        words.ShouldNotContain("変わっていません");
    }

    /// <summary>The readers' last text is the one that came back, not one that its author handed in and took back unseen.</summary>
    [Fact]
    public async Task A_correction_that_was_taken_back_and_handed_in_once_more_is_no_unchanged_text()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await ReturnedAsync(host, scenario);
        var corrected = new Dictionary<string, string>(Scenario.Plan()) { ["text"] = Scenario.Text + "\n対象：小学生" };
        await scenario.Author.PressAsync(own, Scenario.HandInAgain, corrected);
        await host.IdleAsync();
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "下書きに戻す");
        await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "下書き"), Scenario.HandInAgain, Scenario.Plan());
        await host.IdleAsync();

        var words = BotHost.Words((await host.SeesCardAsync(scenario.Checker, "確認中")).Card!.Value);
        words.ShouldNotContain("本文は前回から変わっていません");
        words.ShouldContain("対象：小学生");
    }

    [Fact]
    public async Task A_phone_shows_of_a_draft_that_comes_back_what_is_wanted_and_what_had_been_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await ReturnedAsync(host, scenario);
        var inputs = new Dictionary<string, string>(Scenario.Plan()) { ["text"] = Scenario.Text + "\n中央1-1" };
        await scenario.Author.PressAsync(own, Scenario.HandInAgain, inputs);
        await host.IdleAsync();

        Notices.Summary(scenario.Checker.Chat.FromBot[^1]).ShouldStartWith("再確認をお願いします No.1「図書館まつり」前回の指摘：会場の住所を");
        await scenario.Checker.PressAsync(await host.SeesCardAsync(scenario.Checker, "確認中"), "確認済みにする", Scenario.Ticks);
        await host.IdleAsync();

        Rung(host).ShouldContain(summary => summary.StartsWith("再申請の承認をお願いします No.1「図書館まつり」前回の指摘：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task However_often_it_comes_back_one_message_of_it_can_be_pressed_and_the_others_say_how_they_ended()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var second = await host.OpenAsync("高橋 由美");
        var own = await ReturnedAsync(host, scenario);
        for (var round = 2; round < 5; round++)
        {
            var inputs = new Dictionary<string, string>(Scenario.Plan()) { ["text"] = $"{Scenario.Text}\n中央{round}-1" };
            await scenario.Author.PressAsync(own, Scenario.HandInAgain, inputs);
            await host.IdleAsync();
            var review = await host.SeesCardAsync(scenario.Checker, "確認中");
            await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["returnReason"] = Asked });
            await host.IdleAsync();
            own = await host.CurrentCardAsync(scenario.Author);
        }

        host.Time.Advance(TeamsBot.Cards.CardInHand.LeftAlone);
        await host.IdleAsync();

        foreach (var client in (LocalTeams.TeamsClient[])[scenario.Author, scenario.Checker, second])
        {
            var cards = client.Chat.FromBot.Where(message => message.Card is { } card && BotHost.IsOf(card, 1)).ToList();
            var live = cards.Count(message => Notices.Buttons(message.Card!.Value).Any());
            if (client == scenario.Author) live.ShouldBe(1);
            else live.ShouldBeLessThanOrEqualTo(1, client.Person.Name);
            var stubs = cards.Where(message => message != cards[^1]).Select(message => BotHost.Words(message.Card!.Value)).ToList();
            stubs.Count.ShouldBeGreaterThan(1);
            stubs.ShouldAllBe(words => words.Contains("鈴木 一郎（係長）が差し戻しました（", StringComparison.Ordinal), client.Person.Name);
        }
    }

    private static List<string> Rung(BotHost host) =>
    [
        .. host
            .Tenant.Calls.Where(call =>
                call.Operation == LocalTeams.Connector.ConnectorOperation.Send && call.Body!.Value.TryGetProperty("summary", out _)
            )
            .Select(call => call.Body!.Value.GetProperty("summary").GetString()!),
    ];

    private static async Task<ChatMessage> ReturnedAsync(BotHost host, Scenario scenario)
    {
        var review = await scenario.SubmitAsync();
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["returnReason"] = Asked });
        await host.SeesCardAsync(scenario.Author, "差し戻し");
        return await host.CurrentCardAsync(scenario.Author);
    }
}
