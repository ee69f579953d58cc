using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals;

/// <summary>
/// 「直せる箇所を直す」 unfolds what would change, before and after, with fields for what only the writer knows: the blank of a template, the address
/// behind a shortener. Nothing changes before 「このとおり直す」.
/// </summary>
internal static class FixSection
{
    /// <summary>Prefix of the fields that take what the writer knows; the finding's key follows.</summary>
    public const string FillPrefix = "fill:";

    /// <summary>Longest such value, in UTF-16 units; an address may be long.</summary>
    public const int MaxFill = 500;

    private const int MaxShown = 8;

    /// <returns>Null where there is nothing to put right.</returns>
    public static AdaptiveAction? Button(DraftView view)
    {
        var findings = view.Draft.Current.Findings;
        var (sure, asked) = (findings.Where(finding => finding.Replacement is not null).ToList(), findings.Where(finding => finding.Asks is not null).ToList());
        if (sure.Count + asked.Count == 0) return null;
        return new AdaptiveShowCardAction
        {
            Title = "直せる箇所を直す",
            Card = new AdaptiveCard("1.5")
            {
                Body =
                [
                    .. sure.Take(MaxShown).Select(finding => CardParts.Line(
                        new AdaptiveTextRun { Text = $"「{finding.Quote}」" }, new AdaptiveTextRun { Text = " → " }, new AdaptiveTextRun { Text = $"「{finding.Replacement}」", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Good })),
                    .. sure.Count > MaxShown ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{sure.Count - MaxShown}か所も直します。"))] : Array.Empty<AdaptiveElement>(),
                    .. asked.Take(MaxShown).Select(finding => new AdaptiveTextInput
                    {
                        Label = $"「{finding.Quote}」 → {finding.Asks}", Id = FillPrefix + finding.Key, MaxLength = MaxFill,
                    }),
                    .. asked.Count > 0 ? [CardParts.Remark("入力した箇所だけを書き換えます。")] : Array.Empty<AdaptiveElement>(),
                ],
                Actions = [Buttons.Execute("このとおり直す", ApprovalVerbs.Fix, view.Data(), style: "positive")],
            },
        };
    }
}
