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
