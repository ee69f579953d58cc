using TeamsBot.Checks.Dates;

namespace TeamsBot.Rosters;

/// <summary>Days in a row on which the office is closed, longer than a weekend with a holiday: 年末年始, 大型連休. Pure.</summary>
internal sealed record LongClosing(DateOnly LastOpening, IReadOnlyList<DateOnly> Days)
{
    /// <summary>So many days in a row are long: our own figure (設定値); three days are an ordinary long weekend.</summary>
    public const int Least = 4;

    /// <summary>How far ahead is looked.</summary>
    private const int Ahead = 21;

    public DateOnly First => Days[0];

    /// <summary>The next one that begins after a day; null where none is near.</summary>
    public static LongClosing? Next(DateOnly today, OpeningDays days)
    {
        for (var at = 0; at < Ahead; at++)
        {
            var day = today.AddDays(at);
            if (!days.IsOpen(day) || days.IsOpen(day.AddDays(1))) continue;
            if (From(day.AddDays(1), days) is { Count: >= Least } closed) return new(day, closed);
        }

        return null;
    }

    /// <summary>The closed days in a row from this one on.</summary>
    public static IReadOnlyList<DateOnly> From(DateOnly first, OpeningDays days)
    {
        var closed = new List<DateOnly>();
        for (var day = first; !days.IsOpen(day) && closed.Count < 60; day = day.AddDays(1)) closed.Add(day);
        return closed;
    }
}
