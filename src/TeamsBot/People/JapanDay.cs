namespace TeamsBot.People;

/// <summary>The calendar day in Japan at an instant. Japan has had no daylight saving since 1951, so the offset is a constant.</summary>
internal static class JapanDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly Of(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(Offset).DateTime);
}
