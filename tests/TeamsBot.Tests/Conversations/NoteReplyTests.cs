using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>An author can answer a note: once, and it reaches nobody but who wrote it.</summary>
public sealed class NoteReplyTests
{
    private const string Note = "会場の住所を書き足してください。";

    private const string Answer = "住所は、告知文にないため載せません。";

    [Fact]
    public async Task An_answer_reaches_who_wrote_the_note_alone_and_is_written_down()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, note) = await NotedAsync(host, scenario);
        var screens = new Screens(host);
        screens.Begin(scenario.Author, scenario.Checker, scenario.Head, second);
        var stale = note.Card!.Value;

        await scenario.Author.PressAsync(note, Title(note), Words(Answer));
        await host.IdleAsync();

        Notices.Last(second).ShouldStartWith("連絡への返事 No.1");
        Notices.Last(second).ShouldContain(Answer);
        Notices.Summary(second.Chat.FromBot[^1]).ShouldStartWith("連絡への返事 No.1 佐藤 花子さんから「住所は、告知文に");
        screens.CountOf(second).New.ShouldBe(1);
        screens.CountOf(scenario.Checker).ShouldBe(new Screens.Count(0, 0));
        screens.CountOf(scenario.Head).ShouldBe(new Screens.Count(0, 0));
        screens.CountOf(scenario.Author).ShouldBe(new Screens.Count(0, 1));
        var shown = scenario.Author.Chat.Find(note.Id)!.Card!.Value;
        BotHost.Words(shown).ShouldContain(Note);
        BotHost.Words(shown).ShouldContain(Answer);
        Notices.Buttons(shown).ShouldBeEmpty();
        (await scenario.ActionsAsync())[^1].ShouldBe("draft.noteReply");

        var again = await scenario.Author.PressAsync(note, stale, Title(stale), Words("もう一つあります。"));
        await host.IdleAsync();
        Scenario.Shown(again).ShouldContain("返事は、もう送ってあります。入力された次の内容は送られていません。");
        Scenario.Shown(again).ShouldContain("もう一つあります。");
        screens.CountOf(second).New.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_words_asks_for_them_and_sends_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, note) = await NotedAsync(host, scenario);
        var before = second.Chat.FromBot.Count;

        var answer = await scenario.Author.PressAsync(note, Title(note), Words(""));
        await host.IdleAsync();

        Passage.CardOf(answer)!.Value.GetRawText().ShouldContain("▲ 返事（未記入）");
        second.Chat.FromBot.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_button_with_another_persons_name_on_it_sends_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, note) = await NotedAsync(host, scenario);
        var forged = System.Text.Json.JsonDocument.Parse(
            note.Card!.Value.GetRawText().Replace(second.Person.ObjectId, scenario.Head.Person.ObjectId, StringComparison.OrdinalIgnoreCase)
        );
        var before = scenario.Head.Chat.FromBot.Count;

        await scenario.Author.PressAsync(note, forged.RootElement, Title(note), Words(Answer));
        await host.IdleAsync();

        scenario.Head.Chat.FromBot.Count.ShouldBe(before);
        (await scenario.ActionsAsync()).ShouldNotContain("draft.noteReply");
    }

    [Fact]
    public async Task An_answer_to_somebody_who_left_says_so_and_gives_the_words_back()
    {
        await using var play = await PeoplePlay.StartAsync();
        var (_, note) = await NotedAsync(play.Host, play.Scenario);
        await play.RestartAsync(
            ($"  - {ChangedPeopleTests.Takahashi}\n", ""),
            ("by: a0000000-0000-4000-8000-000000000004", "by: a0000000-0000-4000-8000-000000000013")
        );

        var answer = await play.Of(BotHost.Author).PressAsync(note, Title(note), Words(Answer));

        Scenario.Shown(answer).ShouldContain("この連絡をした方は、職員の登録がなくなったため、返事を送れません。");
        Scenario.Shown(answer).ShouldContain($"入力された次の内容は送られていません。\n{Answer}");
    }

    /// <summary>Who decides would else not know what the second member of staff found a moment too late.</summary>
    [Fact]
    public async Task Whoever_is_about_to_decide_reads_it_too()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await NotedAsync(host, scenario);

        scenario.Head.Chat.FromBot[^1].Text
            .ShouldBe($"決裁をお願いしている No.1 について、高橋 由美さんが佐藤 花子さんに次の連絡をしました。\n{Note}");
    }

    private static string Title(ChatMessage note) => Title(note.Card!.Value);

    private static string Title(System.Text.Json.JsonElement note) => Notices.Buttons(note).ShouldHaveSingleItem().Title;

    /// <summary>A reviewer's press came too late, and they sent its words to the author.</summary>
    private static async Task<(TeamsClient Second, ChatMessage Note)> NotedAsync(BotHost host, Scenario scenario)
    {
        var second = await host.OpenAsync("高橋 由美");
        var review = await scenario.SubmitAsync();
        var other = await host.SeesCardAsync(second, "確認中");
        var stale = other.Card!.Value;
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        var late = await second.PressAsync(other, stale, "差し戻す", new Dictionary<string, string> { ["returnReason"] = Note });
        await second.PressAsync(other, Passage.CardOf(late)!.Value, "佐藤 花子さんに連絡として送る", Words(Note));
        await host.IdleAsync();
        var note = scenario.Author.Chat.FromBot[^1];
        BotHost.Words(note.Card!.Value).ShouldStartWith("連絡 No.1");
        return (second, note);
    }

    private static Dictionary<string, string> Words(string words) => new() { ["noteText"] = words };
}
