using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The sections that the cards of a draft share, in the order readers expect (features.md c): status, account, who and when, text, steps,
/// history.
/// </summary>
internal static class DraftSections
{
    public static IEnumerable<AdaptiveElement> Header(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = draft.Status.Word(language), Weight = AdaptiveTextWeight.Bolder, Size = AdaptiveTextSize.Large,
                Color = draft.Status.Color(),
            },
            new AdaptiveTextRun { Text = $"　{NumberOf(view)}", Size = AdaptiveTextSize.Medium });
        yield return CardParts.Field(
            draft.LikeOf is null ? language.Say("投稿先", "Account") : language.Say("アカウント", "Account"),
            view.Account ?? language.Say("未選択", "not chosen")
        );
        if (draft.Status != DraftStatus.Composing) yield return CardParts.Field(language.Say("希望日時", "Posting"), Planned(view));
        yield return CardParts.Field(
            language.Say("起案", "Author"), $"{draft.AuthorName}（{draft.Section}）{JapaneseTime.Format(draft.CreatedAt, view.Now, language)}");
        if (draft.Status is DraftStatus.InReview or DraftStatus.AwaitingDecision or DraftStatus.Approved or DraftStatus.Posted)
        {
            yield return CardParts.Line(DraftWords.Steps(draft));
        }
    }

    /// <summary>How a draft is named on its cards: its number and which of its texts it is about.</summary>
    public static string NumberOf(DraftView view) => view.Language.Say(
        string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number}（第{view.Draft.Current.Number}版）"),
        string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number} (revision {view.Draft.Current.Number})"));

    public static string Planned(DraftView view) => view.Draft.PlannedAt is { } at
        ? JapaneseTime.Format(at, view.Now, view.Language) + (view.Draft.IsEmbargoed ? view.Language.Say("（解禁日時）", " (release time)") : "")
        : view.Language.Say("承認後すぐ", "As soon as approved");

    /// <summary>The text exactly as it will appear, one block a line, with the words of findings marked.</summary>
    public static IEnumerable<AdaptiveElement> Text(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        yield return CardParts.Heading(draft.LikeOf is null ? language.Say("本文", "Text") : language.Say("「いいね」をする投稿", "Post to be liked"));
        foreach (var element in TextBox(view)) yield return element;
        if (view.Length is { } length && draft.LikeOf is null) yield return CardParts.Remark(length);
    }

    /// <summary>The box alone, under a card's own words.</summary>
    public static IEnumerable<AdaptiveElement> TextBox(DraftView view) => FoldedText.For(view, isWhole: false, !IsCut(view) ? [] :
    [
        CardParts.Remark(
            Beginning(view)
                + view.Language.Say("「全文を表示」で全文をお送りします。", " \"Show all of it\" sends the whole.")),
    ]);

    /// <summary>The card shows less than all, and how much less where it is not only its lines that are too many.</summary>
    public static string Beginning(DraftView view) => view.Draft.Current.Text.Length - view.MaxText is > 0 and var hidden
        ? view.Language.Say(
            string.Create(CultureInfo.InvariantCulture, $"長い本文のため途中までを表示しています（あと{hidden:N0}字）。"),
            string.Create(CultureInfo.InvariantCulture, $"This is the beginning of a long text; {hidden:N0} characters are missing."))
        : view.Language.Say("長い本文のため途中までを表示しています。", "This is the beginning of a long text.");

    /// <summary>Whether <see cref="Text"/> could not show all of it.</summary>
    public static bool IsCut(DraftView view) =>
        view.Draft.Current.Text.Length > view.MaxText || view.Draft.Current.Text.AsSpan().Count('\n') >= view.MaxLines;

    public static IEnumerable<AdaptiveElement> Note(Draft draft, CardLanguage language = CardLanguage.Ja)
    {
        if (draft.Note.Length == 0) yield break;
        yield return CardParts.Heading(language.Say("起案者からの連絡（投稿はされません）", "Author's note (not posted)"));
        foreach (var line in draft.Note.Split('\n').Take(10)) yield return CardParts.Line(ShownText.Of(line));
    }

    /// <summary>The last lines of the story; all of it is one command away.</summary>
    public static IEnumerable<AdaptiveElement> History(DraftView view, int count = 5, bool withNotes = true)
    {
        var number = view.Draft.Number;
        yield return CardParts.Heading(view.Language.Say("経過", "History"));
        foreach (var happened in view.Draft.Events.TakeLast(count)) yield return Happened(happened, view.Now, withNotes, view.Language);
        if (view.Draft.Events.Count > count)
        {
            yield return CardParts.Remark(view.Language.Say(
                string.Create(CultureInfo.InvariantCulture, $"すべての経過は「履歴 {number}」で見られます。"),
                string.Create(CultureInfo.InvariantCulture, $"\"history {number}\" shows all of it.")));
        }
    }

    public static AdaptiveRichTextBlock Happened(
        DraftEvent happened,
        DateTimeOffset now,
        bool withNote = true,
        CardLanguage language = CardLanguage.Ja
    ) =>
        CardParts.Line(
            new AdaptiveTextRun
            {
                Text = $"{JapaneseTime.Format(happened.At, now, language)}　",
                IsSubtle = true,
                Size = AdaptiveTextSize.Small,
            },
            new AdaptiveTextRun { Text = $"{happened.Kind.Word(language)}　{happened.Who}", Size = AdaptiveTextSize.Small },
            new AdaptiveTextRun { Text = happened.Note is null || !withNote ? "" : $"　「{happened.Note}」", Size = AdaptiveTextSize.Small }
        );
}
