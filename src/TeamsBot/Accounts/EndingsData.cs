using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>How the later life of accounts is stored: their last posts, stops, ends, and what changed about their media.</summary>
internal static class EndingsData
{
    extension(BotDbContext db)
    {
        public DbSet<AccountActivity> AccountActivities => db.Set<AccountActivity>();

        public DbSet<AccountStop> AccountStops => db.Set<AccountStop>();

        public DbSet<AccountClosing> AccountClosings => db.Set<AccountClosing>();

        public DbSet<MediumChange> MediumChanges => db.Set<MediumChange>();

        public DbSet<MediumReview> MediumReviews => db.Set<MediumReview>();
    }

    internal sealed class AccountActivityConfiguration : IEntityTypeConfiguration<AccountActivity>
    {
        public void Configure(EntityTypeBuilder<AccountActivity> builder)
        {
            builder.ToTable("AccountActivities").HasKey(activity => activity.AccountId);
            builder.Property(activity => activity.AccountId).ValueGeneratedNever();
            builder.Ignore(activity => activity.QuietSince);
        }
    }

    internal sealed class AccountStopConfiguration : IEntityTypeConfiguration<AccountStop>
    {
        public void Configure(EntityTypeBuilder<AccountStop> builder)
        {
            builder.ToTable("AccountStops").HasKey(stop => stop.AccountId);
            builder.Property(stop => stop.AccountId).ValueGeneratedNever();
            builder.Ignore(stop => stop.IsOpen);
        }
    }

    internal sealed class AccountClosingConfiguration : IEntityTypeConfiguration<AccountClosing>
    {
        public void Configure(EntityTypeBuilder<AccountClosing> builder)
        {
            builder.ToTable("AccountClosings").HasKey(closing => closing.AccountId);
            builder.Property(closing => closing.AccountId).ValueGeneratedNever();
            builder.Property(closing => closing.NoticeOn).HasJson();
            builder.Property(closing => closing.Ticks).HasJson();
            builder.Ignore(closing => closing.IsPlanned);
        }
    }

    internal sealed class MediumChangeConfiguration : IEntityTypeConfiguration<MediumChange>
    {
        public void Configure(EntityTypeBuilder<MediumChange> builder)
        {
            builder.ToTable("MediumChanges").HasKey(change => change.Id);
            builder.Property(change => change.Id).ValueGeneratedNever();
            builder.Ignore(change => change.StandsOnDrafts);
        }
    }

    internal sealed class MediumReviewConfiguration : IEntityTypeConfiguration<MediumReview>
    {
        public void Configure(EntityTypeBuilder<MediumReview> builder) =>
            builder.ToTable("MediumReviews").HasKey(review => new { review.ChangeId, review.AccountId });
    }
}
