using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>What the checks found, for those who judge: how many, then each with the writer's answer. Nothing to fill in here.</summary>
internal static class FoundSection
{
    public static IEnumerable<AdaptiveElement> For(DraftView view)
    {
        var (revision, say) = (view.Draft.Current, view.Language);
        yield return ReviewParts.Line(ReviewParts.Small($"{say.Say("機械の点検：", "Checks: ")}{Counts(revision.Findings, say)}"));
        var shown = FindingsSection.Numbered(view).Select(row => row.Finding).ToList();
        // In a long text one rule finds the same again and again: said once, with each of its words.
        foreach (
            var same in shown.GroupBy(finding =>
                (finding.Severity, finding.Label, finding.Message, finding.Basis, revision.Answers.GetValueOrDefault(finding.Key, ""))
            )
        )
        {
            yield return new AdaptiveContainer
            {
                Items = [.. Finding([.. same], revision, say)],
                Separator = true,
                Spacing = AdaptiveSpacing.Small,
            };
        }

        if (revision.Findings.Count > shown.Count)
            yield return CardParts.Remark(
                say.Say($"ほか{revision.Findings.Count - shown.Count}件", $"{revision.Findings.Count - shown.Count} more")
            );
        if (revision.LiftedBy is { } head)
        {
            yield return CardParts.Notice(
                NoticeKind.Attention,
                say.Say(
                    $"「要修正」の項目は、{head}が例外として認めています。理由：{revision.LiftReason}",
                    $"{head} let the findings to be fixed pass as an exception. Reason: {revision.LiftReason}"
                )
            );
        }
    }

    /// <summary>The weights with their counts, zero included, so that an empty one is seen to be checked.</summary>
    public static string Counts(IReadOnlyList<DraftFinding> findings, CardLanguage language)
    {
        Severity[] weights = findings.Any(finding => finding.Severity == Severity.Stop)
            ? [Severity.Stop, Severity.Block, Severity.Warn, Severity.Hint]
            : [Severity.Block, Severity.Warn, Severity.Hint];
        return string.Join(
            language.Say("・", ", "),
            weights.Select(weight =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Word(weight, language)} {findings.Count(finding => finding.Severity == weight)}"
                )
            )
        );
    }

    private static string Word(Severity weight, CardLanguage language) => language.Say(weight.Word(), weight switch
    {
        Severity.Stop => "stop",
        Severity.Block => "to fix",
        Severity.Warn => "to check",
        _ => "advice",
    });

    private static IEnumerable<AdaptiveElement> Finding(IReadOnlyList<DraftFinding> same, Revision revision, CardLanguage say)
    {
        var finding = same[0];
        var quotes = same.Select(one => one.Quote)
            .Where(quote => quote.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(quote => $"「{quote}」");
        yield return ReviewParts.Line(
            new AdaptiveTextRun
            {
                Text = $"{Word(finding.Severity, say)}　",
                Weight = AdaptiveTextWeight.Bolder,
                Color = finding.Severity.Color(),
            },
            ReviewParts.Bold($"{finding.Title(say)}　"),
            new AdaptiveTextRun { Text = string.Concat(quotes), Underline = true }
        );
        yield return ReviewParts.Line(ReviewParts.Plain(finding.Why(say)));
        if (finding.Basis.Length > 0)
            yield return ReviewParts.Line(
                ReviewParts.Small(say.Say($"根拠：{finding.Basis}", $"Basis: {ClauseWords.InEnglish(finding.Basis)}"))
            );
        if (revision.Answers.GetValueOrDefault(finding.Key) is { Length: > 0 } answer)
            yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("起案者の回答　", "The writer's answer　")), ReviewParts.Plain(answer));
    }
}
