using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Answers;

/// <summary>
/// The steps of a runbook on a card: what cannot wait stands open, what comes later is folded. A step that no guideline states says so;
/// where none of them is stated, it is said once, above them.
/// </summary>
internal static class AlarmStepLines
{
    public const string LaterFold = "later";

    /// <summary>Those that cannot wait, in order, each with its place; the desk reads them too.</summary>
    public static IEnumerable<AdaptiveElement> Of(AlarmSteps known, CardLanguage language)
    {
        if (!IsStated(known))
            yield return CardParts.Remark(
                language.Say("次の手順は、どれもガイドラインにない手順です。", "None of these steps is in the guideline.")
            );
        foreach (var (at, step) in known.Steps.Index())
        {
            var line = Line(at + 1, step, known, language);
            if (at == 0) line.Spacing = AdaptiveSpacing.Medium;
            yield return line;
        }

        if (IsStated(known)) yield return CardParts.Line(Small(known.Source));
    }

    /// <summary>Numbered on from the first ones: it is one list.</summary>
    public static AdaptiveContainer Later(AlarmSteps known, CardLanguage language) => CardParts.Fold(
        LaterFold, isOpen: false, known.Later.Select((step, at) => Line(known.Steps.Count + at + 1, step, known, language)));

    private static bool IsStated(AlarmSteps known) => known.Steps.Concat(known.Later).Any(step => step.Clause is not null);

    private static AdaptiveRichTextBlock Line(int number, AlarmStep step, AlarmSteps among, CardLanguage language)
    {
        var place = step.Clause ?? (IsStated(among) ? language.Say("ガイドラインにない手順", "not in the guideline") : "");
        return CardParts.Line(
            new AdaptiveTextRun { Text = string.Create(CultureInfo.InvariantCulture, $"{number}　"), Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = step.Words },
            Small(step.Detail.Length > 0 ? language.Say($"（{step.Detail}）", $" ({step.Detail})") : ""),
            Small(place.Length > 0 ? $"　{place}" : "")
        );
    }

    private static AdaptiveTextRun Small(string text) => new() { Text = text, IsSubtle = true, Size = AdaptiveTextSize.Small };
}
