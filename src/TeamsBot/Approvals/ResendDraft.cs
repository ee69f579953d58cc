using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>「もう一度送る」: a request that reached nobody is tried once more. For its author and the desk.</summary>
internal sealed class ResendDraft(DraftTurns turns, DraftReach reach, DraftTelling telling, DraftViews views, PeopleDirectory people)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var mayAsk =
            draft.IsAuthor(turn.Actor!.ObjectId)
            || (people.Find(turn.Actor) is { } person && (person.Has(Role.Desk) || person.Has(Role.Admin)));
        if (!mayAsk) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (!draft.OpenReviews.Any() && draft.LiftReviewers.Count == 0) return turns.Refuse(turn, draft, Refusal.NotNow);
        await reach.ResendAsync(draft, telling, cancellationToken);
        return Reply.Say(
            views
                .Of(draft, turn.Actor.ObjectId)
                .Language.Say(
                    "もう一度送っています。届いたら、このメッセージでお知らせします。",
                    "It is being sent again. This message will tell when it has arrived."
                )
        );
    }
}
