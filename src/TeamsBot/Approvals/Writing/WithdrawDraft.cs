using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>The author ends a draft, in any state before it is posted; or takes it back from those who were asked, to change it.</summary>
internal sealed class WithdrawDraft(DraftTurns turns)
{
    /// <summary>The typed word does nothing by itself: it names no draft, and what ends one is pressed where the draft is seen.</summary>
    public Task<Reply> HandleWord(ParsedTurn turn) => Task.FromResult(Reply.Show(HowToWithdrawCard.For(turns.Language(turn))));

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        return draft.Withdraw(turn.Actor!.ObjectId, turns.Now) is { } refusal
            ? turns.Refuse(turn, draft, refusal)
            : turns.Done(
                turn,
                draft,
                "draft.withdraw",
                new { revision = draft.Current.Number },
                turns.Language(turn).Say("取り下げました。", "Withdrawn.")
                    + CardInHand.GivenBack(PostInput.Of(turn.Action!).Words, turns.Language(turn))
            );
    }

    public async Task<Reply> HandleTakeBack(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (!DraftTurns.IsCurrent(turn, draft)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        return draft.TakeBack(turn.Actor!.ObjectId, turns.Now) is { } refusal
            ? turns.Refuse(turn, draft, refusal)
            : turns.Done(turn, draft, "draft.takeBack", new { revision = draft.Current.Number }, turns.Language(turn).Say(
                "下書きに戻しました。確認・決裁の依頼は取り消しました。", "It is a draft again. Nobody is asked any more."));
    }
}
