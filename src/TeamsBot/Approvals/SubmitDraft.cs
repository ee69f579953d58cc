using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>The author hands a draft in. It is checked once more; without a route it goes nowhere, never through (features.md b2).</summary>
internal sealed class SubmitDraft(DraftTurns turns, CheckDraft check, DraftViews views, DraftReminders reminders, Pack pack, AccountRegister accounts, PeopleDirectory people)
{
    public async Task<Reply> Handle(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } refusal) return turns.Refuse(turn, draft, refusal);
        var posting = views.PostingOf(draft);
        if (draft.SubmitRefusal(turn.Actor!.ObjectId, posting, turns.Now) is { } cannot) return Kept(turn, draft, cannot.Sentence(draft, turns.Now));
        var route = accounts.Find(draft.AccountId!) is { } account
            ? people.ResolveRoute(pack, account, draft.AuthorId, turns.Now)
            : null;
        if (route is not { Final: { } final }) return Kept(turn, draft, route?.Refusal?.Japanese ?? Refusal.NoAccount.Sentence(draft, turns.Now));

        if (draft.Submit(turn.Actor.ObjectId, Route(route, final), posting, turns.Now) is { } problem) return Kept(turn, draft, problem.Sentence(draft, turns.Now));
        reminders.Schedule(draft);
        return turns.Done(turn, draft, "draft.submit", Proof(draft), $"{Asked(draft)}に確認を依頼しました。");
    }

    /// <summary>The author asks the head whether blocking findings may pass.</summary>
    public async Task<Reply> HandleAskLift(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } refusal) return turns.Refuse(turn, draft, refusal);
        if (draft.AccountId is not { } id || accounts.Find(id) is not { } account) return Kept(turn, draft, Refusal.NoAccount.Sentence(draft, turns.Now));
        var route = people.ResolveRoute(pack, account, draft.AuthorId, turns.Now);
        if (route is not { Final: { } final }) return Kept(turn, draft, route.Refusal!.Japanese);
        if (draft.AskLift(turn.Actor!.ObjectId, Route(route, final), views.PostingOf(draft), turns.Now) is { } cannot) return Kept(turn, draft, cannot.Sentence(draft, turns.Now));
        return turns.Done(turn, draft, "draft.askLift", Proof(draft), $"{final.Person.Name}さんに例外の判断を依頼しました。");
    }

    /// <summary>What the author filled in is saved even where the draft is held back.</summary>
    private Reply Kept(TurnContext turn, Draft draft, string sentence) =>
        turns.Done(turn, draft, "draft.heldBack", new { revision = draft.Current.Number }, sentence, NoticeKind.Attention) is { Card: not null } shown
            ? shown
            : Reply.Say(sentence);

    private static object Proof(Draft draft) => new
    {
        revision = draft.Current.Number,
        hash = draft.CurrentHash,
        account = draft.AccountId,
        asked = draft.OpenReviews.Select(review => review.ReviewerId).ToArray(),
    };

    private static string Asked(Draft draft) => string.Join("さん、", draft.OpenReviews.Select(review => review.ReviewerName)) + "さん";

    private static ReviewRoute Route(RouteAnswer answer, RoutePerson final) => new(
    [
        .. answer.Reviewers.Count > 0 ? [new RouteStop(RouteStep.SecondReview, [.. answer.Reviewers.Select(Asked)])] : Array.Empty<RouteStop>(),
        new RouteStop(RouteStep.FinalDecision, [Asked(final)]),
    ]);

    private static Reviewer Asked(RoutePerson asked) => new(asked.Person.ObjectId, asked.Person.Name, asked.Person.Title, asked.OnBehalfOf?.Name);
}
