using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What the two alarms about a post have in common, the text that differs (<see cref="DiffersCard"/>) and the other account
/// (<see cref="ElsewhereCard"/>): what to do now, and for those who answer for it the field to say how it is put right.
/// </summary>
internal static class AdviseForm
{
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

    /// <summary>The field and its button; a complaint about it stands beside the button.</summary>
    public static IEnumerable<AdaptiveElement> For(
        DraftView view,
        string label,
        string example,
        AdaptiveContainer? notice,
        string advice,
        bool isMissing
    )
    {
        var (say, author) = (view.Language, view.Draft.AuthorName);
        yield return new AdaptiveTextInput
        {
            Label = say.Marked(isMissing, label, advice),
            Id = ApprovalFields.NoteText,
            Value = advice,
            IsMultiline = true,
            MaxLength = DraftInput.MaxReason,
            Placeholder = example,
            Spacing = AdaptiveSpacing.Medium,
        };
        if (notice is not null) yield return notice;
        yield return ReviewParts.Primary(
            Buttons.Execute(say.Say($"{author}さんに伝える", $"Tell {author}"), ApprovalVerbs.Advise, view.Data(), style: "positive")
        );
    }
}
