using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace TeamsBot.Data;

/// <summary>
/// The file the bot keeps its state in: made ready at start, and held so that no second bot serves from it (two dispatchers would send twice).
/// </summary>
internal sealed class BotDatabase(IDbContextFactory<BotDbContext> contexts, IOptions<DataOptions> options, IHostEnvironment environment) : IDisposable
{
    private const long LeastFreeBytes = 1024 * 1024;
    private FileStream? held;

    public string FilePath { get; } = options.Value.FileIn(environment);

    /// <summary>
    /// Takes the file for this process and brings its tables up to date; safe to run at every start. Call it before the host starts, so that
    /// nothing serves from half a schema.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The file is locked, read-only, damaged or the disk is full.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Hold();
        await MigrateAsync(cancellationToken);
    }

    /// <summary>As <see cref="PrepareAsync"/>, for a command that works beside a running bot and therefore does not take the file for itself.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            CreateFolder();
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await db.Database.MigrateAsync(cancellationToken);
            // A file that can be read but not written passes everything above when there is nothing to migrate.
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);
        }
        catch (Exception problem) when (problem is SqliteException or UnauthorizedAccessException or IOException)
        {
            throw DatabaseUnavailableException.Because(problem, FilePath, IsDiskFull());
        }
    }

    public void Dispose() => held?.Dispose();

    private void Hold()
    {
        try
        {
            CreateFolder();
            held ??= new FileStream($"{FilePath}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw DatabaseUnavailableException.Because(problem, FilePath);
        }
    }

    private bool IsDiskFull()
    {
        var folder = Path.GetDirectoryName(FilePath)!;
        return Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace < LeastFreeBytes;
    }

    /// <summary>Only the bot's own account may look inside: unpublished drafts and people's names are in there.</summary>
    private void CreateFolder()
    {
        var folder = Path.GetDirectoryName(FilePath)!;
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
