using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TeamsBot.Approvals.Model;

/// <summary>A document that was decided on and given out, known by its number and the day of the decision [asaka-5-2-4].</summary>
internal sealed partial record DecidedDocument(string Number, DateOnly DecidedOn)
{
    /// <summary>Most documents of one range; more than a head looks after at once.</summary>
    public const int Most = 50;

    private const int MaxNumber = 60;

    /// <summary>
    /// Reads one a line: the number, then the day (朝シ発第12号 2026-10-01, also 2026年10月1日 and 2026/10/1). Null where a line cannot be read.
    /// </summary>
    public static IReadOnlyList<DecidedDocument>? ReadAll(string lines)
    {
        var read = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        return read.Count > Most || read.Contains(null) ? null : [.. read.OfType<DecidedDocument>().Distinct()];
    }

    /// <summary>Width and spaces aside.</summary>
    public bool Is(string number, DateOnly? decidedOn) => decidedOn == DecidedOn && Fold(number) == Fold(Number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {DecidedOn:yyyy-MM-dd}");

    private static DecidedDocument? Read(string line)
    {
        var match = Line().Match(line.Normalize(NormalizationForm.FormKC));
        if (!match.Success || match.Groups["number"].Length > MaxNumber) return null;
        var (year, month, day) = (
            int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)
        );
        return TeamsBot.Checks.Dates.JapaneseDate.Create(year, month, day) is { } decidedOn
            ? new(match.Groups["number"].Value, decidedOn)
            : null;
    }

    private static string Fold(string number) =>
        string.Concat(number.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    [GeneratedRegex(
        @"^(?<number>.*[^\s,、])[\s,、]+(?<y>20[0-9]{2})(?:年|/|-)(?<m>[0-9]{1,2})(?:月|/|-)(?<d>[0-9]{1,2})日?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Line();
}
