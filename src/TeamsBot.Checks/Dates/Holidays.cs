namespace TeamsBot.Checks.Dates;

/// <summary>
/// Japan's national holidays, computed by the Act on National Holidays (from the law as it stood in each year since 1989), with substitute
/// holidays, days between two holidays, and the years changed by special laws. The equinoxes follow the usual formula, good until 2099; the
/// official day is announced in the gazette each February, so an administrator's overrides come first.
/// </summary>
/// <param name="Overrides">Day to name; a null name takes a holiday away.</param>
public sealed record Holidays(IReadOnlyDictionary<DateOnly, string?> Overrides)
{
    public static readonly Holidays Computed = new(new Dictionary<DateOnly, string?>());

    public const string Substitute = "振替休日";
    public const string Between = "国民の休日";

    /// <summary>The holiday's name, or null on any other day. Years before 1989 and after 2099 have none.</summary>
    public string? NameOf(DateOnly date)
    {
        if (Overrides.TryGetValue(date, out var name)) return name;
        if (Named(date) is { } named) return named;
        if (date.Year is < 1989 or > 2099) return null;
        if (IsSubstitute(date)) return Substitute;
        return date.DayOfWeek != DayOfWeek.Sunday && Named(date.AddDays(-1)) is not null && Named(date.AddDays(1)) is not null
            ? Between
            : null;
    }

    public bool Contains(DateOnly date) => NameOf(date) is not null;

    /// <summary>Until 2006 the Monday after a holiday on Sunday; since 2007 the first later day that is no holiday itself.</summary>
    private static bool IsSubstitute(DateOnly date)
    {
        if (date.Year < 2007) return date.DayOfWeek == DayOfWeek.Monday && Named(date.AddDays(-1)) is not null;
        for (var before = date.AddDays(-1); Named(before) is not null; before = before.AddDays(-1))
        {
            if (before.DayOfWeek == DayOfWeek.Sunday) return true;
        }

        return false;
    }

    private static string? Named(DateOnly date)
    {
        if (date.Year is < 1989 or > 2099) return null;
        if (SpecialLaw(date) is { } special) return special.Length == 0 ? null : special;
        var (year, month, day) = (date.Year, date.Month, date.Day);
        return (month, day) switch
        {
            (1, 1) => "元日",
            (1, 15) when year < 2000 => "成人の日",
            (1, _) when year >= 2000 && IsMonday(date, 2) => "成人の日",
            (2, 11) => "建国記念の日",
            (2, 23) when year >= 2020 => "天皇誕生日",
            (3, _) when day == SpringEquinox(year) => "春分の日",
            (4, 29) => year >= 2007 ? "昭和の日" : "みどりの日",
            (5, 3) => "憲法記念日",
            (5, 4) when year >= 2007 => "みどりの日",
            (5, 5) => "こどもの日",
            (7, 20) when year is >= 1996 and < 2003 => "海の日",
            (7, _) when year >= 2003 && IsMonday(date, 3) => "海の日",
            (8, 11) when year >= 2016 => "山の日",
            (9, 15) when year < 2003 => "敬老の日",
            (9, _) when year >= 2003 && IsMonday(date, 3) => "敬老の日",
            (9, _) when day == AutumnEquinox(year) => "秋分の日",
            (10, 10) when year < 2000 => "体育の日",
            (10, _) when year >= 2000 && IsMonday(date, 2) => year >= 2020 ? "スポーツの日" : "体育の日",
            (11, 3) => "文化の日",
            (11, 23) => "勤労感謝の日",
            (12, 23) when year < 2019 => "天皇誕生日",
            _ => null,
        };
    }

    /// <summary>The enthronement of 2019 and the Olympic years; an empty name means the usual holiday moved away.</summary>
    private static string? SpecialLaw(DateOnly date) => (date.Year, date.Month, date.Day) switch
    {
        (1989, 2, 24) => "大喪の礼",
        (1990, 11, 12) => "即位礼正殿の儀",
        (1993, 6, 9) => "結婚の儀",
        (2019, 5, 1) => "即位の日",
        (2019, 10, 22) => "即位礼正殿の儀",
        (2020, 7, 23) => "海の日",
        (2020, 7, 24) => "スポーツの日",
        (2020, 8, 10) => "山の日",
        (2020, 7, 20) or (2020, 8, 11) or (2020, 10, 12) => "",
        (2021, 7, 22) => "海の日",
        (2021, 7, 23) => "スポーツの日",
        (2021, 8, 8) => "山の日",
        (2021, 7, 19) or (2021, 8, 11) or (2021, 10, 11) => "",
        _ => null,
    };

    private static bool IsMonday(DateOnly date, int week) => date.DayOfWeek == DayOfWeek.Monday && (date.Day - 1) / 7 == week - 1;

    private static int SpringEquinox(int year) => Equinox(year, 20.8431);

    private static int AutumnEquinox(int year) => Equinox(year, 23.2488);

    private static int Equinox(int year, double inNineteenEighty) =>
        (int)(inNineteenEighty + (0.242194 * (year - 1980)) - Math.Floor((year - 1980) / 4.0));
}
