using System.Globalization;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Context;

/// <summary>A day of the year on which many readers mourn or remember, so that festive words are read differently.</summary>
/// <param name="Letter">The letter of さしすせそ it belongs to.</param>
public sealed record SensitiveDate(MonthDay Day, string Name, string Letter)
{
    /// <summary>The weight of the reminder on that day; festive words weigh a warning at least.</summary>
    public Severity Severity { get; init; } = Severity.Hint;

    /// <summary>What to do instead; null for the usual advice.</summary>
    public string? Instead { get; init; }

    /// <summary>What to tell the writer besides; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The organisation's own clauses; empty for those of the rule.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The days that come with the program (<c>Data/sensitive-dates.txt</c>); an organisation adds its own.</summary>
    public static IReadOnlyList<SensitiveDate> Shipped { get; } = [.. EmbeddedText.Lines("sensitive-dates.txt").Select(Parse)];

    private static SensitiveDate Parse(string line)
    {
        var cells = line.Split('\t');
        var day = new MonthDay(
            int.Parse(cells[0].AsSpan(0, 2), CultureInfo.InvariantCulture),
            int.Parse(cells[0].AsSpan(3, 2), CultureInfo.InvariantCulture)
        );
        return new SensitiveDate(day, cells[1], cells[2]);
    }
}
