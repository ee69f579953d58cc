using System.Globalization;

namespace TeamsBot.Tests.OfficeDays;

/// <summary>
/// The holidays of 2020 to 2027 as entered by hand: the days of 国民の祝日に関する法律 with its substitute and citizens' holidays, the moves
/// of 2020 and 2021 by the special law for the Olympic Games, and the equinoxes as the observatory announced them each February (those of
/// 2027: 21 March, 23 September). Nothing here is computed; the product's rule is measured by it.
/// </summary>
internal static class LawfulDays
{
    public static readonly DateOnly First = new(2020, 1, 1);

    public static readonly DateOnly Last = new(2027, 12, 31);

    public static readonly IReadOnlyDictionary<DateOnly, string> Holidays = Read("""
        2020 01-01 元日 01-13 成人の日 02-11 建国記念の日 02-23 天皇誕生日 02-24 振替休日 03-20 春分の日 04-29 昭和の日 05-03 憲法記念日
        2020 05-04 みどりの日 05-05 こどもの日 05-06 振替休日 07-23 海の日 07-24 スポーツの日 08-10 山の日 09-21 敬老の日 09-22 秋分の日
        2020 11-03 文化の日 11-23 勤労感謝の日
        2021 01-01 元日 01-11 成人の日 02-11 建国記念の日 02-23 天皇誕生日 03-20 春分の日 04-29 昭和の日 05-03 憲法記念日 05-04 みどりの日
        2021 05-05 こどもの日 07-22 海の日 07-23 スポーツの日 08-08 山の日 08-09 振替休日 09-20 敬老の日 09-23 秋分の日 11-03 文化の日
        2021 11-23 勤労感謝の日
        2022 01-01 元日 01-10 成人の日 02-11 建国記念の日 02-23 天皇誕生日 03-21 春分の日 04-29 昭和の日 05-03 憲法記念日 05-04 みどりの日
        2022 05-05 こどもの日 07-18 海の日 08-11 山の日 09-19 敬老の日 09-23 秋分の日 10-10 スポーツの日 11-03 文化の日 11-23 勤労感謝の日
        2023 01-01 元日 01-02 振替休日 01-09 成人の日 02-11 建国記念の日 02-23 天皇誕生日 03-21 春分の日 04-29 昭和の日 05-03 憲法記念日
        2023 05-04 みどりの日 05-05 こどもの日 07-17 海の日 08-11 山の日 09-18 敬老の日 09-23 秋分の日 10-09 スポーツの日 11-03 文化の日
        2023 11-23 勤労感謝の日
        2024 01-01 元日 01-08 成人の日 02-11 建国記念の日 02-12 振替休日 02-23 天皇誕生日 03-20 春分の日 04-29 昭和の日 05-03 憲法記念日
        2024 05-04 みどりの日 05-05 こどもの日 05-06 振替休日 07-15 海の日 08-11 山の日 08-12 振替休日 09-16 敬老の日 09-22 秋分の日
        2024 09-23 振替休日 10-14 スポーツの日 11-03 文化の日 11-04 振替休日 11-23 勤労感謝の日
        2025 01-01 元日 01-13 成人の日 02-11 建国記念の日 02-23 天皇誕生日 02-24 振替休日 03-20 春分の日 04-29 昭和の日 05-03 憲法記念日
        2025 05-04 みどりの日 05-05 こどもの日 05-06 振替休日 07-21 海の日 08-11 山の日 09-15 敬老の日 09-23 秋分の日 10-13 スポーツの日
        2025 11-03 文化の日 11-23 勤労感謝の日 11-24 振替休日
        2026 01-01 元日 01-12 成人の日 02-11 建国記念の日 02-23 天皇誕生日 03-20 春分の日 04-29 昭和の日 05-03 憲法記念日 05-04 みどりの日
        2026 05-05 こどもの日 05-06 振替休日 07-20 海の日 08-11 山の日 09-21 敬老の日 09-22 国民の休日 09-23 秋分の日 10-12 スポーツの日
        2026 11-03 文化の日 11-23 勤労感謝の日
        2027 01-01 元日 01-11 成人の日 02-11 建国記念の日 02-23 天皇誕生日 03-21 春分の日 03-22 振替休日 04-29 昭和の日 05-03 憲法記念日
        2027 05-04 みどりの日 05-05 こどもの日 07-19 海の日 08-11 山の日 09-20 敬老の日 09-23 秋分の日 10-11 スポーツの日 11-03 文化の日
        2027 11-23 勤労感謝の日
        """);

    /// <summary>How many days of each year are holidays, as the almanacs count them: guards the table against a slip of the hand.</summary>
    public static readonly IReadOnlyDictionary<int, int> CountOf = new Dictionary<int, int>
    {
        [2020] = 18, [2021] = 17, [2022] = 16, [2023] = 17, [2024] = 21, [2025] = 19, [2026] = 18, [2027] = 17,
    };

    /// <summary>年末年始 (month, day): closed without being holidays, but for 元日.</summary>
    private static readonly (int Month, int Day)[] TurnOfTheYear = [(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)];

    public static IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = First; day <= Last; day = day.AddDays(1)) yield return day;
        }
    }

    public static string? NameOf(DateOnly day) => Holidays.GetValueOrDefault(day);

    /// <summary>Monday to Friday, no holiday, not the turn of the year.</summary>
    public static bool IsOpen(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && NameOf(day) is null
        && !TurnOfTheYear.Contains((day.Month, day.Day));

    /// <summary>The day itself or the nearest opening day after it.</summary>
    public static DateOnly Next(DateOnly day)
    {
        while (!IsOpen(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself or the nearest opening day before it.</summary>
    public static DateOnly Previous(DateOnly day)
    {
        while (!IsOpen(day)) day = day.AddDays(-1);
        return day;
    }

    private static Dictionary<DateOnly, string> Read(string table)
    {
        var days = new Dictionary<DateOnly, string>();
        foreach (var words in table.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' ')))
            for (var at = 1; at < words.Length; at += 2)
                days.Add(DateOnly.ParseExact($"{words[0]}-{words[at]}", "yyyy-MM-dd", CultureInfo.InvariantCulture), words[at + 1]);
        return days;
    }
}
