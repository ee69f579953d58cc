using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The author hands a draft in. It is checked once more; without a route it goes nowhere, never through (features.md b2).
/// </summary>
internal sealed class SubmitDraft(
    DraftTurns turns,
    CheckDraft check,
    AuthorReplies replies,
    DraftViews views,
    DraftReminders reminders,
    DraftReach reach,
    Pack pack,
    AccountRegister accounts,
    PeopleDirectory people,
    OutboxWriter outbox,
    SubmitGates gates,
    PolicyAudience policies
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, typed) = (draft.Stamp, AuthorInput.Of(turn.Action!, draft));
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, CheckDraft.Proof(draft), typed);
        if (WrongAccount(turn, draft) is { } wrong) return replies.HoldBack(turn, draft, wrong, typed, [SubmitGap.Account]);
        var posting = views.PostingOf(draft);
        if (UnreadPolicy(turn, draft) is { } unread) return replies.HoldBack(turn, draft, unread, typed, [SubmitGap.Policy]);
        if (draft.SubmitRefusal(turn.Actor!.ObjectId, posting, turns.Now) is { } cannot) return Kept(cannot);
        if (turn.Action![ApprovalFields.Declares] is { Length: > 0 } said && said != draft.InformationClass)
            return Kept(Refusal.ClassDiffers);
        var route = accounts.Find(draft.AccountId!) is { } account
            ? people.ResolveRoute(pack, account, draft.AuthorId, turns.Now)
            : null;
        if (route is not { Final: { } final }) return NoRoute(turn, draft, route, typed);

        // Once: the card that follows has a button of its own for it, and the one after that (the preview) comes from there.
        if (draft.IsUnchangedSinceReturn() && turn.Action![ApprovalFields.Unchanged] != "true" && turn.Action["previewed"].Length == 0)
            return replies.HoldBack(turn, draft, Unchanged(draft.LastReturn()!, turns.Language(turn)), typed, [SubmitGap.Unchanged]);
        var ticks = await gates.NeededAsync(draft, cancellationToken);
        if (!SubmitGates.AreOn(ticks, turn.Action!)) return Preview(turn, draft, ticks, stamp);
        var standing = views.Judge(draft);
        if (draft.Submit(turn.Actor.ObjectId, Routes.Of(route, final) with { Standing = standing }, posting, turns.Now) is { } problem)
            return Kept(problem);
        foreach (var tick in ticks) draft.Ticked(tick.Event, tick.Sentence, turns.Now);
        await reminders.ScheduleAsync(draft, cancellationToken);
        var isStuck = await reach.IsNobodyReachableAsync(draft, cancellationToken);
        var language = turns.Language(turn);
        return turns.Done(
            turn,
            draft,
            "draft.submit",
            Proof(draft, ticks),
            $"{language.Say("確認に回しました。", "Sent for review. ")}{await reach.SaidAsync(draft, language, cancellationToken)}"
                + $"{Said(standing, language)}",
            isStuck || standing is { Holds: false } ? NoticeKind.Attention : NoticeKind.Done
        );

        Reply Kept(Refusal why) => replies.HoldBack(turn, draft, why.Sentence(draft, turns.Now, turns.Language(turn)), typed);
    }

    private static string Unchanged(DraftEvent returned, CardLanguage say)
    {
        const int most = 100;
        var reason = ShortText.Shorten((returned.Note ?? "").ReplaceLineEndings(" "), most);
        return say.Say(
            $"差し戻しの指摘（{returned.Who}「{reason}」）のあと、本文が変わっていません。このまま再申請しますか。変えない理由は「その他」の連絡欄に書けます。",
            $"The text has not changed since it was returned ({returned.Who}: {reason}). Send it again as it is? Say why in the note under "
                + $"More."
        );
    }

    /// <summary>The post as residents will see it, before it goes anywhere; a second press with everything ticked hands it in.</summary>
    private Reply Preview(ParsedTurn turn, Draft draft, IReadOnlyList<SubmitTick> ticks, long stamp)
    {
        var isMissing = turn.Action!["previewed"].Length > 0;
        var card = views
            .Of(draft, turn.Actor!.ObjectId)
            .Fitting(view => PreviewCard.For(view, accounts.Find(draft.AccountId!)!, ticks, turn.Action!, isMissing));
        return draft.Stamp == stamp
            ? turns.Privately(turn, card)
            : turns.DoneShowing(turn, draft, "draft.preview", CheckDraft.Proof(draft), card);
    }

    /// <summary>The author asks the head whether blocking findings may pass.</summary>
    public async Task<Reply> HandleAskLift(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, typed) = (draft.Stamp, AuthorInput.Of(turn.Action!, draft));
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, CheckDraft.Proof(draft), typed);
        if (WrongAccount(turn, draft) is { } wrong) return replies.HoldBack(turn, draft, wrong, typed, [SubmitGap.Account]);
        if (draft.AccountId is not { } id || accounts.Find(id) is not { } account) return Kept(Refusal.NoAccount);
        var route = people.ResolveRoute(pack, account, draft.AuthorId, turns.Now);
        if (route is not { Final: { } final }) return NoRoute(turn, draft, route, typed);
        var reason = DraftInput.Reason(turn.Action![ApprovalFields.LiftReason]);
        if (draft.AskLift(turn.Actor!.ObjectId, Routes.Of(route, final), views.PostingOf(draft), reason, turns.Now) is { } cannot)
            return Kept(cannot);
        return turns.Done(
            turn,
            draft,
            "draft.askLift",
            Proof(draft, []),
            $"{turns.Language(turn).Say("例外の判断を依頼しました。", "An exception was asked for. ")}"
                + $"{await reach.SaidAsync(draft, turns.Language(turn), cancellationToken)}"
        );

        Reply Kept(Refusal why) =>
            replies.HoldBack(turn, draft, why.Sentence(draft, turns.Now, turns.Language(turn)), typed, SubmitGaps.Of(why));
    }

    /// <summary>
    /// Why the account on the card cannot be posted to, naming whom to ask (features.md b15); null where it can, or where none is named.
    /// </summary>
    private string? WrongAccount(ParsedTurn turn, Draft draft) =>
        (turn.Action![ApprovalFields.Account].Trim() is { Length: > 0 } chosen ? chosen : draft.AccountId) is { } named
        && people.Find(draft.AuthorId) is { } author
        && accounts.Refusal(named, author) is { } refusal
            ? turns.Language(turn).Say(refusal.Japanese, refusal.English)
            : null;

    /// <summary>
    /// Where the guideline has a section share its account's policy, who has not read it hands nothing in for the account (yamaguchi-3-1).
    /// </summary>
    private string? UnreadPolicy(ParsedTurn turn, Draft draft) =>
        draft.AccountId is { } id && accounts.Find(id) is { } account && people.Find(draft.AuthorId) is { } author
        && policies.WaitsFor(author, account) is { } version
            ? turns.Language(turn).Say(
                FormattableString.Invariant(
                    $"{AccountRegister.Display(account)} の運用ポリシー（第{version.Number}版）を読んでから、確認に回してください。"),
                FormattableString.Invariant(
                    $"Please read the policy of {AccountRegister.Display(account)} (version {version.Number}) first."))
            : null;

    /// <summary>No route is no free pass: the draft stays where it is, and those who can enter one are told (features.md b2).</summary>
    private Reply NoRoute(ParsedTurn turn, Draft draft, RouteAnswer? route, AuthorInput typed)
    {
        var why = route?.Refusal?.Japanese ?? Refusal.NoAccount.Sentence(draft, turns.Now);
        foreach (var admin in people.Holding(Role.Admin).Where(admin => !draft.IsAuthor(admin.ObjectId)))
        {
            outbox.Say(
                Address.Person(draft.TenantId, admin.ObjectId),
                $"承認経路の登録をお願いします。下書き No.{draft.Number} が申請できていません。{why}",
                DraftTurns.Subject(draft)
            );
        }

        var said = route?.Refusal is { } refusal ? turns.Language(turn).Say(refusal.Japanese, refusal.English) : why;
        return replies.HoldBack(turn, draft, said, typed);
    }

    private static object Proof(Draft draft, IReadOnlyList<SubmitTick> ticks) => new
    {
        revision = draft.Current.Number,
        hash = draft.CurrentHash,
        account = draft.AccountId,
        unchanged = draft.LastRound()?.Text == draft.Current.Text,
        asked = draft.OpenReviews.Select(review => review.ReviewerId).ToArray(),
        standing = draft.Route?.Standing,
        ticked = ticks.Select(tick => tick.Field).ToArray(),
    };

    private static string Said(StandingUse? standing, CardLanguage language) => standing switch
    {
        null => "",
        { Holds: true } => language.Say("事前承認の範囲のため、確認が済めば投稿できます。", "Approved ahead: it may be posted once reviewed."),
        { WhyNot: var why } => language.Say(
            $"事前承認の範囲に当たらないため、確認のあと決裁に回ります：{why}", $"Not within the approval given ahead, so it also goes to the decision: {why}"),
    };
}
