using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.OfficeDays;
using TeamsBot.Packs;

namespace TeamsBot.Approvals;

/// <summary>When the organisation is open, by its pack and its own days: what the bot says by itself, it says then.</summary>
internal sealed class OfficeTime(Pack pack, OfficeCalendar calendar)
{
    public async Task<OpeningDays> OfAsync(string tenantId, CancellationToken cancellationToken) =>
        (await calendar.ReadAsync(tenantId, cancellationToken))(pack.OfficeHours?.ToOpeningDays() ?? OpeningDays.Default);

    /// <summary>For whoever has a database context and no scope.</summary>
    public static async Task<DateTimeOffset> NextOpeningAsync(
        Pack pack,
        BotDbContext db,
        string tenantId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => (await new OfficeTime(pack, new OfficeCalendar(db)).OfAsync(tenantId, cancellationToken)).NextOpening(now);

    /// <summary>The same time of day so many opening days later.</summary>
    public static DateTimeOffset After(OpeningDays days, DateTimeOffset from, int openingDays)
    {
        var start = days.NextOpening(from);
        var day = JapanTime.DateOf(start);
        for (var passed = 0; passed < openingDays; passed++) day = days.Next(day.AddDays(1));
        return new DateTimeOffset(day.ToDateTime(JapanTime.TimeOf(start)), JapanTime.Offset);
    }
}
