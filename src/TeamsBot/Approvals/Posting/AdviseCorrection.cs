using AdaptiveCards;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.People;
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
        // Cards of before say nothing: theirs is the last.
        if ((AdviseForm.Find(draft, turn.Action!) ?? draft.Alarms().LastOrDefault()) is not { } alarm)
            return turns.Refuse(turn, draft, Refusal.NotNow);
        if (views.ToldOf(draft, alarm).FirstOrDefault(told => told.Is(turn.Actor!.ObjectId)) is not { } person)
            return turns.Refuse(turn, draft, Refusal.NotAssigned);
        return Advise(turn, draft, alarm, person, TypedText.Of(turn.Action![ApprovalFields.NoteText], AdviseForm.MaxWords));
    }

    private Reply Advise(ParsedTurn turn, Draft draft, DraftEvent alarm, Person person, string words)
    {
        var (me, say, isOfAccount) = (turn.Actor!.ObjectId, turns.Language(turn), alarm.Kind == DraftEventKind.PostedElsewhere);
        if (!draft.IsOpen(alarm))
        {
            var settled = isOfAccount
                ? say.Say("この投稿をどうしたかは、すでに記録されています。することはありません。", "What became of this post is recorded already.")
                : say.Say("このお知らせは、すでに解消しています。することはありません。", "It is put right already. There is nothing to do.");
            return Answer(CardParts.Notice(NoticeKind.Info, settled + CardInHand.GivenBack(words, say)), settled);
        }

        if (words.Length == 0)
        {
            var missing = isOfAccount
                ? say.Say("どうするかを入力してから、もう一度押してください。", "Enter what to do and press again.")
                : say.Say("訂正のしかたを入力してから、もう一度押してください。", "Enter how it is to be corrected and press again.");
            return Answer(CardParts.Notice(NoticeKind.Attention, missing), missing, isMissing: true);
        }

        var earlier = draft.Advice(alarm);
        if (turn.Action![ApprovalFields.AdviceSeen] != AdviseForm.Seen(draft, alarm) && earlier.Count > 0)
        {
            var before = say.Say(
                $"まだ送っていません。先に{earlier[^1].Who}さんが{draft.AuthorName}さんに伝えた内容が上にあります。違うことを伝えるときは、もう一度押してください。",
                $"Not sent yet. {earlier[^1].Who} has told {draft.AuthorName} already; see above. Press again to say something else."
            );
            return Answer(CardParts.Notice(NoticeKind.Attention, before), before);
        }

        var said = About(draft, alarm) + words;
        draft.Advise(person.Name, said, turns.Now);
        notes.Send(draft, person, earlier.Count == 0 ? said : Beside(draft, said, earlier[^1]));
        audit.Record(
            turn.Actor,
            "draft.advise",
            DraftTurns.Subject(draft),
            new { revision = draft.Current.Number, words },
            draft.State
        );
        var sentence = say.Say($"{draft.AuthorName}さんに伝えました。", $"{draft.AuthorName} was told.");
        var card = Card(CardParts.Notice(NoticeKind.Done, sentence), "");
        telling.Advised(draft, alarm, person, card);
        return DraftTurns.Answer(turn, card, sentence);

        Reply Answer(AdaptiveContainer notice, string sentence, bool isMissing = false) =>
            DraftTurns.Answer(turn, Card(notice, words, isMissing), sentence);

        AdaptiveCard Card(AdaptiveContainer notice, string typed, bool isMissing = false) =>
            views.Of(draft, me).Fitting(view => TellDifference.Card(view, alarm, notice, typed, isMissing));
    }

    /// <summary>Which post is meant: there may be two in public by now, a wrong one and the right one.</summary>
    private static string About(Draft draft, DraftEvent alarm) =>
        (alarm.Kind == DraftEventKind.PostedElsewhere ? alarm.Note : draft.Report?.Url) is { Length: > 0 } url ? $"{url}\n" : "";

    /// <summary>The author reads both: two who answer for the post may want different things.</summary>
    private string Beside(Draft draft, string words, DraftEvent earlier)
    {
        var before = ShortText.Shorten(Draft.AdviceWords(earlier).ReplaceLineEndings(" "), MaxQuoted);
        return $"{words}\n\n" + views.Of(draft, draft.AuthorId).Language.Say(
            $"（先の連絡：{earlier.Who}さん「{before}」　内容が違うときは、返事でお尋ねください。連絡を受けた全員に届きます。）",
            $"(Before that, {earlier.Who} told you \"{before}\". If the two differ, please ask in your answer: everybody called gets it.)");
    }
}
