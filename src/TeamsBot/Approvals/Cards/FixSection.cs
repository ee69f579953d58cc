using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Puts right what the checks are sure of, and takes what only the writer knows: the blank of a template, the address behind a shortener.
/// What a sure fix writes stands at its finding.
/// </summary>
internal static class FixSection
{
    /// <summary>Prefix of the fields that take what the writer knows; the finding's key follows.</summary>
    public const string FillPrefix = "fill:";

    /// <summary>Longest such value, in UTF-16 units; an address may be long.</summary>
    public const int MaxFill = 500;

    /// <summary>
    /// What it would write into a place beyond the findings drawn is at least counted; nothing where all of them are drawn.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Beyond(DraftView view)
    {
        var drawn = FindingsSection.Numbered(view).Select(row => row.Finding).ToHashSet();
        var beyond = Sure(view).Count(finding => !drawn.Contains(finding));
        if (beyond == 0) yield break;
        yield return CardParts.Remark(view.Language.Say(
            string.Create(CultureInfo.InvariantCulture, $"表示していない{beyond}か所も直します。"),
            string.Create(CultureInfo.InvariantCulture, $"{beyond} more places are put right.")));
    }

    /// <returns>Null where nothing is sure.</returns>
    public static AdaptiveExecuteAction? Button(DraftView view) => Sure(view).Count == 0
        ? null
        : Buttons.Execute(view.Language.Say("直せる箇所を直す", "Put these right"), ApprovalVerbs.Fix, view.Data(), style: "positive");

    /// <summary>Fields for what only the writer knows, and their button; nothing where nothing is asked.</summary>
    public static IEnumerable<AdaptiveElement> Fields(DraftView view)
    {
        var asked = FindingsSection.Numbered(view).Where(row => row.Finding.Asks is not null).ToList();
        if (asked.Count == 0) yield break;
        foreach (var (finding, at) in asked)
        {
            var (id, language) = (FillPrefix + finding.Key, view.Language);
            yield return new AdaptiveTextInput
            {
                Label = FindingsSection.Name(finding, at, language) + language.Say("：", ": ") + finding.Wanted(language),
                Id = id,
                Value = view.Typed?.Value(id, null),
                MaxLength = MaxFill,
                Spacing = AdaptiveSpacing.Small,
            };
        }

        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(view.Language.Say("入力した内容で直す", "Write this into the text"), ApprovalVerbs.Fix, view.Data())
        );
    }

    private static List<DraftFinding> Sure(DraftView view) =>
        [.. view.Draft.Current.Findings.Where(finding => finding.Replacement is not null)];
}
