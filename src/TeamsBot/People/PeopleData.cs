using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.People;

/// <summary>How people from elsewhere than the settings are stored. There is one organisation, so no tenant.</summary>
internal static class PeopleData
{
    extension(BotDbContext db)
    {
        public DbSet<PeopleSnapshot> PeopleSnapshots => db.Set<PeopleSnapshot>();

        public DbSet<PeopleProposal> PeopleProposals => db.Set<PeopleProposal>();

        public DbSet<Absence> Absences => db.Set<Absence>();

        /// <summary>Those that were not taken back, past ones too.</summary>
        public IQueryable<Absence> StandingAbsences() => db.Absences.Where(absence => absence.CancelledAt == null);

        /// <summary>The one in force, or null where there is none.</summary>
        public Task<PeopleSnapshot?> NewestPeopleAsync(PeopleOrigin origin, CancellationToken cancellationToken) =>
            db.PeopleSnapshots.AsNoTracking().Where(snapshot => snapshot.Origin == origin)
                .OrderByDescending(snapshot => snapshot.Number).FirstOrDefaultAsync(cancellationToken);

        /// <summary>Adds the next one, and takes those away that nobody needs any more.</summary>
        /// <param name="before">The one in force as this turn read it.</param>
        public async Task AddPeopleAsync(PeopleOrigin origin, PeopleSnapshot? before, string content, string by, DateTimeOffset now,
            CancellationToken cancellationToken)
        {
            var number = (before?.Number ?? 0) + 1;
            db.PeopleSnapshots.Add(PeopleSnapshot.Of(origin, number, content, by, now));
            var old = db.PeopleSnapshots.Where(earlier => earlier.Origin == origin && earlier.Number <= number - PeopleSnapshot.Kept);
            db.PeopleSnapshots.RemoveRange(await old.ToListAsync(cancellationToken));
        }
    }

    internal sealed class PeopleSnapshotConfiguration : IEntityTypeConfiguration<PeopleSnapshot>
    {
        public void Configure(EntityTypeBuilder<PeopleSnapshot> builder)
        {
            builder.HasKey(snapshot => new { snapshot.Origin, snapshot.Number });
            builder.Property(snapshot => snapshot.Number).ValueGeneratedNever();
        }
    }

    internal sealed class PeopleProposalConfiguration : IEntityTypeConfiguration<PeopleProposal>
    {
        public void Configure(EntityTypeBuilder<PeopleProposal> builder)
        {
            builder.HasKey(proposal => proposal.Id);
            builder.Property(proposal => proposal.Id).ValueGeneratedNever();
            builder.Ignore(proposal => proposal.Persons);
        }
    }

    internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
    {
        public void Configure(EntityTypeBuilder<Absence> builder)
        {
            builder.HasKey(absence => absence.Id);
            builder.Property(absence => absence.Id).ValueGeneratedNever();
            builder.Ignore(absence => absence.Away);
            builder.HasIndex(absence => new { absence.CancelledAt, absence.LastDay });
        }
    }
}
