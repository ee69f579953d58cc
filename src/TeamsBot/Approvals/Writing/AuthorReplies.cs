using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// Answers to an author's press that was refused: the author's card with the sentence and the missing fields above the button, and
/// everything that was typed where it was typed. The message of the card is changed to the same, so that the answer stays.
/// </summary>
internal sealed class AuthorReplies(DraftTurns turns, DraftViews views, DraftTelling telling)
{
    /// <summary>Lines of a difference that stand beside a button.</summary>
    private const int MostDifferences = 8;

    /// <param name="stamp">The draft's stamp before anything of the press was saved.</param>
    /// <param name="typed">Read before anything of the press was saved.</param>
    public Reply Refuse(ParsedTurn turn, Draft draft, Refusal refusal, long stamp, object proof, AuthorInput typed) =>
        draft.IsAuthor(turn.Actor!.ObjectId)
            ? Say(
                turn,
                draft,
                "draft.check",
                proof,
                Overtaken(turn, draft, refusal, typed) ?? turns.Sentence(turn, draft, refusal),
                typed with
                {
                    Gaps = SubmitGaps.Of(refusal),
                },
                stamp
            )
            : turns.Refuse(turn, draft, refusal, stamp, proof);

    /// <summary>Saved, with something that cannot stay so: its field stands open beside the sentence.</summary>
    public Reply Keep(ParsedTurn turn, Draft draft, Refusal refusal, object proof, AuthorInput typed) =>
        Say(
            turn,
            draft,
            "draft.check",
            proof,
            turns.Language(turn).Say("保存しました。", "Saved. ") + turns.Sentence(turn, draft, refusal),
            typed with
            {
                Gaps = SubmitGaps.Of(refusal),
            },
            stamp: null
        );

    /// <summary>Handing in was refused; what the author filled in is saved all the same. All that is missing is named at once.</summary>
    public Reply HoldBack(ParsedTurn turn, Draft draft, string sentence, AuthorInput typed, IReadOnlyList<SubmitGap>? gaps = null)
    {
        var (lacks, language) = (gaps ?? SubmitGaps.Of(draft, turns.Now), turns.Language(turn));
        var first = lacks.Count > 1
            ? language.Say(
                string.Create(CultureInfo.InvariantCulture, $"まだ回していません。残りは{lacks.Count}か所です。"),
                string.Create(CultureInfo.InvariantCulture, $"Not sent yet; {lacks.Count} things are missing. ")
            )
            : language.Say("まだ回していません。", "Not sent yet. ");
        return Say(
            turn,
            draft,
            "draft.heldBack",
            new { revision = draft.Current.Number },
            first + sentence,
            typed with
            {
                Gaps = lacks,
            },
            stamp: null
        );
    }

    /// <summary>A text that was being written while others decided: what they did, and where it is now; null for everything else.</summary>
    private string? Overtaken(ParsedTurn turn, Draft draft, Refusal refusal, AuthorInput typed)
    {
        if (refusal != Refusal.OldRevision || typed.UnsavedText(draft) is null) return null;
        if (IsBesideEdit(turn, draft, typed))
            return turns.Language(turn).Say(
                "チャットで直した内容が、先に下書きに入っています。カードに書いた本文はまだ保存していません。違いは次のとおりです"
                    + "（－ チャット、＋ カード）。カードの文にするときは、もう一度押してください。",
                "Your edit in the chat is in the draft already. What you wrote on the card is not saved yet. They differ as follows "
                    + "(－ chat, ＋ card). Press again to take the text of the card.");
        if (draft.Ended() is not { } ended) return null;
        if (ended.Kind is DraftEventKind.Submitted or DraftEventKind.Revised or DraftEventKind.Withdrawn) return null;
        var say = turns.Language(turn);
        return ended.What(turns.Now, say)
            + say.Say(
                "書いた本文はまだ保存していません。下の欄に残っています。",
                " What you wrote is not saved yet. It is in the field below."
            );
    }

    /// <summary>The text of now came from an edit of the chat message, while another was being written on the card.</summary>
    private static bool IsBesideEdit(ParsedTurn turn, Draft draft, AuthorInput typed) =>
        draft.MessageRevision == draft.Current.Number
        && DraftTurns.RevisionOf(turn.Action!) < draft.MessageRevision
        && typed.UnsavedText(draft) is not null;

    private Reply Say(ParsedTurn turn, Draft draft, string action, object details, string sentence, AuthorInput typed, long? stamp)
    {
        var actor = turn.Actor!.ObjectId;
        sentence += draft.AboutVoidText(turns.Language(turn));
        var notice = CardParts.Notice(NoticeKind.Attention, sentence);
        if (!DraftTurns.IsCurrent(turn, draft) && IsBesideEdit(turn, draft, typed))
            notice.Items.AddRange(
                TextDifference.Lines(draft.Current.Text, typed.UnsavedText(draft)!, turns.Language(turn)).Take(MostDifferences)
            );
        var card = DraftCards.For(views.Of(draft, actor) with { Typed = typed }, actor, notice);
        if (draft.Stamp == stamp)
        {
            if (!DraftTurns.IsCurrent(turn, draft)) telling.AnswerAuthor(draft, card);
            return DraftTurns.Answer(turn, card, sentence);
        }

        var reply = turns.DoneShowing(turn, draft, action, details, card);
        return turn.IsInvoke ? reply : Reply.Say(sentence);
    }
}
