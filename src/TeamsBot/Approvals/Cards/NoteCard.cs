using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// A note to the author by somebody who was asked about the draft or told of it, with one field for an answer; and that answer as its
/// reader gets it. Neither decides anything, and both say so.
/// </summary>
internal static class NoteCard
{
    private const string ReplyPart = "reply";

    /// <param name="reply">What the author answered; empty while they have not.</param>
    /// <param name="isMissing">The press came without words.</param>
    public static AdaptiveCard For(DraftView view, SentNote note, string reply = "", bool isMissing = false)
    {
        var (say, from) = (view.Language, note.FromName(view.Language));
        return CardParts.Card(
            [
                CardParts.Title(say.Say($"連絡 No.{view.Draft.Number}", $"A note on No.{view.Draft.Number}")),
                ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(view.Draft))),
                ReviewParts.Line(ReviewParts.Subtle(say.Say($"{from}から", $"From {from}"))),
                Quoted(note.Words),
                CardParts.Remark(
                    say.Say("連絡だけです。差し戻しや承認ではありません。", "This is a note only: no return and no approval.")
                ),
                .. reply.Length > 0 ? Sent(view, from, reply) : Form(view, note, from, isMissing),
            ],
            Summary(view, from, note.Words), language: say);
    }

    /// <summary>
    /// What a phone shows: who, and how the note begins. Of a text that must not be out yet no word, because a lock screen is read by
    /// others.
    /// </summary>
    public static string Summary(DraftView view, string from, string words)
    {
        var begins = Begins(view, words);
        var line = view.Language.Say(
            string.Create(CultureInfo.InvariantCulture, $"連絡 No.{view.Draft.Number} {from}から{begins}"),
            string.Create(CultureInfo.InvariantCulture, $"A note on No.{view.Draft.Number} from {from}{begins}"));
        return ShortText.Shorten(line, NoticeSummary.MaxLength);
    }

    /// <summary>The author's answer, for whoever wrote the note.</summary>
    public static AdaptiveCard Reply(DraftView view, SentNote note, string words)
    {
        var (say, author) = (view.Language, view.Draft.AuthorName);
        return CardParts.Card(
            [
                CardParts.Title(say.Say($"連絡への返事 No.{view.Draft.Number}", $"An answer to your note on No.{view.Draft.Number}")),
                ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(view.Draft))),
                ReviewParts.Line(ReviewParts.Subtle(say.Say($"{author}さんから", $"From {author}"))),
                Quoted(words),
                CardParts.Remark(
                    view.Draft.IsAdvice(note.From.Name, note.Words)
                        ? say.Say(
                            "答えるときは、先に届いたお知らせのカードの欄から伝えられます。ほかに連絡を受けた方にも届きます。",
                            "To answer, use the field of the urgent card you have. The others who were called hear it too."
                        )
                        : say.Say("答えるときは、Teamsで直接お伝えください。", "To answer, write to them in Teams.")
                ),
            ],
            ReplySummary(view, words), language: say);
    }

    public static string ReplySummary(DraftView view, string words)
    {
        var (draft, begins) = (view.Draft, Begins(view, words));
        var line = view.Language.Say(
            string.Create(CultureInfo.InvariantCulture, $"連絡への返事 No.{draft.Number} {draft.AuthorName}さんから{begins}"),
            string.Create(CultureInfo.InvariantCulture, $"An answer on No.{draft.Number} from {draft.AuthorName}{begins}"));
        return ShortText.Shorten(line, NoticeSummary.MaxLength);
    }

    private static string Begins(DraftView view, string words) =>
        view.Draft.IsEmbargoed ? "" : $"「{words.ReplaceLineEndings(" ")}」";

    private static AdaptiveContainer Quoted(string words) => new()
    {
        Items = [.. words.Split('\n').Select(line => CardParts.Line(ShownText.Of(line)))],
        Style = AdaptiveContainerStyle.Emphasis,
        Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>Folded: most notes are read and acted on.</summary>
    private static IEnumerable<AdaptiveElement> Form(DraftView view, SentNote note, string from, bool isMissing)
    {
        var say = view.Language;
        yield return CardParts.Row(AdaptiveSpacing.Small, CardParts.Unfold(say.Say("返事をする", "Answer"), ReplyPart));
        yield return CardParts.Fold(ReplyPart, isMissing,
        [
            new AdaptiveTextInput
            {
                Label = say.Marked(isMissing, say.Say("返事", "Answer"), ""),
                Id = ApprovalFields.NoteText,
                IsMultiline = true,
                MaxLength = DraftInput.MaxReason,
            },
            CardParts.Row(
                AdaptiveSpacing.Small,
                Buttons.Execute(
                    say.Say($"{from}に返事を送る", $"Send to {from}"),
                    ApprovalVerbs.ReplyToNote,
                    view.Data(
                        (ApprovalFields.NoteFrom, note.From.ObjectId),
                        (ApprovalFields.NoteAt, note.At),
                        (ApprovalFields.NoteSaid, note.Words)
                    )
                )
            ),
        ]);
    }

    private static IEnumerable<AdaptiveElement> Sent(DraftView view, string from, string reply)
    {
        yield return CardParts.Notice(NoticeKind.Done, view.Language.Say($"{from}に返事を送りました。", $"Your answer was sent to {from}."));
        yield return Quoted(reply);
    }
}

/// <summary>A note as it was sent.</summary>
/// <param name="At">Tells it from other notes of the same person.</param>
internal sealed record SentNote(Person From, string At, string Words)
{
    public string FromName(CardLanguage language) => new Reviewer(From.ObjectId, From.Name, From.Title).Polite(language);
}
