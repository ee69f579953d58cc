using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What the cards of reviewers, heads and posters begin with: the request, who and where and when, and the text as it will be posted.
/// </summary>
internal static class ReviewParts
{
    /// <summary>Our own words only: the request or the state, with the draft's number.</summary>
    public static AdaptiveTextBlock Heading(DraftView view, string words, AdaptiveTextColor color = AdaptiveTextColor.Default)
    {
        var heading = new AdaptiveTextBlock
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"{words} No.{view.Draft.Number}"),
            Wrap = true,
            Size = AdaptiveTextSize.Large,
            Weight = AdaptiveTextWeight.Bolder,
            Style = AdaptiveTextBlockStyle.Heading,
        };
        if (color != AdaptiveTextColor.Default) heading.Color = color;
        return heading;
    }

    /// <summary>
    /// Who wrote it, where it goes and when: three lines, four where it has a class or stands for a range approved ahead.
    /// </summary>
    public static IEnumerable<AdaptiveElement> About(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        var when = draft.Current.SubmittedAt is { } at ? JapaneseTime.Format(at, view.Now, say) : "";
        yield return Line(
            Subtle($"{say.Say("起案", "Drafted by")}　"), Bold(draft.AuthorName), Plain($"（{draft.Section}）"),
            Subtle(draft.Current.Number > 1 ? $"　{say.Say($"第{draft.Current.Number}版", $"version {draft.Current.Number}")}" : $"　{when}"));
        yield return Line(
            Subtle($"{(draft.LikeOf is null ? say.Say("投稿先", "To") : say.Say("アカウント", "Account"))}　"),
            Bold(view.Account ?? say.Say("未選択", "not chosen"))
        );
        yield return Line(Subtle($"{say.Say("投稿する時", "When")}　"), Bold(When(view)));
        if (view.Classes.Count > 0 && !view.IsPlainClass)
            yield return Line(Subtle($"{say.Say("情報の区分", "Class")}　"), Bold(view.ClassName));
        foreach (var note in AccountNotes(view)) yield return note;
    }

    /// <summary>What has to be known of the account, a line each.</summary>
    public static IEnumerable<AdaptiveElement> AccountNotes(DraftView view) =>
        view.AccountNotes.Select(note => Line(Bold("▲ "), Plain(note)));

    public static string When(DraftView view) => view.Draft.PlannedAt is { } at
        ? JapaneseTime.Format(at, view.Now, view.Language) + (view.Draft.IsEmbargoed ? view.Language.Say("（解禁日時）", " (embargo ends)") : "")
        : view.Language.Say("承認後すぐ", "as soon as it is approved");

    /// <summary>
    /// What changed since reviewers last had a text in hand, with what they had asked for and what the writer says to it.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Changed(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        if (draft.LastRound() is not { } last) yield break;
        yield return new AdaptiveContainer
        {
            Items =
            [
                .. draft.LastReturn() is { } returned
                    ? [ReturnedBefore(returned, say, DraftInput.MaxReason)]
                    : Array.Empty<AdaptiveElement>(),
                .. last.Text == draft.Current.Text ? [Unchanged(say)] : Array.Empty<AdaptiveElement>(),
                .. last.Text == draft.Current.Text
                    ? []
                    : (IEnumerable<AdaptiveElement>)
                        [
                            Line(Bold(say.Say("前回から変わったところ", "Changed since the last version"))),
                            .. TextDifference.Lines(last.Text, draft.Current.Text, say),
                        ],
            ],
            Style = AdaptiveContainerStyle.Accent, Spacing = AdaptiveSpacing.Small,
        };
    }

    /// <summary>Who had sent it back, and in which words.</summary>
    public static AdaptiveRichTextBlock ReturnedBefore(DraftEvent returned, CardLanguage say, int most) => Line(
        Bold(say.Say("前回の差し戻し　", "Returned before　")), Plain(returned.Who), Plain($"「{ShortText.Shorten(returned.Note ?? "", most)}」"));

    public static AdaptiveRichTextBlock Unchanged(CardLanguage say) =>
        Line(
            new AdaptiveTextRun
            {
                Text = say.Say("本文は前回から変わっていません。", "The text has not changed since."),
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Warning,
            }
        );

    /// <summary>
    /// The text exactly as it will appear, one block a line, with the words of findings marked; of a long one the end is folded away.
    /// </summary>
    /// <param name="isWhole">Nothing is folded: what is decided on for good stands before the eyes.</param>
    public static IEnumerable<AdaptiveElement> Text(DraftView view, bool isWhole = false) =>
        DraftSections.IsCut(view)
            ? FoldedText.For(view, isWhole, [CardParts.Remark(DraftSections.Beginning(view))], WholeTextSection.Button(view))
            : FoldedText.For(view, isWhole, []);

    /// <summary>A button alone in its row: what is to be done next.</summary>
    public static AdaptiveActionSet Primary(AdaptiveAction action) => new() { Actions = [action], Spacing = AdaptiveSpacing.Small };

    /// <summary>Unfolds one part and folds the others, so that a phone shows one form at a time.</summary>
    public static AdaptiveToggleVisibilityAction Unfold(string title, string part, params string[] others) => new()
    {
        Title = title,
        TargetElements =
        [
            new AdaptiveTargetElement { ElementId = part },
            .. others.Select(other => new AdaptiveTargetElement { ElementId = other, IsVisible = false }),
        ],
    };

    public static AdaptiveContainer Folded(
        string id,
        bool isOpen,
        IEnumerable<AdaptiveElement> items,
        AdaptiveContainerStyle? style = null
    ) =>
        new()
        {
            Id = id,
            IsVisible = isOpen,
            Items = [.. items],
            Style = style,
            Spacing = AdaptiveSpacing.Medium,
        };

    /// <summary>The label of a field that held the press back.</summary>
    /// <param name="value">What stands in the field.</param>
    public static string Marked(this CardLanguage language, bool isMissing, string label, string value) => !isMissing ? label
        : value.Length > 0 ? $"▲ {label}{language.Say("（直してください）", " (please correct)")}"
        : $"▲ {label}{language.Say("（未記入）", " (empty)")}";

    /// <summary>The same for a tick.</summary>
    public static string MarkedTick(this CardLanguage language, bool isMissing, string label) =>
        isMissing ? $"▲ {label}{language.Say("（まだ）", " (not yet)")}" : label;

    public static AdaptiveRichTextBlock Line(params AdaptiveTextRun[] runs) => new()
    {
        Inlines = [.. runs.Where(run => run.Text.Length > 0)], Spacing = AdaptiveSpacing.None,
    };

    public static AdaptiveTextRun Plain(string text) => new() { Text = text };

    public static AdaptiveTextRun Bold(string text) => new() { Text = text, Weight = AdaptiveTextWeight.Bolder };

    public static AdaptiveTextRun Subtle(string text) => new() { Text = text, IsSubtle = true };

    public static AdaptiveTextRun Small(string text) => new() { Text = text, IsSubtle = true, Size = AdaptiveTextSize.Small };
}
