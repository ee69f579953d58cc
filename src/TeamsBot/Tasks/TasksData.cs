using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Tasks;

internal static class TasksData
{
    extension(BotDbContext db)
    {
        public DbSet<DatedTask> DatedTasks => db.Set<DatedTask>();

        public DbSet<ToldDay> ToldDays => db.Set<ToldDay>();

        /// <summary>Those that are not over; the tracked ones as this turn leaves them.</summary>
        public IQueryable<DatedTask> OpenTasks(string tenantId) =>
            db.DatedTasks.Where(task => task.TenantId == tenantId && task.EndedAt == null);
    }

    internal sealed class DatedTaskConfiguration : IEntityTypeConfiguration<DatedTask>
    {
        public void Configure(EntityTypeBuilder<DatedTask> builder)
        {
            builder.HasKey(task => task.Id);
            builder.Property(task => task.Id).ValueGeneratedNever();
            builder.Ignore(task => task.IsOpen);
            builder.Property(task => task.Messages).HasJson();
            builder.Property(task => task.Waiting).HasJson();
            builder.Property(task => task.Stamp).IsConcurrencyToken();
            builder.HasIndex(task => new { task.TenantId, task.AccountId, task.Key, task.Cause }).IsUnique();
            builder.HasIndex(task => task.NextAt);
            builder.HasIndex(task => new { task.TenantId, task.EndedAt, task.DueOn });
        }
    }

    internal sealed class ToldDayConfiguration : IEntityTypeConfiguration<ToldDay>
    {
        public void Configure(EntityTypeBuilder<ToldDay> builder) =>
            builder.HasKey(told => new { told.TenantId, told.PersonId, told.Day });
    }
}

internal static class AuditedTasks
{
    private const string Prefix = "task:";

    public static readonly AuditedKind Kind = new(Prefix, (db, cancellationToken) => AuditedKind.ReadAsync(
        [.. db.DatedTasks.Select(task => task.Id)],
        (List<Guid> ids) => db.DatedTasks.AsNoTracking().Where(task => ids.Contains(task.Id)).ToListAsync(cancellationToken),
        SubjectOf,
        task => new AuditedRow(SubjectOf(task.Id), task.AuditState())));

    /// <summary>As the audit chain and the outbox name it.</summary>
    public static string SubjectOf(Guid id) => $"{Prefix}{id:N}";
}
