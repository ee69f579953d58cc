using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The right to decide is read from the people at the press (architecture.md 2). Whoever was asked and has lost it decides nothing, others
/// are asked in their place, the author hears of it, and the old card is dead.
/// </summary>
public sealed class ChangedPeopleTests
{
    private const string Suzuki =
        "{id: a0000000-0000-4000-8000-000000000002, name: 鈴木 一郎, kana: すずき いちろう, section: 広報課, title: 係長, roles: [reviewer, writer, desk, "
            + "admin]}";
    private const string Tanaka =
        "{id: a0000000-0000-4000-8000-000000000003, name: 田中 誠, kana: たなか まこと, section: 広報課, title: 課長, roles: [head, prHead]}";
    internal const string Takahashi =
        "{id: a0000000-0000-4000-8000-000000000004, name: 高橋 由美, kana: たかはし ゆみ, section: 広報課, title: 課長補佐, roles: [reviewer, desk]}";
    private const string Yamada =
        "{id: a0000000-0000-4000-8000-000000000005, name: 山田 太郎, kana: やまだ たろう, section: 観光課, title: 主事, roles: []}";

    /// <summary>Somebody else stands in for the head, who is not looked at here.</summary>
    private static readonly (string, string) OtherDeputy = (
        "by: a0000000-0000-4000-8000-000000000004",
        "by: a0000000-0000-4000-8000-000000000013"
    );

    [Fact]
    public async Task A_reviewer_without_the_role_cannot_approve_after_a_restart_and_the_other_goes_on_alone()
    {
        await using var play = await PeoplePlay.StartAsync();
        var review = await play.Scenario.SubmitAsync();
        await play.RestartAsync((Suzuki, Suzuki.Replace("reviewer, ", "", StringComparison.Ordinal)));

        Scenario.Shown(await play.Of(BotHost.Checker).PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldNotContain("決裁待ち");

        var draft = await play.DraftAsync();
        draft.Status.ShouldBe(DraftStatus.InReview);
        draft.OpenReviews.Select(asked => asked.ReviewerName).ShouldBe(["高橋 由美"]);
    }

    /// <summary>The request waits for its next try while the draft changes: a change without a sound took it away for good.</summary>
    [Fact]
    public async Task Who_could_not_be_reached_yet_is_still_asked_when_the_other_is_not_any_more()
    {
        await using var play = await PeoplePlay.StartAsync();
        play.Host.Faults.AddLasting(new ConnectorFault { Status = 500, Code = "ServiceError" }, play.Scenario.Checker.Chat.Id);
        var own = await play.Scenario.PasteAsync();
        await play.Scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan());
        await play.Host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.Status == 500));
        play.IsFailing = true;

        await play.RestartAsync((Takahashi, Takahashi.Replace("reviewer, ", "", StringComparison.Ordinal)));

        await play.Host.PassUntilAsync(() => play.Of(BotHost.Checker).Chat.FromBot.Any(message => RotationPlay.Says(message, "No.1")));
        await play.Host.SeesCardAsync(play.Of(BotHost.Checker), "確認中");
        (await play.DraftAsync()).OpenReviews.Select(asked => asked.ReviewerName).ShouldBe(["鈴木 一郎"]);
    }

    [Fact]
    public async Task Somebody_who_left_learns_nothing_and_their_card_is_dead()
    {
        await using var play = await PeoplePlay.StartAsync();
        var review = await play.Scenario.SubmitAsync();
        var invoke = await play.PressOfAsync(play.Of(BotHost.Checker), review, "確認済みにする");
        await play.RestartAsync(($"  - {Suzuki}\n", ""));

        var answer = await play.Of(BotHost.Author).DeliverAsync(invoke);

        BotHost.Words(answer.ToCardAnswer().Card!.Value).ShouldNotContain("図書館まつり");
        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        (await play.Host.ReadAsync(db => Task.FromResult(db.AuditEntries.Count(entry => entry.Action == "draft.approve")))).ShouldBe(0);
    }

    [Fact]
    [Case("E02")]
    public async Task With_both_asked_reviewers_gone_a_press_of_one_of_them_is_refused_and_the_author_is_told()
    {
        await using var play = await PeoplePlay.StartAsync();
        var invoke = await AskedAndPressingAsync(play);
        await play.RestartAsync(($"  - {Suzuki}\n", ""), ($"  - {Takahashi}\n", ""), OtherDeputy);

        var answer = await play.Of(BotHost.Author).DeliverAsync(invoke);

        BotHost.Words(answer.ToCardAnswer().Card!.Value).ShouldNotContain("図書館まつり");
        await DecidedNothingAsync(play);
        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.Returned);
        await play.Host.PassUntilAsync(() =>
            play.Of(BotHost.Author)
                .Chat.FromBot.Any(message =>
                    message.Card is { } card
                    && BotHost.Words(card) is var words
                    && words.StartsWith("差し戻されました No.1", StringComparison.Ordinal)
                    && words.Contains("確認者がいません", StringComparison.Ordinal)
                )
        );
    }

    /// <summary>Whatever became of 高橋 由美, who was asked beside 鈴木 一郎.</summary>
    [Theory]
    [RelativesOf("E02")]
    [InlineData("roles: [reviewer, desk]", "roles: [desk]")]
    [InlineData("roles: [reviewer, desk]", "roles: []")]
    [InlineData("roles: [reviewer, desk]", "roles: [writer, desk]")]
    [InlineData("roles: [reviewer, desk]", "roles: [admin]")]
    [InlineData("section: 広報課", "section: 観光課")]
    [InlineData("000000000004", "000000000099")]
    [InlineData(null, "")]
    public async Task Whoever_lost_the_right_decides_nothing_and_the_author_hears_who_is_asked_now(string? entry, string instead)
    {
        await using var play = await PeoplePlay.StartAsync();
        var invoke = await AskedAndPressingAsync(play);
        await play.RestartAsync(
            entry is null ? ($"  - {Takahashi}\n", instead) : (Takahashi, Takahashi.Replace(entry, instead, StringComparison.Ordinal)),
            OtherDeputy
        );

        await play.Of(BotHost.Author).DeliverAsync(invoke);

        await DecidedNothingAsync(play);
        var draft = await play.DraftAsync();
        draft.Status.ShouldBe(DraftStatus.InReview);
        draft.OpenReviews.Select(asked => asked.ReviewerName).ShouldContain("鈴木 一郎");
        draft.OpenReviews.Select(asked => asked.ReviewerId).ShouldNotContain("a0000000-0000-4000-8000-000000000004");
        await play.Host.PassUntilAsync(() => play.Of(BotHost.Author).Chat.FromBot.Any(message => message.Card is { } card
            && BotHost.Words(card).StartsWith("依頼先が変わりました No.1", StringComparison.Ordinal)));
    }

    /// <summary>A draft that both reviewers were asked about, and the press of one of them, not sent yet.</summary>
    private static async Task<System.Text.Json.Nodes.JsonObject> AskedAndPressingAsync(PeoplePlay play)
    {
        var takahashi = await play.Host.OpenAsync("高橋 由美");
        await play.Scenario.SubmitAsync();
        return await play.PressOfAsync(takahashi, await play.Host.SeesCardAsync(takahashi, "確認中"), "確認済みにする");
    }

    private static async Task DecidedNothingAsync(PeoplePlay play) =>
        (await play.Host.ReadAsync(db => Task.FromResult(db.AuditEntries.Count(entry => entry.Action == "draft.approve")))).ShouldBe(0);

    [Fact]
    public async Task New_reviewers_are_asked_at_the_start_and_the_author_is_told()
    {
        await using var play = await PeoplePlay.StartAsync();
        await play.Scenario.SubmitAsync();

        await play.RestartAsync(
            (Suzuki, Suzuki.Replace("reviewer, ", "", StringComparison.Ordinal)),
            (Takahashi, Takahashi.Replace("reviewer, ", "", StringComparison.Ordinal)),
            (Yamada, Yamada.Replace("観光課", "広報課", StringComparison.Ordinal).Replace("[]", "[reviewer]", StringComparison.Ordinal))
        );
        var yamada = play.Of(BotHost.Outsider);
        await yamada.InstallAsync();

        var review = await play.Host.SeesCardAsync(yamada, "確認中");
        await play.Host.PassUntilAsync(() =>
            play.Of(BotHost.Author)
                .Chat.FromBot.Any(message =>
                    message.Card is { } card && BotHost.Words(card).StartsWith("依頼先が変わりました No.1", StringComparison.Ordinal)
                )
        );
        Scenario.Shown(await yamada.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
    }

    [Fact]
    public async Task Where_nobody_is_left_to_check_the_draft_goes_back_with_the_reason()
    {
        await using var play = await PeoplePlay.StartAsync();
        await play.Scenario.SubmitAsync();

        await play.RestartAsync(
            (Suzuki, Suzuki.Replace("reviewer, ", "", StringComparison.Ordinal)),
            (Takahashi, Takahashi.Replace("reviewer, ", "", StringComparison.Ordinal))
        );

        await play.Host.PassUntilAsync(() =>
            play.Of(BotHost.Author)
                .Chat.FromBot.Any(message =>
                    message.Card is { } card
                    && BotHost.Words(card) is var words
                    && words.StartsWith("差し戻されました No.1", StringComparison.Ordinal)
                    && words.Contains("確認者がいません", StringComparison.Ordinal)
                )
        );
        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.Returned);
    }

    [Fact]
    public async Task A_head_who_moved_on_decides_no_more_and_the_new_one_does()
    {
        await using var play = await PeoplePlay.StartAsync();
        var decision = await play.Scenario.ReviewAsync();
        await play.RestartAsync(
            (Tanaka, Tanaka.Replace("[head, prHead]", "[]", StringComparison.Ordinal)),
            (
                Yamada,
                Yamada.Replace("観光課", "広報課", StringComparison.Ordinal).Replace("[]", "[head, prHead]", StringComparison.Ordinal)
            ),
            (
                "  - {for: a0000000-0000-4000-8000-000000000003, by: a0000000-0000-4000-8000-000000000004, order: 1}",
                "  - {for: a0000000-0000-4000-8000-000000000005, by: a0000000-0000-4000-8000-000000000004, order: 1}"
            )
        );

        Scenario.Shown(await play.Of(BotHost.Head).PressAsync(decision, "承認する", Scenario.Ticks)).ShouldNotContain("承認しました");

        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        var yamada = play.Of(BotHost.Outsider);
        await yamada.InstallAsync();
        Scenario
            .Shown(await yamada.PressAsync(await play.Host.SeesCardAsync(yamada, "決裁待ち"), "承認する", Scenario.Ticks))
            .ShouldStartWith("承認済");
    }

    [Fact]
    public async Task The_same_people_after_a_restart_are_left_in_peace()
    {
        await using var play = await PeoplePlay.StartAsync();
        var review = await play.Scenario.SubmitAsync();
        await play.RestartAsync();

        Scenario.Shown(await play.Of(BotHost.Checker).PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");

        (await play.DraftAsync()).Events.ShouldNotContain(happened => happened.Kind == DraftEventKind.Rerouted);
    }

    [Fact]
    public async Task Ids_in_capitals_are_the_same_people_and_their_lists_are_full()
    {
        await using var play = await PeoplePlay.StartAsync();
        await play.RestartAsync(
            (Suzuki, Suzuki.Replace("a0000000", "A0000000", StringComparison.Ordinal)),
            (Tanaka, Tanaka.Replace("a0000000", "A0000000", StringComparison.Ordinal)),
            ("{id: a0000000-0000-4000-8000-000000000001, name: 佐藤", "{id: A0000000-0000-4000-8000-000000000001, name: 佐藤")
        );
        var scenario = await new Scenario(play.Host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        await scenario.Checker.SayAsync("一覧");
        await play.Host.SeesAsync(scenario.Checker.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("あなたの番 1", StringComparison.Ordinal)
        );
        await scenario.Author.SayAsync("一覧");
        await play.Host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("返事待ち 1", StringComparison.Ordinal)
        );

        Scenario.Shown(await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
    }
}
