using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Several answer for a post that is wrong. What one tells its author the others hear at once; and whoever says something else sees that
/// first. Their cards ask nobody to ask themselves.
/// </summary>
public sealed class AdviceTests
{
    private const string Other = "https://x.com/other_city/status/1";

    private const string Tell = "佐藤 花子さんに伝える";

    [Fact]
    public async Task The_first_advice_is_told_to_the_others_and_the_second_sees_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ToldAsync(host);
        var (head, desk) = (scenario.Head.Chat.FromBot[^1], scenario.Checker.Chat.FromBot[^1]);
        var old = desk.Card!.Value;

        await scenario.Head.PressAsync(head, Tell, Says("その投稿は消してください。"));
        await host.IdleAsync();

        scenario.Checker.Chat.FromBot[^1].Text.ShouldContain("田中 誠さんが佐藤 花子さんに次のとおり伝えました。");
        scenario.Checker.Chat.FromBot[^1].Text.ShouldContain("その投稿は消してください。");
        var notes = scenario.Author.Chat.FromBot.Count;
        var asked = await scenario.Checker.PressAsync(desk, old, Tell, Says("消さずに残してください。"));
        await host.IdleAsync();
        Scenario.Shown(asked).ShouldContain("まだ送っていません。先に田中 誠さんが");
        Scenario.Shown(asked).ShouldContain("その投稿は消してください。");
        Passage.CardOf(asked)!.Value.GetRawText().ShouldContain("消さずに残してください。");
        scenario.Author.Chat.FromBot.Count.ShouldBe(notes);

        await scenario.Checker.PressAsync(desk, Passage.CardOf(asked)!.Value, Tell, Says("消さずに残してください。"));
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldContain("消さずに残してください。");
        Notices.Last(scenario.Author).ShouldContain("先の連絡：田中 誠さん「その投稿は消してください。」");
        scenario.Head.Chat.FromBot[^1].Text.ShouldContain("鈴木 一郎さんが佐藤 花子さんに次のとおり伝えました。");
        (await scenario.DraftAsync()).Advice().Select(one => one.Note)
            .ShouldBe([$"{Other}\nその投稿は消してください。", $"{Other}\n消さずに残してください。"]);
    }

    [Fact]
    public async Task An_author_who_reads_english_is_told_of_the_earlier_advice_in_english()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ToldAsync(host);
        await scenario.Author.SayAsync("english");
        await host.IdleAsync();
        await scenario.Head.PressAsync(scenario.Head.Chat.FromBot[^1], Tell, Says("消してください。"));
        await host.IdleAsync();
        var desk = scenario.Checker.Chat.FromBot.Last(message =>
            message.Card is { } card && BotHost.Words(card).Contains(Tell, StringComparison.Ordinal));
        var asked = await scenario.Checker.PressAsync(desk, Tell, Says("残してください。"));
        if (Scenario.Shown(asked).Contains("まだ送っていません", StringComparison.Ordinal))
            await scenario.Checker.PressAsync(desk, Passage.CardOf(asked)!.Value, Tell, Says("残してください。"));
        await host.IdleAsync();

        Notices.Last(scenario.Author).ShouldContain("Before that, 田中 誠 told you \"消してください。\"");
        Notices.Last(scenario.Author).ShouldNotContain("先の連絡");
    }

    /// <summary>Two said different things: what the author asks one of them, the other must hear too.</summary>
    [Fact]
    public async Task What_the_author_answers_reaches_everybody_who_was_called()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ToldAsync(host);
        await scenario.Head.PressAsync(scenario.Head.Chat.FromBot[^1], Tell, Says("まだ触らないでください。"));
        await host.IdleAsync();
        var note = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("まだ触らないでください。", StringComparison.Ordinal)
        );

        await scenario.Author.PressAsync(note, "田中 誠さん（課長）に返事を送る", Says("消さなくてよいですか。"));
        await host.IdleAsync();

        Notices.Last(scenario.Head).ShouldContain("消さなくてよいですか。");
        Notices.Last(scenario.Head).ShouldContain("答えるときは、先に届いたお知らせのカードの欄から伝えられます。");
        scenario.Checker.Chat.FromBot[^1].Text
            .ShouldBe("No.1 の投稿について、佐藤 花子さんが田中 誠さんの連絡に返事をしました。\n消さなくてよいですか。");
    }

    /// <summary>The second reviewer wrote before anything was wrong: that answer is between the two.</summary>
    [Fact]
    public async Task What_is_answered_to_another_note_stays_between_the_two()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ToldAsync(host);
        var draft = await scenario.DraftAsync();
        draft.IsAdvice("田中 誠", "会場の写真を次回はお願いします。").ShouldBeFalse();
        await scenario.Head.PressAsync(scenario.Head.Chat.FromBot[^1], Tell, Says("消してください。"));
        await host.IdleAsync();

        draft = await scenario.DraftAsync();

        draft.IsAdvice("田中 誠", $"{Other}\n消してください。").ShouldBeTrue();
        draft.IsAdvice("田中 誠", "消してください。").ShouldBeFalse();
        draft.IsAdvice("鈴木 一郎", $"{Other}\n消してください。").ShouldBeFalse();
    }

    /// <summary>The author is putting it right at that moment, in the card they have.</summary>
    [Fact]
    public async Task Advice_makes_no_report_stale()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ToldAsync(host);
        var own = await scenario.CurrentCardAsync(scenario.Author);
        var card = own.Card!.Value;
        await scenario.Head.PressAsync(scenario.Head.Chat.FromBot[^1], Tell, Says("正しい投稿先に出してください。"));
        await host.IdleAsync();

        await scenario.Author.PressAsync(
            own,
            card,
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/2" }
        );

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Posted);
    }

    [Fact]
    public async Task Nobody_is_told_to_ask_or_to_phone_themselves()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ToldAsync(host);
        var (head, desk, author) = (
            BotHost.Words(scenario.Head.Chat.FromBot[^1].Card!.Value),
            BotHost.Words(scenario.Checker.Chat.FromBot[^1].Card!.Value),
            BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value)
        );

        author.ShouldContain("所属長と相談するまで");
        foreach (var card in (string[])[head, desk])
        {
            card.ShouldNotContain("所属長と相談するまで");
            card.ShouldContain("消すか残すかを決める");
        }

        desk.ShouldNotContain("急ぐときは");
    }

    private static async Task<Scenario> ToldAsync(BotHost host)
    {
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");
        await host.IdleAsync();
        var typed = new Dictionary<string, string> { ["postedUrl"] = Other };
        var refused = Passage.CardOf(await scenario.Author.PressAsync(card, "投稿を報告する", typed))!.Value;
        await scenario.Author.PressAsync(card, refused, "違うアカウントに投稿した", typed);
        await host.IdleAsync();
        return scenario;
    }

    private static Dictionary<string, string> Says(string words) => new() { ["noteText"] = words };
}
