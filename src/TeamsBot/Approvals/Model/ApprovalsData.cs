using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Checks;
using TeamsBot.Data;

namespace TeamsBot.Approvals.Model;

/// <summary>How drafts are stored. Lists that are only ever read whole (findings, answers, route, holders) are JSON columns.</summary>
internal static class ApprovalsData
{
    extension(BotDbContext db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();

        /// <summary>One draft with everything its rules need, or null.</summary>
        public Task<Draft?> FindDraftAsync(int number, string tenantId, CancellationToken cancellationToken) => db.Set<Draft>()
            .Include(draft => draft.Revisions.OrderBy(revision => revision.Number))
            .Include(draft => draft.Reviews.OrderBy(review => review.Ordinal))
            .Include(draft => draft.Events.OrderBy(happened => happened.Ordinal))
            .AsSplitQuery()
            .SingleOrDefaultAsync(draft => draft.Number == number && draft.TenantId == tenantId, cancellationToken);
    }

    internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.HasKey(draft => draft.Number);
            builder.Property(draft => draft.Number).ValueGeneratedNever();
            builder
                .Ignore(draft => draft.Current)
                .Ignore(draft => draft.LastSubmitted)
                .Ignore(draft => draft.OpenReviews)
                .Ignore(draft => draft.LiftReviewers)
                .Ignore(draft => draft.Unanswered)
                .Ignore(draft => draft.IsUndecided)
                .Ignore(draft => draft.PictureSeal)
                .Ignore(draft => draft.MayClaim)
                .Ignore(draft => draft.IsHandedOut)
                .Ignore(draft => draft.Differs)
                .Ignore(draft => draft.IsAccountShut)
                .Ignore(draft => draft.HasVoidText)
                .Ignore(draft => draft.HasLostApproval)
                .Ignore(draft => draft.LastAlarm)
                .Ignore(draft => draft.OpenAlarm);
            builder.Property(draft => draft.Stamp).IsConcurrencyToken();
            builder.Property(draft => draft.Route).HasJson();
            builder.Property(draft => draft.Holders).HasJson();
            builder.Property(draft => draft.Seats).HasJson();
            builder
                .Property(draft => draft.Seats)
                .HasDefaultValue(System.Collections.Immutable.ImmutableDictionary<string, DraftSeat>.Empty);
            builder.Property(draft => draft.Pictures).HasJson();
            builder.Property(draft => draft.Pictures).HasDefaultValue(Array.Empty<DraftPicture>());
            builder.Property(draft => draft.Claim).HasJson();
            builder.Property(draft => draft.Report).HasJson();
            builder.HasMany(draft => draft.Revisions).WithOne().HasForeignKey(revision => revision.DraftNumber);
            builder.HasMany(draft => draft.Reviews).WithOne().HasForeignKey(review => review.DraftNumber);
            builder.HasMany(draft => draft.Events).WithOne().HasForeignKey(happened => happened.DraftNumber);
            builder.Navigation(draft => draft.Revisions).UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Navigation(draft => draft.Reviews).UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Navigation(draft => draft.Events).UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.HasIndex(draft => new { draft.TenantId, draft.Status });
            builder.HasIndex(draft => new { draft.TenantId, draft.AuthorId });
        }
    }

    internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.HasKey(revision => new { revision.DraftNumber, revision.Number });
            builder.Property(revision => revision.Findings).HasJson();
            builder.Property(revision => revision.Answers).HasJson();
            builder.Property(revision => revision.Facts).HasJson();
            builder.Property(revision => revision.Facts).HasDefaultValue(Array.Empty<TextFact>());
        }
    }

    internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> builder)
        {
            builder.HasKey(review => new { review.DraftNumber, review.Ordinal });
            builder.Ignore(review => review.Reviewer);
            builder.Property(review => review.Answers).HasJson();
            builder.Property(review => review.Shown).HasJson();
            builder.HasIndex(review => new { review.ReviewerId, review.ClosedAt });
        }
    }

    internal sealed class DraftEventConfiguration : IEntityTypeConfiguration<DraftEvent>
    {
        public void Configure(EntityTypeBuilder<DraftEvent> builder)
        {
            builder.HasKey(happened => new { happened.DraftNumber, happened.Ordinal });
            // Rare kinds are looked for among all that ever happened.
            builder.HasIndex(happened => happened.Kind);
        }
    }
}
