using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>The author takes a draft back, in any state before it is posted.</summary>
internal sealed class WithdrawDraft(DraftTurns turns)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        return draft.Withdraw(turn.Actor!.ObjectId, turns.Now) is { } refusal
            ? turns.Refuse(turn, draft, refusal)
            : turns.Done(turn, draft, "draft.withdraw", new { revision = draft.Current.Number }, "取り下げました。");
    }
}
