using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TeamsBot.Data;

/// <summary>
/// The file the bot keeps its state in: made ready at start. <see cref="HeldFile"/> holds it and leaves it complete at the end.
/// </summary>
internal sealed class BotDatabase(IDbContextFactory<BotDbContext> contexts, HeldFile file, DatabaseWatch watch)
{
    private const long LeastFreeBytes = 1024 * 1024;

    public string FilePath => file.Path;

    /// <summary>
    /// Takes the file for this process, looks whether it is whole and brings its tables up to date; safe to run at every start. Call it
    /// before the host starts, so that nothing serves from half a schema.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The file is held, read-only, damaged or not this program's, or the disk is
    /// full.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            CreateFolder();
            file.Hold();
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await DatabaseInspection.LookAsync(db, FilePath, cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await db.Database.MigrateAsync(cancellationToken);
            // A file that can be read but not written passes everything above when there is nothing to migrate.
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);
            await file.StayAsync(cancellationToken);
            watch.Begin();
        }
        catch (Exception problem) when (problem is SqliteException or UnauthorizedAccessException or IOException)
        {
            throw DatabaseUnavailableException.Because(problem, FilePath, IsDiskFull());
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
