using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals;

/// <summary>The sections that the cards of a draft share, in the order readers expect (features.md c): status, account, who and when, text, steps, history.</summary>
internal static class DraftSections
{
    public static IEnumerable<AdaptiveElement> Header(DraftView view)
    {
        var draft = view.Draft;
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = draft.Status.Word(), Weight = AdaptiveTextWeight.Bolder, Size = AdaptiveTextSize.Large,
                Color = draft.Status.Color(),
            },
            new AdaptiveTextRun
            {
                Text = string.Create(CultureInfo.InvariantCulture, $"　No.{draft.Number}（第{draft.Current.Number}版）"),
                Size = AdaptiveTextSize.Medium,
            });
        yield return CardParts.Field(draft.LikeOf is null ? "投稿先" : "アカウント", view.Account ?? "未選択");
        if (draft.Status != DraftStatus.Composing) yield return CardParts.Field("希望日時", Planned(view));
        yield return CardParts.Field("起案", $"{draft.AuthorName}（{draft.Section}）{JapaneseTime.Format(draft.CreatedAt, view.Now)}");
        if (draft.Status is DraftStatus.InReview or DraftStatus.AwaitingDecision or DraftStatus.Approved or DraftStatus.Posted)
        {
            yield return CardParts.Line(DraftWords.Steps(draft));
        }
    }

    public static string Planned(DraftView view) =>
        view.Draft.PlannedAt is { } at ? JapaneseTime.Format(at, view.Now) + (view.Draft.IsEmbargoed ? "（解禁日時）" : "") : "承認後すぐ";

    /// <summary>The text exactly as it will appear, one block a line, with the words of findings marked.</summary>
    public static IEnumerable<AdaptiveElement> Text(DraftView view)
    {
        var draft = view.Draft;
        yield return CardParts.Heading(draft.LikeOf is null ? "本文" : "「いいね」をする投稿");
        var shown = ShortText.Cut(draft.Current.Text, view.MaxText);
        var lines = MarkedText.Lines(shown, draft.IsClosed ? [] : draft.Current.Findings).ToList();
        yield return new AdaptiveContainer
        {
            Items = [.. lines.Take(view.MaxLines)], Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Small,
        };
        if (shown.Length < draft.Current.Text.Length || lines.Count > view.MaxLines)
        {
            yield return CardParts.Remark("長い本文のため途中までを表示しています。「全文を表示」で全文をお送りします。");
        }

        if (view.Length is { } length && draft.LikeOf is null) yield return CardParts.Remark(length);
    }

    /// <summary>Whether <see cref="Text"/> could not show all of it.</summary>
    public static bool IsCut(DraftView view) => view.Draft.Current.Text.Length > view.MaxText || view.Draft.Current.Text.AsSpan().Count('\n') >= view.MaxLines;

    /// <summary>What changed since reviewers last had a text in hand; nothing on the first hand-in.</summary>
    public static IEnumerable<AdaptiveElement> Difference(Draft draft)
    {
        if (draft.LastSubmitted is not { } last || last.Text == draft.Current.Text) yield break;
        yield return CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"前回（第{last.Number}版）からの変更"));
        yield return new AdaptiveContainer
        {
            Items = [.. TextDifference.Lines(last.Text, draft.Current.Text)], Spacing = AdaptiveSpacing.Small,
        };
    }

    public static IEnumerable<AdaptiveElement> Note(Draft draft)
    {
        if (draft.Note.Length == 0) yield break;
        yield return CardParts.Heading("起案者からの連絡（投稿はされません）");
        foreach (var line in draft.Note.Split('\n').Take(10)) yield return CardParts.Line(line);
    }

    /// <summary>The last lines of the story; all of it is one command away.</summary>
    public static IEnumerable<AdaptiveElement> History(DraftView view, int count = 5, bool withNotes = true)
    {
        yield return CardParts.Heading("経過");
        foreach (var happened in view.Draft.Events.TakeLast(count)) yield return Happened(happened, view.Now, withNotes);
        if (view.Draft.Events.Count > count)
        {
            yield return CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"すべての経過は「履歴 {view.Draft.Number}」で見られます。"));
        }
    }

    public static AdaptiveRichTextBlock Happened(DraftEvent happened, DateTimeOffset now, bool withNote = true) => CardParts.Line(
        new AdaptiveTextRun { Text = $"{JapaneseTime.Format(happened.At, now)}　", IsSubtle = true, Size = AdaptiveTextSize.Small },
        new AdaptiveTextRun { Text = $"{happened.Kind.Word()}　{happened.Who}", Size = AdaptiveTextSize.Small },
        new AdaptiveTextRun { Text = happened.Note is null || !withNote ? "" : $"　「{happened.Note}」", Size = AdaptiveTextSize.Small });
}
