using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// After approval: the approved text is handed out alone in a message, so that it can be copied on a phone, and the report is opened
/// (features.md b7, b15). The bot itself posts nowhere.
/// </summary>
internal sealed class PostDraft(DraftTurns turns, DraftViews views, OutboxWriter outbox, Posters posters, UndecidedPost undecided)
{
    public async Task<Reply> HandleHandOut(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (posters.NameOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (!DraftTurns.IsCurrent(turn, draft)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        // The account may have been stopped or closed since the approval.
        if (draft.Status == DraftStatus.Approved && views.Shut(draft, turns.Language(turn)) is not null)
            return turns.Refuse(turn, draft, Refusal.AccountShut);
        if (draft.HandOut(poster, turns.Now) is { } refusal) return turns.Refuse(turn, draft, refusal);
        SayPlain(turn, draft);
        var proof = new { revision = draft.Current.Number, hash = draft.CurrentHash };
        var said = turns.Language(turn).Say("承認済みの本文を、次のメッセージで送りました。", "The approved text is in the next message.");
        // An address that was typed before the text was asked for stays in its field.
        var typed = PostInput.Of(turn.Action!);
        return turns.DoneShowing(
            turn,
            draft,
            "draft.handOut",
            proof,
            views.Of(draft, turn.Actor!.ObjectId).Fitting(view => PostingCard.For(view, CardParts.Notice(NoticeKind.Done, said), typed))
        );
    }

    /// <summary>「投稿済み 12」: opens the report, also for a colleague who posted in the author's place.</summary>
    public async Task<Reply> HandleReport(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        var (digits, say) = (DraftNumbers.In(argument), turns.Language(turn));
        if (digits.Length == 0)
        {
            return Reply.Say(say.Say(
                "番号を付けて「投稿済み 12」のように送ってください。番号は「一覧」で分かります。", "Send the number with it, like \"posted 12\". \"list\" shows the numbers."));
        }

        if (await turns.FindAsync(turn, digits, cancellationToken) is not { } draft)
            return Reply.Say(Refusal.NotFound.Sentence(null, turns.Now, say));
        if (posters.NameOf(turn, draft) is not { } poster) return Reply.Say(Refusal.NotAuthor.Sentence(draft, turns.Now, say));
        if (draft.IsUndecided) return undecided.Tell(turn, draft, poster);
        return draft.Status == DraftStatus.Posted
            ? Reply.Say(Refusal.NotNow.Sentence(draft, turns.Now, say))
            : turns.Report(turn, draft, views.Of(draft, turn.Actor!.ObjectId).Fitting(PostingCard.Report));
    }

    private void SayPlain(ParsedTurn turn, Draft draft) =>
        WholeText.Send(outbox, Address.Person(draft.TenantId, turn.Actor!.ObjectId), draft.Current.Text);
}
