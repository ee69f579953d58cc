using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The writer edits or deletes the message a draft was made of (protocol.md 3.4). An edit is a new revision while the draft is being
/// written; otherwise one sentence says what happened. Messages that made no draft are nobody's business, and an edit is never read as a
/// command.
/// </summary>
internal sealed class FollowMessage(
    BotDbContext db,
    DraftTurns turns,
    DraftChecks checks,
    DraftTelling telling,
    AuditTrail audit,
    TurnRouter router
)
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
            audit.Record(turn.Actor!, "draft.follow", DraftTurns.Subject(draft), CheckDraft.Proof(draft), draft.State);
            // The author may be writing in the card: it stays for a while, and the text of now comes with a card of its own.
            telling.Renew(draft);
        }

        var language = turns.Language(turn);
        return Reply.Say(
            $"{Sentence(draft, outcome, refusal, language)}{(masked.Seen ? language.Say("", " ") + StartDraft.SecretSeen(language) : "")}"
        );
    }

    public async Task<Reply> HandleDeleted(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } draft) return Reply.None;
        var language = turns.Language(turn);
        var state = language.Say(
            $"元のメッセージは削除されましたが、下書き No.{draft.Number}（{draft.Status.Word()}）は残っています。",
            $"The message was deleted; draft No.{draft.Number} ({draft.Status.Word(language)}) is still there.");
        return Reply.Say(
            draft.IsClosed
                ? state
                : state
                    + language.Say(
                        "やめるときは、カードの「取り下げる」を押してください。",
                        " To give it up, press \"Withdraw\" on its card."
                    )
        );
    }

    private string Sentence(Draft draft, MessageEdit outcome, Refusal? refusal, CardLanguage language)
    {
        var (number, status) = (draft.Number, draft.Status.Word(language));
        return outcome switch
        {
            MessageEdit.Taken => language.Say(
                $"メッセージの編集に合わせて、下書き No.{number} の本文を変え、もう一度チェックしました。",
                $"The text of draft No.{number} follows your edit and was checked again."
            ),
            MessageEdit.WrittenOnCard => language.Say(
                $"下書き No.{number} の本文は、カードで直したものを残しています。メッセージの編集は反映していません。変えるときは、カードの「本文を直す」を押してください。",
                $"Draft No.{number} keeps the text you changed on its card; the edit of the message was not taken. To change it, press "
                    + $"\"Change the text\" on the card."
            ),
            MessageEdit.WithOthers when !draft.Differs => language.Say(
                $"下書き No.{number} は「{status}」のため、メッセージを編集しても本文は変わりません。変えるときは、カードの「{Changes(draft, language)}」を押してください（確認と決裁をやり直します）。",
                $"Draft No.{number} is \"{status}\", so the edit of the message does not change its text. To change it, press "
                    + $"\"{Changes(draft, language)}\" on the card; it is then reviewed and decided on again."
            ),
            MessageEdit.WithOthers or MessageEdit.TooLate => language.Say(
                $"下書き No.{number} は「{status}」のため、メッセージを編集しても本文は変わりません。",
                $"Draft No.{number} is \"{status}\", so the edit of the message does not change its text."
            ),
            _ => language.Say(
                $"メッセージの編集は、下書き No.{number} に反映していません。",
                $"The edit of the message was not taken into draft No.{number}. "
            ) + refusal?.Sentence(draft, turns.Now, language),
        };
    }

    /// <summary>The button that leads to the text while others have the draft.</summary>
    private static string Changes(Draft draft, CardLanguage language) => draft.Status == DraftStatus.Approved
        ? language.Say(PostingCard.CannotTitle, PostingCard.CannotTitleInEnglish)
        : language.Say(WaitingSection.StopTitle, WaitingSection.StopTitleInEnglish);

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
