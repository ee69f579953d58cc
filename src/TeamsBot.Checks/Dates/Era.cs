namespace TeamsBot.Checks.Dates;

/// <summary>A Japanese era: the days it covers, for turning an era year into a calendar year and noticing years that never came.</summary>
public sealed record Era(string Name, char Letter, DateOnly Begins, DateOnly Ends)
{
    /// <summary>From the newest; the source is the cabinet orders that named the eras.</summary>
    public static IReadOnlyList<Era> All { get; } =
    [
        new("令和", 'R', new(2019, 5, 1), DateOnly.MaxValue),
        new("平成", 'H', new(1989, 1, 8), new(2019, 4, 30)),
        new("昭和", 'S', new(1926, 12, 25), new(1989, 1, 7)),
        new("大正", 'T', new(1912, 7, 30), new(1926, 12, 24)),
        new("明治", 'M', new(1868, 1, 25), new(1912, 7, 29)),
    ];

    /// <summary>The era written as a name, its first character or its letter; null for anything else.</summary>
    public static Era? Find(string written)
    {
        foreach (var era in All)
        {
            if (written == era.Name || (written.Length == 1 && (written[0] == era.Letter || written[0] == era.Name[0]))) return era;
        }

        return null;
    }

    public int ToCalendarYear(int year) => Begins.Year + year - 1;

    /// <summary>True when the era had such a year at all; the months at both ends are not looked at.</summary>
    public bool HasYear(int year) => year >= 1 && (Ends == DateOnly.MaxValue || ToCalendarYear(year) <= Ends.Year);

    public bool Covers(DateOnly date) => date >= Begins && date <= Ends;

    /// <summary>A date as offices print it, for example 令和8年12月5日.</summary>
    public static string Print(DateOnly date)
    {
        var era = All.FirstOrDefault(era => era.Covers(date));
        if (era is null) return $"{date.Year}年{date.Month}月{date.Day}日";
        var year = date.Year - era.Begins.Year + 1;
        return $"{era.Name}{(year == 1 ? "元" : year)}年{date.Month}月{date.Day}日";
    }
}
