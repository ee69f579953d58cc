using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The writer edits or deletes the message a draft was made of (protocol.md 3.4). An edit is a new revision while the draft is being written; otherwise one
/// sentence says what happened. Messages that made no draft are nobody's business, and an edit is never read as a command.
/// </summary>
internal sealed class FollowMessage(BotDbContext db, DraftTurns turns, DraftChecks checks, TurnRouter router)
{
    public async Task<Reply> HandleEdited(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } draft) return Reply.None;
        var masked = CredentialMask.Mask(Revision.Unify(StartDraft.TextOf(turn.Text, router)));
        var outcome = draft.Follow(masked.Text, turn.Activity.Timestamp ?? turns.Now, turns.Now, out var refusal);
        if (outcome == MessageEdit.Nothing) return Reply.None;
        if (outcome == MessageEdit.Taken)
        {
            await checks.CheckAsync(draft, cancellationToken);
            turns.Done(turn, draft, "draft.follow", CheckDraft.Proof(draft), "");
        }

        return Reply.Say($"{Sentence(draft, outcome, refusal)}{(masked.Seen ? StartDraft.SecretSeen(turns.Language(turn)) : "")}");
    }

    public async Task<Reply> HandleDeleted(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } draft) return Reply.None;
        var state = $"元のメッセージは削除されましたが、下書き No.{draft.Number}（{draft.Status.Word()}）は残っています。";
        return Reply.Say(draft.IsClosed ? state : $"{state}やめるときは、カードの「取り下げる」を押してください。");
    }

    private string Sentence(Draft draft, MessageEdit outcome, Refusal? refusal) => outcome switch
    {
        MessageEdit.Taken => $"メッセージの編集に合わせて、下書き No.{draft.Number} の本文を変え、もう一度チェックしました。",
        MessageEdit.WrittenOnCard => $"下書き No.{draft.Number} の本文は、カードで直したものを残しています。メッセージの編集は反映していません。変えるときは、カードの「本文を直す」を押してください。",
        MessageEdit.WithOthers when !draft.Differs => $"下書き No.{draft.Number} は「{draft.Status.Word()}」のため、メッセージを編集しても本文は変わりません。変えるときは、カードの「{Changes(draft)}」を押してください（確認と決裁をやり直します）。",
        MessageEdit.WithOthers or MessageEdit.TooLate => $"下書き No.{draft.Number} は「{draft.Status.Word()}」のため、メッセージを編集しても本文は変わりません。",
        _ => $"メッセージの編集は、下書き No.{draft.Number} に反映していません。{refusal?.Sentence(draft, turns.Now)}",
    };

    /// <summary>The button that leads to the text while others have the draft.</summary>
    private static string Changes(Draft draft) => draft.Status == DraftStatus.Approved ? PostingCard.CannotTitle : WaitingSection.StopTitle;

    /// <summary>The draft that was made of this message of this person.</summary>
    private async Task<Draft?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Actor: { } actor, Activity.Id: { } message }) return null;
        var (tenant, author) = (actor.TenantId, actor.ObjectId);
        var number = await db.Drafts.Where(draft => draft.TenantId == tenant && draft.AuthorId == author && draft.MessageId == message)
            .Select(draft => (int?)draft.Number).FirstOrDefaultAsync(cancellationToken);
        return number is { } found ? await db.FindDraftAsync(found, tenant, cancellationToken) : null;
    }
}
