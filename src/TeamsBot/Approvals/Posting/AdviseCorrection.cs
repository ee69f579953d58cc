using AdaptiveCards;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Who answers for a post that is wrong tells its author how to put it right: as a note, in a message. The author's card is left alone, in
/// which they report the correction. Several answer for it: the others hear at once what was said, and who says something else sees that
/// first.
/// </summary>
internal sealed class AdviseCorrection(DraftTurns turns, DraftViews views, TellDifference telling, AuthorNotes notes, AuditTrail audit)
{
    /// <summary>UTF-16 units of an earlier advice that the next one quotes.</summary>
    private const int MaxQuoted = 200;

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (me, say) = (turn.Actor!.ObjectId, turns.Language(turn));
        if (views.ToldOfDifference(draft).FirstOrDefault(told => told.Is(me)) is not { } person)
            return turns.Refuse(turn, draft, Refusal.NotAssigned);
        var words = TypedText.Of(turn.Action![ApprovalFields.NoteText], DraftInput.MaxReason);
        var isOfAccount = draft.LastAlarm == AlarmKind.Account;
        if (draft.OpenAlarm == AlarmKind.None && draft.Strays().Count == 0)
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

        if (turn.Action[ApprovalFields.AdviceOf] is { Length: > 0 } of && of != AdviseForm.Of(draft))
        {
            var other = say.Say(
                "まだ送っていません。書いている間に、この下書きについて別の報告がありました。内容を確かめてから、もう一度押してください。",
                "Not sent yet. There was another report about this draft meanwhile. Look at it and press again."
            );
            return DraftTurns.Answer(turn, Card(draft, me, CardParts.Notice(NoticeKind.Attention, other), words), other);
        }

        var earlier = draft.Advice();
        if (turn.Action[ApprovalFields.AdviceSeen] != AdviseForm.Seen(draft) && earlier.Count > 0)
        {
            var before = say.Say(
                $"まだ送っていません。先に{earlier[^1].Who}さんが{draft.AuthorName}さんに伝えた内容が上にあります。違うことを伝えるときは、もう一度押してください。",
                $"Not sent yet. {earlier[^1].Who} has told {draft.AuthorName} already; see above. Press again to say something else."
            );
            return DraftTurns.Answer(turn, Card(draft, me, CardParts.Notice(NoticeKind.Attention, before), words), before);
        }

        draft.Advise(person.Name, words, turns.Now);
        var said = About(draft) + words;
        notes.Send(draft, person, earlier.Count == 0 ? said : Beside(draft, said, earlier[^1]));
        audit.Record(
            turn.Actor,
            "draft.advise",
            DraftTurns.Subject(draft),
            new { revision = draft.Current.Number, words },
            draft.State
        );
        var sentence = say.Say($"{draft.AuthorName}さんに伝えました。", $"{draft.AuthorName} was told.");
        var card = Card(draft, me, CardParts.Notice(NoticeKind.Done, sentence), "");
        telling.Advised(draft, me, card, words);
        return DraftTurns.Answer(turn, card, sentence);
    }

    /// <summary>Which post is meant: there may be two in public by now, a wrong one and the right one.</summary>
    private string About(Draft draft)
    {
        var url = draft.LastAlarm == AlarmKind.Account ? draft.Alarms().Last().Note : draft.Report?.Url;
        return string.IsNullOrEmpty(url)
            ? ""
            : views.Of(draft, draft.AuthorId).Language.Say($"{url} の投稿について：\n", $"About the post {url}:\n");
    }

    /// <summary>The author reads both: two who answer for the post may want different things.</summary>
    private string Beside(Draft draft, string words, DraftEvent earlier)
    {
        var before = ShortText.Shorten((earlier.Note ?? "").ReplaceLineEndings(" "), MaxQuoted);
        return $"{words}\n\n" + views.Of(draft, draft.AuthorId).Language.Say(
            $"（先の連絡：{earlier.Who}さん「{before}」　内容が違うときは、返事でお尋ねください。連絡を受けた全員に届きます。）",
            $"(Before that, {earlier.Who} told you \"{before}\". If the two differ, please ask in your answer: everybody called gets it.)");
    }

    private AdaptiveCard Card(Draft draft, string viewer, AdaptiveContainer notice, string words, bool isMissing = false) =>
        views.Of(draft, viewer).Fitting(view => TellDifference.Card(view, notice, words, isMissing));
}
