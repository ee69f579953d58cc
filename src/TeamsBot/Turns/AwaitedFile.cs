using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Turns;

/// <summary>
/// A message whose files are being fetched: that it was asked for, so that an end of the program in between leaves nobody waiting. Nothing
/// of the message and no address of a file is in it; those are good for minutes and are not stored.
/// </summary>
internal sealed class AwaitedFile
{
    private AwaitedFile()
    {
    }

    /// <summary>The message, as in the inbox.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Where its sender is to be told (<see cref="Conversations.Address"/>).</summary>
    public string Address { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }
}

internal static class AwaitedFilesData
{
    extension(BotDbContext db)
    {
        public DbSet<AwaitedFile> AwaitedFiles => db.Set<AwaitedFile>();
    }

    internal sealed class AwaitedFileMapping : IEntityTypeConfiguration<AwaitedFile>
    {
        public void Configure(EntityTypeBuilder<AwaitedFile> builder) => builder.ToTable("AwaitedFiles").HasKey(file => file.Key);
    }
}
