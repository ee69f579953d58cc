using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Approvals.Model;

/// <summary>How ranges approved ahead are stored.</summary>
internal static class StandingData
{
    extension(BotDbContext db)
    {
        public DbSet<StandingGrant> StandingGrants => db.Set<StandingGrant>();

        /// <summary>The rows of an account, ended and expired ones included, for reading.</summary>
        public IReadOnlyList<StandingGrant> StandingGrantsOf(string tenantId, string accountId) =>
            [.. db.StandingGrants.AsNoTracking().Where(grant => grant.TenantId == tenantId && grant.AccountId == accountId)];
    }

    internal sealed class StandingGrantConfiguration : IEntityTypeConfiguration<StandingGrant>
    {
        public void Configure(EntityTypeBuilder<StandingGrant> builder)
        {
            builder.HasKey(grant => new { grant.TenantId, grant.AccountId, grant.RangeId });
            builder.Property(grant => grant.Version).IsConcurrencyToken();
            builder.Property(grant => grant.Documents).HasJson();
        }
    }
}

internal static class AuditedStanding
{
    public const string Prefix = "standing:";

    public static readonly AuditedKind Kind = new(Prefix, (db, cancellationToken) => AuditedKind.ReadAsync(
        [.. db.StandingGrants.Select(grant => new StandingKey(grant.AccountId, grant.RangeId))],
        async (List<StandingKey> keys) =>
        {
            var found = new List<StandingGrant>();
            foreach (var (account, range) in keys)
                found.AddRange(
                    await db
                        .StandingGrants.AsNoTracking()
                        .Where(grant => grant.AccountId == account && grant.RangeId == range)
                        .ToListAsync(cancellationToken)
                );
            return found;
        },
        key => StandingGrant.Subject(key.AccountId, key.RangeId),
        grant => new AuditedRow(StandingGrant.Subject(grant.AccountId, grant.RangeId), grant.State())));

    private sealed record StandingKey(string AccountId, string RangeId);
}
