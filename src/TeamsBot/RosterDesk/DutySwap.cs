using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>How a request to take over a week stands.</summary>
internal enum SwapState
{
    Asked,
    Taken,
    Declined,

    /// <summary>The asker took it back, or asked somebody else.</summary>
    Withdrawn,
}

/// <summary>
/// 「交代」「代わりを探す」: somebody on duty asks another, or the whole section, to take a week over. Nothing changes until somebody takes it.
/// </summary>
[Audited("dutySwap")]
internal sealed class DutySwap
{
    private DutySwap()
    {
    }

    public Guid Id { get; private set; }

    public string TenantId { get; private set; } = "";

    public string Section { get; private set; } = "";

    public Duty Duty { get; private set; }

    public DateOnly Monday { get; private set; }

    public string FromId { get; private set; } = "";

    /// <summary>Who asked, where it was for somebody else who is away; empty where whoever is on duty asked for themselves.</summary>
    public string AskedById { get; private set; } = "";

    /// <summary>Who is asked; of several the first who takes it counts.</summary>
    public IReadOnlyList<string> AskedIds { get; private set; } = [];

    /// <summary>Whether the section was asked, not one person.</summary>
    public bool IsOpenToAll { get; private set; }

    public SwapState State { get; private set; }

    public string EndedById { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public bool IsOpen => State == SwapState.Asked;

    /// <param name="by">Who asks; not always whoever is on duty.</param>
    public static DutySwap Asked(
        RosterWeek week, string fromId, string by, IReadOnlyList<string> asked, bool isOpenToAll, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = week.TenantId,
        Section = week.Section,
        Duty = week.Duty,
        Monday = week.Monday,
        FromId = fromId.ToLowerInvariant(),
        AskedById = PersonId.IsSame(fromId, by) ? "" : by.ToLowerInvariant(),
        AskedIds = [.. asked.Select(id => id.ToLowerInvariant())],
        IsOpenToAll = isOpenToAll,
        AskedAt = now,
    };

    public bool Asks(string personId) => AskedIds.Contains(personId, StringComparer.OrdinalIgnoreCase);

    public bool IsFrom(string personId) => PersonId.IsSame(FromId, personId);

    /// <summary>Whose request it is: they hear what becomes of it and may take it back.</summary>
    public string AskerId => AskedById.Length > 0 ? AskedById : FromId;

    public bool IsAskedBy(string personId) => PersonId.IsSame(AskerId, personId);

    /// <summary>One of several says that they cannot; the others are still asked.</summary>
    public void LeaveOut(string personId) => AskedIds = [.. AskedIds.Where(id => !PersonId.IsSame(id, personId))];

    public void End(SwapState state, string byId, DateTimeOffset now) =>
        (State, EndedById, EndedAt) = (state, byId.ToLowerInvariant(), now);
}

internal static class DutySwapData
{
    extension(BotDbContext db)
    {
        public DbSet<DutySwap> DutySwaps => db.Set<DutySwap>();
    }

    internal sealed class DutySwapConfiguration : IEntityTypeConfiguration<DutySwap>
    {
        public void Configure(EntityTypeBuilder<DutySwap> builder)
        {
            builder.HasKey(swap => swap.Id);
            builder.Property(swap => swap.Id).ValueGeneratedNever();
            builder.Ignore(swap => swap.IsOpen);
            builder.Ignore(swap => swap.AskerId);
            builder.Property(swap => swap.Duty).HasConversion<string>();
            builder.Property(swap => swap.State).HasConversion<string>();
            builder.Property(swap => swap.AskedIds).HasJson();
            builder.HasIndex(swap => new { swap.TenantId, swap.State, swap.Monday });
        }
    }
}
