using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.OfficeDays;

/// <summary>How a day differs from what is computed.</summary>
internal enum CalendarDayKind
{
    /// <summary>臨時に閉庁する.</summary>
    Closed,

    /// <summary>臨時に開庁する.</summary>
    Open,

    /// <summary>法改正などで祝日になる.</summary>
    Holiday,

    /// <summary>祝日でなくなる.</summary>
    NoHoliday,
}

/// <summary>
/// One day on which the organisation's calendar differs from the pack's opening days and the computed holidays: those change by law, and
/// every office closes on a day of its own now and then. One row a day; the newest word counts.
/// </summary>
[Audited("calendar")]
internal sealed class CalendarDay
{
    public const int MaxName = 40;

    private CalendarDay()
    {
    }

    public string TenantId { get; private set; } = "";

    /// <summary>The day in Japan.</summary>
    public DateOnly Day { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    /// <summary>The holiday's name, or why the office is closed or open; may be empty.</summary>
    public string Name { get; private set; } = "";

    public string SetByName { get; private set; } = "";

    public DateTimeOffset SetAt { get; private set; }

    public static CalendarDay Of(string tenantId, DateOnly day) => new() { TenantId = tenantId, Day = day };

    public void Set(CalendarDayKind kind, string name, string by, DateTimeOffset now) =>
        (Kind, Name, SetByName, SetAt) = (kind, name, by, now);
}

internal static class CalendarData
{
    extension(BotDbContext db)
    {
        public DbSet<CalendarDay> CalendarDays => db.Set<CalendarDay>();
    }

    internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
    {
        public void Configure(EntityTypeBuilder<CalendarDay> builder) => builder.HasKey(day => new { day.TenantId, day.Day });
    }
}
