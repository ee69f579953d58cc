using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals;

/// <summary>What the checks found, under 誤り / 漏えい / 誤解 with counts, zero included [ward-2-2a]; heaviest first.</summary>
internal static class FindingsSection
{
    /// <summary>Prefix of the fields that take the writer's answers to warnings; the finding's key follows.</summary>
    public const string AnswerPrefix = "answer:";

    /// <summary>More findings than the view allows are counted, not drawn; a card has a limit and so has patience.</summary>
    public static IEnumerable<AdaptiveElement> For(DraftView view, bool withAnswerFields)
    {
        var revision = view.Draft.Current;
        yield return CardParts.Heading("チェック結果");
        yield return CardParts.Line([.. Counts(revision.Findings)]);
        var shown = Shown(view, revision);
        foreach (var finding in shown)
        {
            yield return new AdaptiveContainer
            {
                Items = [.. Finding(finding, revision, withAnswerFields)], Spacing = AdaptiveSpacing.Small, Separator = true,
            };
        }

        if (revision.Findings.Count > shown.Count)
        {
            yield return CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{revision.Findings.Count - shown.Count}件。上の項目を直して再チェックすると表示されます。"));
        }

        if (revision.LiftedBy is not null)
        {
            yield return CardParts.Notice(NoticeKind.Attention, $"「要修正」の項目は、{revision.LiftedBy}が例外として認めています。理由：{revision.LiftReason}");
        }
    }

    /// <summary>Those the card draws, heaviest first.</summary>
    public static IReadOnlyList<DraftFinding> Shown(DraftView view, Revision revision) =>
        [.. revision.Findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Group).Take(view.MaxFindings)];

    private static IEnumerable<AdaptiveTextRun> Counts(IReadOnlyList<DraftFinding> findings)
    {
        foreach (var group in Enum.GetValues<FindingGroup>())
        {
            var count = findings.Count(finding => finding.Group == group);
            var heaviest = findings.Where(finding => finding.Group == group).Select(finding => (Severity?)finding.Severity).Max();
            yield return new AdaptiveTextRun
            {
                Text = string.Create(CultureInfo.InvariantCulture, $"{group.Word()} {count}　"), Weight = AdaptiveTextWeight.Bolder,
                Color = heaviest is { } severity ? severity.Color() : AdaptiveTextColor.Good,
            };
        }
    }

    private static IEnumerable<AdaptiveElement> Finding(DraftFinding finding, Revision revision, bool withAnswerFields)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = $"［{finding.Severity.Word()}］", Weight = AdaptiveTextWeight.Bolder, Color = finding.Severity.Color(),
            },
            new AdaptiveTextRun { Text = $"{finding.Label}　", Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = finding.Quote.Length > 0 ? $"「{finding.Quote}」" : "", Highlight = true });
        yield return new AdaptiveRichTextBlock
        {
            Inlines = [new AdaptiveTextRun { Text = finding.Message }], Spacing = AdaptiveSpacing.None,
        };
        if (finding.Suggestion is { } suggestion) yield return new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun { Text = $"→ {suggestion}", Color = AdaptiveTextColor.Good }], Spacing = AdaptiveSpacing.None };
        if (finding.Basis.Length > 0) yield return CardParts.Line(new AdaptiveTextRun { Text = $"根拠：{finding.Basis}", IsSubtle = true, Size = AdaptiveTextSize.Small });
        var answer = revision.Answers.GetValueOrDefault(finding.Key);
        if (withAnswerFields && finding.Severity == Severity.Warn)
        {
            yield return new AdaptiveTextInput
            {
                Label = "直さない場合の回答（確認したこと・理由）", Id = AnswerPrefix + finding.Key, Value = answer, MaxLength = 200,
                Spacing = AdaptiveSpacing.Small,
            };
        }
        else if (answer is { Length: > 0 })
        {
            yield return CardParts.Line(new AdaptiveTextRun { Text = "起案者の回答　", IsSubtle = true }, new AdaptiveTextRun { Text = answer });
        }
    }
}
