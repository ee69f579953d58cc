using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The right to decide is read from the people at the press (architecture.md 2). Whoever was asked and has lost it decides nothing, others are asked in their
/// place, the author hears of it, and the old card is dead.
/// </summary>
public sealed class ChangedPeopleTests
{
    private const string Suzuki = "{id: a0000000-0000-4000-8000-000000000002, name: 鈴木 一郎, kana: すずき いちろう, section: 広報課, title: 係長, roles: [reviewer, writer, desk, admin]}";
    private const string Tanaka = "{id: a0000000-0000-4000-8000-000000000003, name: 田中 誠, kana: たなか まこと, section: 広報課, title: 課長, roles: [head, prHead]}";
    private const string Takahashi = "{id: a0000000-0000-4000-8000-000000000004, name: 高橋 由美, kana: たかはし ゆみ, section: 広報課, title: 課長補佐, roles: [reviewer, desk]}";
    private const string Yamada = "{id: a0000000-0000-4000-8000-000000000005, name: 山田 太郎, kana: やまだ たろう, section: 観光課, title: 主事, roles: []}";

    [Fact]
    public async Task A_reviewer_without_the_role_cannot_approve_after_a_restart_and_the_other_goes_on_alone()
    {
        await using var play = await Play.StartAsync();
        var review = await play.Scenario.SubmitAsync();
        await play.RestartAsync((Suzuki, Suzuki.Replace("reviewer, ", "", StringComparison.Ordinal)));

        Scenario.Shown(await play.Of(BotHost.Checker).PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldNotContain("決裁待ち");

        var draft = await play.DraftAsync();
        draft.Status.ShouldBe(DraftStatus.InReview);
        draft.OpenReviews.Select(asked => asked.ReviewerName).ShouldBe(["高橋 由美"]);
    }

    [Fact]
    public async Task Somebody_who_left_learns_nothing_and_their_card_is_dead()
    {
        await using var play = await Play.StartAsync();
        var review = await play.Scenario.SubmitAsync();
        var invoke = await play.PressOfAsync(play.Of(BotHost.Checker), review, "確認済みにする");
        await play.RestartAsync(($"  - {Suzuki}\n", ""));

        var answer = await play.Of(BotHost.Author).DeliverAsync(invoke);

        BotHost.Words(answer.ToCardAnswer().Card!.Value).ShouldNotContain("図書館まつり");
        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        (await play.Host.ReadAsync(db => Task.FromResult(db.AuditEntries.Count(entry => entry.Action == "draft.approve")))).ShouldBe(0);
    }

    [Fact]
    public async Task New_reviewers_are_asked_at_the_start_and_the_author_is_told()
    {
        await using var play = await Play.StartAsync();
        await play.Scenario.SubmitAsync();

        await play.RestartAsync((Suzuki, Suzuki.Replace("reviewer, ", "", StringComparison.Ordinal)), (Takahashi, Takahashi.Replace("reviewer, ", "", StringComparison.Ordinal)),
            (Yamada, Yamada.Replace("観光課", "広報課", StringComparison.Ordinal).Replace("[]", "[reviewer]", StringComparison.Ordinal)));
        var yamada = play.Of(BotHost.Outsider);
        await yamada.InstallAsync();

        var review = await play.Host.SeesCardAsync(yamada, "確認中");
        await play.Host.PassUntilAsync(() => play.Of(BotHost.Author).Chat.FromBot.Any(message => message.Card is { } card && BotHost.Words(card).StartsWith("依頼先が変わりました No.1", StringComparison.Ordinal)));
        Scenario.Shown(await yamada.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
    }

    [Fact]
    public async Task Where_nobody_is_left_to_check_the_draft_goes_back_with_the_reason()
    {
        await using var play = await Play.StartAsync();
        await play.Scenario.SubmitAsync();

        await play.RestartAsync((Suzuki, Suzuki.Replace("reviewer, ", "", StringComparison.Ordinal)), (Takahashi, Takahashi.Replace("reviewer, ", "", StringComparison.Ordinal)));

        await play.Host.PassUntilAsync(() => play.Of(BotHost.Author).Chat.FromBot.Any(message => message.Card is { } card && BotHost.Words(card) is var words
            && words.StartsWith("差し戻されました No.1", StringComparison.Ordinal) && words.Contains("確認者がいません", StringComparison.Ordinal)));
        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.Returned);
    }

    [Fact]
    public async Task A_head_who_moved_on_decides_no_more_and_the_new_one_does()
    {
        await using var play = await Play.StartAsync();
        var decision = await play.Scenario.ReviewAsync();
        await play.RestartAsync((Tanaka, Tanaka.Replace("[head, prHead]", "[]", StringComparison.Ordinal)),
            (Yamada, Yamada.Replace("観光課", "広報課", StringComparison.Ordinal).Replace("[]", "[head, prHead]", StringComparison.Ordinal)),
            ("  - {for: a0000000-0000-4000-8000-000000000003, by: a0000000-0000-4000-8000-000000000004, order: 1}", "  - {for: a0000000-0000-4000-8000-000000000005, by: a0000000-0000-4000-8000-000000000004, order: 1}"));

        Scenario.Shown(await play.Of(BotHost.Head).PressAsync(decision, "承認する", Scenario.Ticks)).ShouldNotContain("承認しました");

        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        var yamada = play.Of(BotHost.Outsider);
        await yamada.InstallAsync();
        Scenario.Shown(await yamada.PressAsync(await play.Host.SeesCardAsync(yamada, "決裁待ち"), "承認する", Scenario.Ticks)).ShouldStartWith("承認済");
    }

    [Fact]
    public async Task The_same_people_after_a_restart_are_left_in_peace()
    {
        await using var play = await Play.StartAsync();
        var review = await play.Scenario.SubmitAsync();
        await play.RestartAsync();

        Scenario.Shown(await play.Of(BotHost.Checker).PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");

        (await play.DraftAsync()).Events.ShouldNotContain(happened => happened.Kind == DraftEventKind.Rerouted);
    }

    [Fact]
    public async Task Ids_in_capitals_are_the_same_people_and_their_lists_are_full()
    {
        await using var play = await Play.StartAsync();
        await play.RestartAsync((Suzuki, Suzuki.Replace("a0000000", "A0000000", StringComparison.Ordinal)), (Tanaka, Tanaka.Replace("a0000000", "A0000000", StringComparison.Ordinal)),
            ("{id: a0000000-0000-4000-8000-000000000001, name: 佐藤", "{id: A0000000-0000-4000-8000-000000000001, name: 佐藤"));
        var scenario = await new Scenario(play.Host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await scenario.Checker.SayAsync("一覧");
        await play.Host.SeesAsync(scenario.Checker.Chat, message => message.Card is { } card && BotHost.Words(card).Contains("あなたの番 1", StringComparison.Ordinal));
        await scenario.Author.SayAsync("一覧");
        await play.Host.SeesAsync(scenario.Author.Chat, message => message.Card is { } card && BotHost.Words(card).Contains("返事待ち 1", StringComparison.Ordinal));

        Scenario.Shown(await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
    }

    /// <summary>One database, and a program that is stopped and started with other people.</summary>
    private sealed class Play : IAsyncDisposable
    {
        private readonly TempFolder folder = new();
        private readonly FakeTime time = new(BotHost.Morning);

        public BotHost Host { get; private set; } = null!;

        public Scenario Scenario { get; private set; } = null!;

        public static async Task<Play> StartAsync()
        {
            var play = new Play();
            play.Host = await BotHost.StartAsync(play.folder.Path, play.time);
            play.Scenario = await new Scenario(play.Host).InstalledAsync();
            await play.Host.IdleAsync();
            return play;
        }

        /// <summary>The people of the sample, changed so.</summary>
        public async Task RestartAsync(params (string Line, string Instead)[] changes)
        {
            await Host.IdleAsync();
            await Host.StopAsync();
            var people = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "packs", "sample", "people.yaml"));
            foreach (var (line, instead) in changes)
            {
                people.ShouldContain(line);
                people = people.Replace(line, instead, StringComparison.Ordinal);
            }

            var file = folder.File("people.yaml");
            await File.WriteAllTextAsync(file, people);
            Host = await BotHost.StartAsync(folder.Path, time, settings: $"--People:File={file}");
            // The local Teams began anew at another address, which everybody's client tells.
            foreach (var person in Host.Tenant.People.Where(person => person.Name is BotHost.Author or BotHost.Checker or BotHost.Head)) await Host.OpenAsync(person.Name);
        }

        public TeamsClient Of(string name) => Host.Of(name);

        public async Task<Draft> DraftAsync() => (await Host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!;

        /// <summary>The activity of a press, to be delivered by whoever is left.</summary>
        public async Task<System.Text.Json.Nodes.JsonObject> PressOfAsync(TeamsClient client, ChatMessage message, string title)
        {
            var said = System.Text.Json.Nodes.JsonObject.Create((await client.SayAsync("ヘルプ")).Message.Activity)!;
            await Host.IdleAsync();
            var action = Forgery.ActionOf(message, title);
            foreach (var (name, value) in Scenario.Ticks) action["data"]![name] = value;
            (said["type"], said["name"], said["id"], said["replyToId"]) = ("invoke", "adaptiveCard/action", "1790000000555", message.Id);
            said["value"] = new System.Text.Json.Nodes.JsonObject { ["action"] = action, ["trigger"] = "manual" };
            said.Remove("text");
            return said;
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Dispose();
        }
    }
}
