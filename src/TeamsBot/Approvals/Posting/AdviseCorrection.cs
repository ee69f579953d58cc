using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Who answers for a post that differs tells its author how to put it right: as a note, in a message. The draft is not changed by it,
/// because the author's card would be replaced in which they report the correction.
/// </summary>
internal sealed class AdviseCorrection(DraftTurns turns, DraftViews views, TellDifference telling, AuthorNotes notes, AuditTrail audit)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (me, say) = (turn.Actor!.ObjectId, turns.Language(turn));
        if (views.ToldOfDifference(draft).FirstOrDefault(told => told.Is(me)) is not { } person)
            return turns.Refuse(turn, draft, Refusal.NotAssigned);
        var words = TypedText.Of(turn.Action![ApprovalFields.NoteText], DraftInput.MaxReason);
        var isOfAccount = draft.LastAlarm == AlarmKind.Account;
        if (draft.OpenAlarm == AlarmKind.None)
        {
            var settled = isOfAccount
                ? say.Say("正しい投稿先への投稿が、すでに報告されています。", "The post of the right account is reported already.")
                : say.Say("違いはすでに解消しています。することはありません。", "It is put right already. There is nothing to do.");
            return turns.Say(turn, draft, settled + CardInHand.GivenBack(words, say));
        }

        if (words.Length == 0)
        {
            var missing = isOfAccount
                ? say.Say("どうするかを入力してから、もう一度押してください。", "Enter what to do and press again.")
                : say.Say("訂正のしかたを入力してから、もう一度押してください。", "Enter how it is to be corrected and press again.");
            return DraftTurns.Answer(
                turn,
                Card(draft, me, CardParts.Notice(NoticeKind.Attention, missing), words, isMissing: true),
                missing
            );
        }

        notes.Send(draft, person, words);
        audit.Record(turn.Actor, "draft.advise", DraftTurns.Subject(draft), new { revision = draft.Current.Number, words });
        var sentence = say.Say($"{draft.AuthorName}さんに伝えました。", $"{draft.AuthorName} was told.");
        var card = Card(draft, me, CardParts.Notice(NoticeKind.Done, sentence), words);
        telling.Advised(draft, me, card);
        return DraftTurns.Answer(turn, card, sentence);
    }

    private AdaptiveCard Card(Draft draft, string viewer, AdaptiveContainer notice, string words, bool isMissing = false) =>
        views.Of(draft, viewer).Fitting(view => TellDifference.Card(view, notice, words, isMissing));
}
