using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What the two alarms about a post have in common, the text that differs (<see cref="DiffersCard"/>) and the other account
/// (<see cref="ElsewhereCard"/>): what to do now, and for those who answer for it the field to say how it is put right.
/// </summary>
internal static class AdviseForm
{
    private const int MostSaid = 3;

    /// <summary>UTF-16 units: with the address and an earlier piece it still fits a note.</summary>
    public const int MaxWords = DraftInput.MaxReason - 300;

    /// <summary>UTF-16 units of one piece of advice; its author's note holds all of it.</summary>
    private const int MostShown = 300;

    /// <param name="keep">What is not to be done before the head was asked.</param>
    /// <param name="last">What the reader of this card does.</param>
    public static IEnumerable<AdaptiveElement> Steps(DraftView view, string keep, string last)
    {
        var say = view.Language;
        yield return CardParts.Heading(say.Say("次にすること", "What to do now"));
        string[] steps =
        [
            .. view.HelpDesk.Length > 0
                ? [say.Say($"急ぐときは{view.HelpDesk}へ電話する", $"If it is urgent, call {view.HelpDesk}")]
                : Array.Empty<string>(),
            keep,
            last,
        ];
        foreach (var (at, step) in steps.Index())
            yield return ReviewParts.Line(ReviewParts.Plain(FormattableString.Invariant($"{at + 1}　{step}")));
    }

    /// <summary>For head and desk, whom the author asks: they are not told to ask themselves.</summary>
    public static string Kept(DraftView view) =>
        view.Language.Say(
            $"投稿を見て、消すか残すかを決める（{view.Draft.AuthorName}さんには、連絡があるまで消さないよう伝えています）",
            $"Look at the post and decide whether it stays ({view.Draft.AuthorName} was told not to delete it before hearing from you)"
        );

    /// <summary>The field and its button; a complaint about it stands beside the button.</summary>
    public static IEnumerable<AdaptiveElement> For(
        DraftView view,
        DraftEvent alarm,
        string label,
        string example,
        AdaptiveContainer? notice,
        string advice,
        bool isMissing
    )
    {
        var (say, author) = (view.Language, view.Draft.AuthorName);
        foreach (var said in Said(view, view.Draft.Advice(alarm))) yield return said;
        yield return new AdaptiveTextInput
        {
            Label = say.Marked(isMissing, label, advice),
            Id = ApprovalFields.NoteText,
            Value = advice,
            IsMultiline = true,
            MaxLength = MaxWords,
            Placeholder = example,
            Spacing = AdaptiveSpacing.Medium,
        };
        if (notice is not null) yield return notice;
        yield return ReviewParts.Primary(
            Buttons.Execute(say.Say($"{author}さんに伝える", $"Tell {author}"), ApprovalVerbs.Advise, Data(view, alarm), style: "positive")
        );
    }

    /// <summary>As the button carries it: what was said after the card was drawn is shown before anything is added.</summary>
    public static string Seen(Draft draft, DraftEvent alarm) => draft.Advice(alarm).Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which report the card is about, as its buttons carry it.</summary>
    public static (string Name, string Value) About(DraftEvent alarm) =>
        (ApprovalFields.AdviceOf, alarm.Ordinal.ToString(CultureInfo.InvariantCulture));

    /// <summary>The report a pressed button stands beside; null where it stands on another card.</summary>
    public static DraftEvent? Find(Draft draft, CardAction action) =>
        draft.Alarms().FirstOrDefault(alarm => About(alarm).Value == action[ApprovalFields.AdviceOf]);

    private static JsonObject Data(DraftView view, DraftEvent alarm) =>
        view.Data((ApprovalFields.AdviceSeen, Seen(view.Draft, alarm)), About(alarm));

    /// <summary>What the author was told already, by whom: two who answer for a post must not say opposite things unawares.</summary>
    public static IEnumerable<AdaptiveElement> Said(DraftView view, IReadOnlyList<DraftEvent> advice)
    {
        var say = view.Language;
        foreach (var one in advice.TakeLast(MostSaid))
            yield return new AdaptiveContainer
            {
                Items =
                [
                    ReviewParts.Line(
                        ReviewParts.Bold(say.Say($"{one.Who}さんが伝えた内容", $"{one.Who} told the author")),
                        ReviewParts.Subtle($"　{JapaneseTime.Format(one.At, view.Now, say)}")
                    ),
                    ReviewParts.Line(ReviewParts.Plain(ShortText.Shorten((one.Note ?? "").ReplaceLineEndings(" "), MostShown))),
                ],
                Style = AdaptiveContainerStyle.Emphasis,
                Spacing = AdaptiveSpacing.Medium,
            };
    }
}
