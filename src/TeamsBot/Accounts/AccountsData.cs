using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>How the register is stored. There is one organisation, so no tenant: who may change a row is asked of the people.</summary>
internal static class AccountsData
{
    private static readonly JsonSerializerOptions ByName = new() { Converters = { new JsonStringEnumConverter() } };

    extension(BotDbContext db)
    {
        public DbSet<AccountRecord> AccountRecords => db.Set<AccountRecord>();

        public DbSet<GateRecord> AccountGates => db.Set<GateRecord>();

        public DbSet<Device> Devices => db.Set<Device>();

        public DbSet<AccountCredential> AccountCredentials => db.Set<AccountCredential>();

        public DbSet<PolicyVersion> PolicyVersions => db.Set<PolicyVersion>();

        public DbSet<PolicyReading> PolicyReadings => db.Set<PolicyReading>();

        public DbSet<FollowerCount> FollowerCounts => db.Set<FollowerCount>();

        public DbSet<PublishedList> PublishedLists => db.Set<PublishedList>();
    }

    internal sealed class AccountRecordConfiguration : IEntityTypeConfiguration<AccountRecord>
    {
        public void Configure(EntityTypeBuilder<AccountRecord> builder)
        {
            builder.HasKey(record => record.AccountId);
            builder.Property(record => record.AccountId).ValueGeneratedNever();
            builder.HasIndex(record => record.HandleKey).IsUnique();
            builder.Property(record => record.Registered).HasConversion(
                account => JsonSerializer.Serialize(account, ByName), json => JsonSerializer.Deserialize<RegisteredAccount>(json, ByName)!);
            builder.Property(record => record.Facts).HasJson();
        }
    }

    internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
    {
        public void Configure(EntityTypeBuilder<PolicyVersion> builder)
        {
            builder.HasKey(version => new { version.AccountId, version.Number });
            builder.Property(version => version.Fields).HasJson();
            builder.Property(version => version.Ticks).HasJson();
        }
    }

    internal sealed class PolicyReadingConfiguration : IEntityTypeConfiguration<PolicyReading>
    {
        public void Configure(EntityTypeBuilder<PolicyReading> builder) =>
            builder.HasKey(reading => new { reading.AccountId, reading.Number, reading.PersonId });
    }

    internal sealed class FollowerCountConfiguration : IEntityTypeConfiguration<FollowerCount>
    {
        public void Configure(EntityTypeBuilder<FollowerCount> builder) =>
            builder.HasKey(count => new { count.AccountId, count.Day });
    }

    internal sealed class PublishedListConfiguration : IEntityTypeConfiguration<PublishedList>
    {
        public void Configure(EntityTypeBuilder<PublishedList> builder)
        {
            builder.HasKey(list => list.Id);
            builder.Property(list => list.Id).ValueGeneratedNever();
            builder.Property(list => list.Lines).HasJson();
        }
    }

    internal sealed class GateRecordConfiguration : IEntityTypeConfiguration<GateRecord>
    {
        public void Configure(EntityTypeBuilder<GateRecord> builder)
        {
            builder.ToTable("AccountGates");
            builder.HasKey(gate => new { gate.AccountId, gate.Gate });
        }
    }

    internal sealed class AccountCredentialConfiguration : IEntityTypeConfiguration<AccountCredential>
    {
        public void Configure(EntityTypeBuilder<AccountCredential> builder)
        {
            builder.HasKey(credential => credential.AccountId);
            builder.Property(credential => credential.AccountId).ValueGeneratedNever();
            builder.Property(credential => credential.Custodians).HasJson();
            builder.Ignore(credential => credential.ChangeEntered);
        }
    }

    internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> builder)
        {
            builder.HasKey(device => device.Id);
            builder.Property(device => device.Id).ValueGeneratedNever();
            builder.HasIndex(device => device.AccountId);
        }
    }
}
