using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Reminders;

/// <summary>
/// Something that becomes due at a time about a subject: "later" is a stored row, so a restart forgets nothing (style.md 5, 10).
/// </summary>
internal sealed class Reminder
{
    private Reminder()
    {
    }

    public Guid Id { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Which feature's handler takes it, for example <c>draft.expiry</c>.</summary>
    public string Kind { get; private set; } = "";

    public string TenantId { get; private set; } = "";

    /// <summary>For example <c>draft:12</c>.</summary>
    public string Subject { get; private set; } = "";

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How often its handler failed; after <see cref="MaxAttempts"/> it is left for a person to look at.</summary>
    public int Attempts { get; private set; }

    public const int MaxAttempts = 5;

    public static Reminder At(DateTimeOffset dueAt, string kind, string tenantId, string subject) =>
        new() { Id = Guid.CreateVersion7(), DueAt = dueAt, Kind = kind, TenantId = tenantId, Subject = subject };

    public void Done(DateTimeOffset now) => DoneAt = now;

    /// <summary>Tries again after 1, 2, 4 … minutes.</summary>
    public void Failed(DateTimeOffset now) => DueAt = now + TimeSpan.FromMinutes(1 << Attempts++);
}

internal static class RemindersData
{
    extension(BotDbContext db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }

    internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> builder)
        {
            builder.HasKey(reminder => reminder.Id);
            builder.HasIndex(reminder => new { reminder.DoneAt, reminder.DueAt });
        }
    }
}
