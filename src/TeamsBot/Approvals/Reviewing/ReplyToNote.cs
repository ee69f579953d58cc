using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Reviewing;

/// <summary>
/// The author answers a note. It reaches who wrote the note, and where a post is wrong in public also the others who were called, who may
/// have said something else. It decides nothing, and is written down as the note was.
/// </summary>
internal sealed class ReplyToNote(DraftTurns turns, DraftViews views, AuthorNotes notes, AuditTrail audit)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (!draft.IsAuthor(turn.Actor!.ObjectId)) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        var (say, words) = (turns.Language(turn), DraftInput.Reason(turn.Action![ApprovalFields.NoteText]));
        if (notes.IsOfSomebodyGone(draft, turn.Action)) return Gone(turn, words);
        if (notes.Find(draft, turn.Action) is not { } note) return turns.Refuse(turn, draft, Refusal.OldRevision);
        var to = note.FromName(say);
        if (notes.IsAnswered(draft, note))
        {
            var sent = say.Say("返事は、もう送ってあります。", "An answer was sent already.") + CardInHand.GivenBack(words, say);
            return DraftTurns.Answer(turn, DraftCards.Closed(sent), sent);
        }

        var view = views.Of(draft, draft.AuthorId);
        if (words.Length == 0)
        {
            var missing = say.Say("返事を入力してから、もう一度押してください。", "Enter an answer and press again.");
            return DraftTurns.Answer(turn, NoteCard.For(view, note, isMissing: true), missing);
        }

        notes.Reply(draft, note, words);
        audit.Record(
            turn.Actor,
            "draft.noteReply",
            DraftTurns.Subject(draft),
            new
            {
                revision = draft.Current.Number,
                to = note.From.ObjectId,
                words,
            }
        );
        return DraftTurns.Answer(turn, NoteCard.For(view, note, words), say.Say($"{to}に送りました。", $"Sent to {to}."));
    }

    private Reply Gone(ParsedTurn turn, string words)
    {
        var say = turns.Language(turn);
        var sentence = say.Say(
            "この連絡をした方は、職員の登録がなくなったため、返事を送れません。下書きはそのままです。",
            "Whoever wrote this note is not registered any more, so an answer reaches nobody. The draft is as it was."
        ) + CardInHand.GivenBack(words, say);
        return DraftTurns.Answer(turn, DraftCards.Closed(sentence), sentence);
    }
}
