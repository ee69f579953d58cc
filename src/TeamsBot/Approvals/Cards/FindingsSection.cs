using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What the checks found, heaviest first. Counted by weight, in the words that stand at each finding, and under 誤り / 漏えい / 誤解 with zero
/// included [ward-2-2a], which each finding names as well.
/// </summary>
internal static class FindingsSection
{
    /// <summary>Prefix of the fields that take the writer's answers to warnings; the finding's key follows.</summary>
    public const string AnswerPrefix = "answer:";

    public const int MaxAnswer = 200;

    /// <summary>As a section of a reader's card.</summary>
    public static IEnumerable<AdaptiveElement> For(DraftView view, bool withAnswerFields)
    {
        yield return CardParts.Heading(view.Language.Say("チェック結果", "Checks"));
        yield return Counts(view, "");
        foreach (var element in Body(view, AdaptiveSpacing.Small)) yield return element;
        if (!withAnswerFields) yield break;
        foreach (var (finding, at) in Numbered(view).Where(row => row.Finding.Severity == Severity.Warn))
            yield return Answer(view, finding, at, isMissing: false);
    }

    /// <summary>How many of each weight; where there is nothing, that sentence and <paramref name="next"/>.</summary>
    public static AdaptiveRichTextBlock Counts(DraftView view, string next)
    {
        var (language, findings) = (view.Language, view.Draft.Current.Findings);
        var counts = DraftWords
            .Weights.Select(weight => (Weight: weight, Count: findings.Count(finding => finding.Severity == weight)))
            .Where(row => row.Count > 0)
            .ToList();
        List<AdaptiveTextRun> runs = counts.Count == 0
            ? [
                new()
                {
                    Text = language.Say("問題は見つかりませんでした。", "Nothing was found. "),
                    Weight = AdaptiveTextWeight.Bolder,
                    Color = AdaptiveTextColor.Good,
                },
                new() { Text = next },
            ]
            : [.. counts.Index().SelectMany(row => (AdaptiveTextRun[])
                [
                    new() { Text = row.Index == 0 ? "" : "・" },
                    new()
                    {
                        Text = string.Create(CultureInfo.InvariantCulture, $"{row.Item.Weight.Word(language)} {row.Item.Count}"),
                        Weight = AdaptiveTextWeight.Bolder, Color = row.Item.Weight.Color(),
                    },
                ])];
        var groups = string.Join('　', Enum.GetValues<FindingGroup>().Select(group =>
            string.Create(CultureInfo.InvariantCulture, $"{group.Word(language)} {findings.Count(finding => finding.Group == group)}")));
        var line = CardParts.Line([.. runs, new AdaptiveTextRun { Text = $"　{groups}", IsSubtle = true, Size = AdaptiveTextSize.Small }]);
        line.Spacing = AdaptiveSpacing.None;
        return line;
    }

    /// <summary>
    /// The findings themselves, numbered as <see cref="Numbered"/> does. More than the view allows are counted, not drawn: a card has a
    /// limit and so has patience.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Body(DraftView view, AdaptiveSpacing spacing)
    {
        var (revision, language) = (view.Draft.Current, view.Language);
        var shown = Numbered(view);
        foreach (var (finding, at) in shown)
        {
            yield return new AdaptiveContainer { Items = [.. Finding(view, finding, at)], Spacing = spacing, Separator = true };
        }

        if (revision.Findings.Count > shown.Count)
        {
            var more = revision.Findings.Count - shown.Count;
            yield return CardParts.Remark(
                language.Say(
                    string.Create(CultureInfo.InvariantCulture, $"ほか{more}件。上の項目を直して点検すると表示されます。"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{more} more; shown once these are dealt with and the text is checked again."
                    )
                )
            );
        }

        if (revision.LiftedBy is not null)
        {
            yield return CardParts.Notice(NoticeKind.Attention, language.Say(
                $"「要修正」の項目は、{revision.LiftedBy}が例外として認めています。理由：{revision.LiftReason}",
                $"{revision.LiftedBy} allows the \"Must fix\" findings as an exception. Reason: {revision.LiftReason}"));
        }
    }

    /// <summary>
    /// Those the card draws, heaviest first, each with its number on the card: fields name findings by it, because a label is no place for
    /// the author's words.
    /// </summary>
    public static IReadOnlyList<(DraftFinding Finding, int At)> Numbered(DraftView view) =>
        [
            .. view
                .Draft.Current.Findings.OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Group)
                .Take(view.MaxFindings)
                .Select((finding, at) => (finding, at + 1)),
        ];

    /// <summary>The field for what the writer confirmed instead of changing the text.</summary>
    public static AdaptiveTextInput Answer(DraftView view, DraftFinding finding, int at, bool isMissing)
    {
        var (id, language) = (AnswerPrefix + finding.Key, view.Language);
        var label = Name(finding, at, language) + language.Say("：確かめたこと・理由", ": what you confirmed");
        var stored = view.Draft.Current.Answers.GetValueOrDefault(finding.Key);
        return new AdaptiveTextInput
        {
            Label = isMissing ? CardParts.Missing(label, isChoice: false, language) : label, Id = id,
            Value = view.Typed?.Value(id, stored) ?? stored, MaxLength = MaxAnswer, Spacing = AdaptiveSpacing.Small,
        };
    }

    public static string Name(DraftFinding finding, int at, CardLanguage language) =>
        string.Create(CultureInfo.InvariantCulture, $"{at} {finding.Title(language)}");

    private static IEnumerable<AdaptiveElement> Finding(DraftView view, DraftFinding finding, int at)
    {
        var language = view.Language;
        var head = CardParts.Line(
            new AdaptiveTextRun
            {
                Text = string.Create(CultureInfo.InvariantCulture, $"{at} {finding.Severity.Word(language)}　"),
                Weight = AdaptiveTextWeight.Bolder,
                Color = finding.Severity.Color(),
            },
            new AdaptiveTextRun { Text = $"{finding.Title(language)}　", Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = finding.Quote.Length > 0 ? $"「{finding.Quote}」" : "", Underline = true }
        );
        head.Spacing = AdaptiveSpacing.None;
        yield return head;
        yield return new AdaptiveRichTextBlock
        {
            Inlines =
            [
                .. finding.Why(language) is { Length: > 0 } why ? [new AdaptiveTextRun { Text = why }] : Array.Empty<AdaptiveTextRun>(),
                .. finding.Better(language) is { Length: > 0 } better
                    ? [new AdaptiveTextRun { Text = $" → {better}", Color = AdaptiveTextColor.Good }]
                    : Array.Empty<AdaptiveTextRun>(),
                new AdaptiveTextRun
                {
                    Text = Basis(finding, language),
                    IsSubtle = true,
                    Size = AdaptiveTextSize.Small,
                },
            ],
            Spacing = AdaptiveSpacing.None,
        };
        if (view.Draft.Current.Answers.GetValueOrDefault(finding.Key) is { Length: > 0 } answer)
        {
            var said = CardParts.Line(
                new AdaptiveTextRun { Text = language.Say("起案者の回答　", "Author's answer　"), IsSubtle = true },
                new AdaptiveTextRun { Text = answer }
            );
            said.Spacing = AdaptiveSpacing.None;
            yield return said;
        }
    }

    /// <summary>
    /// The group and the organisation's own clause; what its guideline does not know is said to be so, and no other town's clause stands
    /// in.
    /// </summary>
    private static string Basis(DraftFinding finding, CardLanguage language) =>
        finding.Basis.Length > 0
            ? language.Say(
                $"（{finding.Group.ShortWord()}・根拠：{finding.Basis}）",
                $" ({finding.Group.ShortWord(language)}; {ClauseWords.InEnglish(finding.Basis)})"
            )
            : language.Say(
                $"（{finding.Group.ShortWord()}・この組織の定めにはありません）",
                $" ({finding.Group.ShortWord(language)}; not in this organisation's guideline)"
            );
}
