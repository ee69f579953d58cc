using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Dates;

internal enum DayHalf
{
    Unmarked,
    Morning,
    Afternoon,
}

/// <summary>A clock time as written: 午後1時30分, 13:30, 1:30 p.m.; lengths of time (2時間) are none. It may be impossible.</summary>
/// <param name="Colon">Written 13:30, which may also be a score or a ratio.</param>
internal sealed partial record TimeMention(Piece Piece, DayHalf Half, int Hour, int Minute, bool Colon)
{
    /// <summary>True for times a clock shows; 24:00 counts, as the end of a day.</summary>
    public bool IsPossible => Minute < 60 && (Half == DayHalf.Unmarked ? Hour < 24 || (Hour == 24 && Minute == 0) : Hour <= 12);

    /// <summary>Minutes since midnight, reading an unmarked time on the 24-hour clock.</summary>
    public int Minutes =>
        (
            (
                (
                    Half == DayHalf.Afternoon && Hour < 12 ? Hour + 12
                    : Half == DayHalf.Morning && Hour == 12 ? 0
                    : Hour
                ) * 60
            ) + Minute
        );

    public static IReadOnlyList<TimeMention> Scan(string text)
    {
        var found = new List<TimeMention>();
        foreach (Match match in Pattern().Matches(text))
        {
            var mark = (match.Groups["ap"].Value + match.Groups["ap2"].Value).ToUpperInvariant();
            var half = mark.StartsWith("午前", StringComparison.Ordinal) || mark.StartsWith('A') ? DayHalf.Morning
                : mark.StartsWith("午後", StringComparison.Ordinal) || mark.StartsWith('P') ? DayHalf.Afternoon
                : DayHalf.Unmarked;
            var minute =
                match.Groups["min"] is { Success: true } digits
                    ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : match.Groups["half"].Success ? 30
                : 0;
            found.Add(new TimeMention(
                new Piece(match.Index, match.Index + match.Length),
                half,
                int.Parse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
                minute,
                match.Groups["colon"].Success));
        }

        return found;
    }

    [GeneratedRegex(
        @"(?:(?<ap>午前|午後|(?<![A-Za-z])[AaPp]\.?[Mm]\.?)\s?)?(?<![0-9:.,/\-#])(?<h>[0-9]"
            + @"{1,3})(?:\s?時(?![間限代点刻計期給速短差折々事台帯])\s?(?:(?<min>[0-9]{1,3})\s?分(?!間)|(?<half>半))?|(?<colon>:)(?<min>[0-9]"
            + @"{2,3})(?![0-9:]))(?:\s?(?<ap2>[AaPp]\.?[Mm]\b))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Pattern();
}
