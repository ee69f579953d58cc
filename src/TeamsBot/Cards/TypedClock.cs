using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Cards;

/// <summary>
/// Reads a time of day however staff write it: 15:00, 15時半, 午後3時半, 3:00 PM, 1500, 正午, 24:00; full width too. 午後12時 is none, because some
/// mean noon by it and some midnight.
/// </summary>
internal static partial class TypedClock
{
    private const int MaxLength = 30;

    /// <summary>Since the beginning of the day; 24:00 is the end of it. Null where it cannot be read or may mean two times.</summary>
    public static TimeSpan? Read(string typed)
    {
        if (typed.Length > MaxLength) return null;
        var text = TurnRouter
            .Normal(typed)
            .Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant()
            .Replace("A.M.", "AM", StringComparison.Ordinal)
            .Replace("P.M.", "PM", StringComparison.Ordinal);
        if (text is "正午" or "NOON") return TimeSpan.FromHours(12);
        if (Clock().Match(text) is not { Success: true } match) return null;
        if (match.Groups["before"].Length > 0 && match.Groups["behind"].Length > 0) return null;
        var (hour, minute, second) = (Number(match, "h"), match.Groups["half"].Length > 0 ? 30 : Number(match, "m"), Number(match, "s"));
        if (minute > 59 || second > 59 || Hour(hour, match.Groups["before"].Value + match.Groups["behind"].Value) is not { } read)
            return null;
        var time = new TimeSpan(read, minute, second);
        return time <= TimeSpan.FromDays(1) ? time : null;
    }

    private static int? Hour(int hour, string half) => half switch
    {
        "" => hour,
        "AM" => hour is >= 1 and <= 12 ? hour % 12 : null,
        "PM" => hour is >= 1 and <= 12 ? (hour % 12) + 12 : null,
        "午前" => hour is >= 0 and <= 11 ? hour : null,
        _ => hour is >= 0 and <= 11 ? hour + 12 : hour is >= 13 and <= 23 ? hour : null,
    };

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Length: > 0 } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^(?<before>AM|PM|午前|午後)?(?:(?<h>[0-9]{1,2})(?:[:時](?<m>[0-9]{2})分?|[:](?<m>[0-9]{2}):(?<s>[0-9]{2})(?:[.]0+)?|時(?:(?<half>半)|"
            + "(?<m>[0-9]{1,2})分)?|(?=AM|PM))|(?<h>[0-9]{2})(?<m>[0-9]{2}))(?<behind>AM|PM)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Clock();
}
