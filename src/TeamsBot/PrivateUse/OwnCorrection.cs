using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.PrivateUse;

/// <summary>
/// Somebody deleted an own post that was wrong or hurt. Deleting is not the end: it stays open until a text that names the error and puts
/// it right was checked [private-3-3-2a]. Who and when is kept; neither the post nor the correction is (private-1-1).
/// </summary>
[Audited("ownCorrection")]
internal sealed class OwnCorrection
{
    private OwnCorrection()
    {
    }

    public Guid Id { get; private set; }

    public string TenantId { get; private set; } = "";

    public string OwnerId { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When a correction passed the check; null: it cannot be closed.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public static OwnCorrection Open(string tenantId, string ownerId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(), TenantId = tenantId, OwnerId = ownerId, OpenedAt = now };

    public void Passed(DateTimeOffset now) => PassedAt ??= now;

    /// <returns>False while no correction has passed, or where it was closed before.</returns>
    public bool Close(DateTimeOffset now)
    {
        if (PassedAt is null || ClosedAt is not null) return false;
        ClosedAt = now;
        return true;
    }
}

internal static class PrivateUseData
{
    extension(BotDbContext db)
    {
        public DbSet<OwnCorrection> OwnCorrections => db.Set<OwnCorrection>();
    }

    internal sealed class OwnCorrectionConfiguration : IEntityTypeConfiguration<OwnCorrection>
    {
        public void Configure(EntityTypeBuilder<OwnCorrection> builder)
        {
            builder.HasKey(correction => correction.Id);
            builder.HasIndex(correction => new { correction.TenantId, correction.OwnerId, correction.ClosedAt });
        }
    }
}
