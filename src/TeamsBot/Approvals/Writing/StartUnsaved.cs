using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// 「この文章で下書きを作る」: the form of a new draft, or a text that came too late for the draft it was written for. The latter becomes one draft,
/// however often and on however many devices it is pressed; the message that offered it says which.
/// </summary>
internal sealed class StartUnsaved(BotDbContext db, DraftTurns turns, DraftTelling telling, StartDraft start)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (
            turn.Action!["draft"].Length == 0
            || await turns.FindAsync(turn, cancellationToken) is not { } late
            || !late.IsAuthor(turn.Actor!.ObjectId)
        )
            return await start.HandleForm(turn, cancellationToken);
        if (await MadeAsync(late, turn.Action[ApprovalFields.Text], cancellationToken) is { } made) return WentOn(turn, late, made);
        var reply = await start.HandleForm(turn, cancellationToken);
        if (db.ChangeTracker.Entries<Draft>().FirstOrDefault(entry => entry.State == EntityState.Added) is not { } added) return reply;
        late.GoesOnElsewhere();
        return WentOn(turn, late, added.Entity.Number);
    }

    /// <summary>The draft that an earlier press made of this text.</summary>
    private Task<int?> MadeAsync(Draft late, string typed, CancellationToken cancellationToken)
    {
        var text = CredentialMask.Mask(Revision.Unify(typed)).Text;
        return db
            .Drafts.Where(draft =>
                draft.TenantId == late.TenantId
                && draft.AuthorId == late.AuthorId
                && draft.Number > late.Number
                && draft.Status != DraftStatus.Withdrawn
                && draft.Status != DraftStatus.Rejected
                && draft.Revisions.Any(revision => revision.Number == 1 && revision.Text == text)
            )
            .OrderBy(draft => draft.Number)
            .Select(draft => (int?)draft.Number)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private Reply WentOn(ParsedTurn turn, Draft late, int number)
    {
        var sentence = turns.Language(turn).Say(
            FormattableString.Invariant($"書いた本文は、下書き No.{number} として作りました。"),
            FormattableString.Invariant($"What you wrote was made draft No.{number}.")
        );
        var card = telling.WentOn(late, CardParts.Notice(NoticeKind.Done, sentence), turn.Action!.CardActivityId ?? "");
        return DraftTurns.Answer(turn, card, sentence);
    }
}
