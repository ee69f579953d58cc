using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Rosters;

/// <summary>
/// Who is on one duty of a section in one week, Monday to Sunday: 当番, and 副 who steps in when the first is away. A week without a row has
/// nobody.
/// </summary>
[Audited("roster")]
internal sealed class RosterWeek
{
    /// <summary>Longest note for whoever comes next.</summary>
    public const int MaxNote = 300;

    private RosterWeek()
    {
    }

    public string TenantId { get; private set; } = "";

    public string Section { get; private set; } = "";

    public Duty Duty { get; private set; }

    /// <summary>The Monday.</summary>
    public DateOnly Monday { get; private set; }

    public string MainId { get; private set; } = "";

    /// <summary>副; null where nobody was named.</summary>
    public string? SecondId { get; private set; }

    /// <summary>引き継ぎ: what the next on this duty should know.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who wrote the note: 当番 and 副 both may. Empty for one of before it was kept.</summary>
    public string NoteByName { get; private set; } = "";

    /// <summary>当番 was told that the week begins: on the first opening day on which they are there.</summary>
    public bool IsBegun { get; private set; }

    public string EnteredByName { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public DateOnly Sunday => Monday.AddDays(6);

    public static RosterWeek Of(string tenantId, string section, Duty duty, DateOnly monday) =>
        new() { TenantId = tenantId, Section = section, Duty = duty, Monday = monday };

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public void Enter(string mainId, string? secondId, string by, DateTimeOffset now) =>
        (MainId, SecondId, EnteredByName, EnteredAt) = (mainId.ToLowerInvariant(), secondId?.ToLowerInvariant(), by, now);

    public bool IsHeldBy(string personId) =>
        PersonId.IsSame(MainId, personId) || (SecondId is { } second && PersonId.IsSame(second, personId));

    /// <summary>Somebody takes it over in the place, first or second, of whoever has it.</summary>
    public void Replace(string fromId, string toId)
    {
        if (PersonId.IsSame(MainId, fromId)) MainId = toId.ToLowerInvariant();
        else SecondId = toId.ToLowerInvariant();
    }

    public void Leave(string note, string by) => (Note, NoteByName) = (note, note.Length > 0 ? by : "");

    public void Begin() => IsBegun = true;
}

internal static class RostersData
{
    extension(BotDbContext db)
    {
        public DbSet<RosterWeek> RosterWeeks => db.Set<RosterWeek>();
    }

    internal sealed class RosterWeekConfiguration : IEntityTypeConfiguration<RosterWeek>
    {
        public void Configure(EntityTypeBuilder<RosterWeek> builder)
        {
            builder.HasKey(week => new { week.TenantId, week.Section, week.Duty, week.Monday });
            builder.Ignore(week => week.Sunday);
            builder.Property(week => week.Duty).HasConversion<string>();
            builder.HasIndex(week => new { week.TenantId, week.Monday });
        }
    }
}
