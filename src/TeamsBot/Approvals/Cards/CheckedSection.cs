using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>What the second member of staff confirmed about this text: each item with a ✓, and folded below on what it rests.</summary>
internal static class CheckedSection
{
    private const int MaxFacts = 6;

    public static IEnumerable<AdaptiveElement> For(DraftView view, string part)
    {
        var (draft, say) = (view.Draft, view.Language);
        if (
            draft.Reviews.LastOrDefault(review =>
                review is { Step: RouteStep.SecondReview, Decision: Decision.Approve } && review.RevisionNumber == draft.Current.Number
            )
            is not { } done
        )
            yield break;
        var line = ReviewParts.Line(
            ReviewParts.Subtle(say.Say("確認　", "Checked by　")),
            ReviewParts.Bold(done.ReviewerName),
            ReviewParts.Plain($"（{done.ReviewerTitle}）"),
            ReviewParts.Subtle(done.ClosedAt is { } at ? JapaneseTime.Format(at, view.Now, say) : "")
        );
        line.Spacing = AdaptiveSpacing.Medium;
        yield return line;
        var items = done.Answers?.Items ?? [];
        if (items.Count > 0)
            yield return ReviewParts.Line([
                .. items.SelectMany(item => Item(item, say)),
                ReviewParts.Subtle(say.Say($"（{items.Count}項目とも）", $"(all {items.Count})")),
            ]);
        if (done.Reason is { } remark)
            yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("連絡　", "Note　")), ReviewParts.Plain(remark));
        if (done.Answers?.Comment is { Length: > 0 } comment)
            yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("気を付けたい話題　", "Topic to mind　")), ReviewParts.Plain(comment));
        yield return new AdaptiveActionSet
        {
            Actions = [ReviewParts.Unfold(say.Say("確認の根拠", "What it rests on"), part)],
            Spacing = AdaptiveSpacing.Small,
        };
        yield return ReviewParts.Folded(part, false, [.. Basis(view, items)], AdaptiveContainerStyle.Emphasis);
    }

    private static IEnumerable<AdaptiveTextRun> Item(CheckedItem item, CardLanguage say)
    {
        yield return new AdaptiveTextRun { Text = "✓ ", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Good };
        yield return ReviewParts.Plain(FormattableString.Invariant($"{item.Number} {say.Say(item.Brief, item.BriefInEnglish)}　"));
    }

    private static IEnumerable<AdaptiveElement> Basis(DraftView view, IReadOnlyList<CheckedItem> items)
    {
        var (draft, say) = (view.Draft, view.Language);
        foreach (var item in items.Where(item => item.Evidence.Count > 0))
        {
            var shown = item.Evidence.Take(MaxFacts).Select(fact => EvidenceWords.Short(fact, say));
            yield return ReviewParts.Line(
                ReviewParts.Bold(FormattableString.Invariant($"{item.Number}　")),
                ReviewParts.Plain(string.Join(say.Say("、", ", "), shown))
            );
        }

        if (draft.Note.Length > 0)
            yield return ReviewParts.Line(
                ReviewParts.Bold(say.Say("起案者からの連絡　", "From the writer　")),
                ReviewParts.Plain(draft.Note.ReplaceLineEndings(" "))
            );
        yield return ReviewParts.Line(
            ReviewParts.Bold(say.Say("点検　", "Checks　")),
            ReviewParts.Plain(FoundSection.Counts(draft.Current.Findings, say))
        );
    }
}
