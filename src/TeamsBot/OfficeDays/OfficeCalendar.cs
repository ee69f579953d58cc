using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;

namespace TeamsBot.OfficeDays;

/// <summary>
/// Puts the organisation's own days over the computed ones, for checks and for everything that falls due on an opening day.
/// </summary>
internal sealed class OfficeCalendar(BotDbContext db)
{
    public async Task<CheckContext> AddToAsync(CheckContext context, string tenantId, CancellationToken cancellationToken) =>
        context with { OpeningDays = (await ReadAsync(tenantId, cancellationToken))(context.OpeningDays) };

    /// <summary>What puts the organisation's days over computed ones; they are read once.</summary>
    public async Task<Func<OpeningDays, OpeningDays>> ReadAsync(string tenantId, CancellationToken cancellationToken)
    {
        var days = await db.CalendarDays.AsNoTracking().Where(day => day.TenantId == tenantId).ToListAsync(cancellationToken);
        return computed => days.Count == 0 ? computed : Over(computed, days);
    }

    /// <summary>The same for who cannot wait: SQLite answers on the calling thread anyway.</summary>
    public OpeningDays Read(string tenantId, OpeningDays computed)
    {
        var days = db.CalendarDays.AsNoTracking().Where(day => day.TenantId == tenantId).ToList();
        return days.Count == 0 ? computed : Over(computed, days);
    }

    /// <summary>
    /// The same for days at hand. A holiday that is none any more is an ordinary weekday; a closed day says nothing about holidays.
    /// </summary>
    public static OpeningDays Over(OpeningDays computed, IReadOnlyList<CalendarDay> days) => computed with
    {
        Holidays = new Holidays(
            days.Where(day => day.Kind is CalendarDayKind.Holiday or CalendarDayKind.NoHoliday)
                .ToDictionary(day => day.Day, day => day.Kind == CalendarDayKind.Holiday ? day.Name : null)
        ),
        Exceptions = days.Where(day => day.Kind is CalendarDayKind.Closed or CalendarDayKind.Open)
            .ToDictionary(day => day.Day, day => day.Kind == CalendarDayKind.Open),
    };
}
