using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TeamsBot.Data;

/// <summary>
/// Notices that the files the bot works on are no longer those under their names, or are damaged. What is committed to a deleted file is
/// gone with the process; therefore each commit is followed by a look before anybody is told "done", and nothing is taken in while a file
/// is missing. Safe to use from all turns.
/// </summary>
/// <remarks>
/// A missing file that is moved back is the same file, and the bot goes on. A database that has become shorter was overwritten or
/// truncated, and one that SQLite called damaged stays so: both need a start, which looks through the whole file.
/// </remarks>
internal sealed partial class DatabaseWatch(IOptions<DataOptions> options, IHostEnvironment environment, ILogger<DatabaseWatch> log)
{
    // https://www.sqlite.org/rescode.html: SQLITE_CORRUPT, SQLITE_NOTADB.
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly string file = options.Value.FileIn(environment);
    private volatile Known[] known = [];
    private long length;
    private volatile bool isMissing;

    /// <summary>Something read or written since the start was damaged.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Remembers the files as they are now: the database and, while it is open, its log and index.</summary>
    public void Begin()
    {
        length = 0;
        known =
        [
            .. ((string[])[file, $"{file}-wal", $"{file}-shm"])
                .Select(path => FileIdentity.Of(path) is { } identity ? new Known(path, identity) : null)
                .OfType<Known>(),
        ];
    }

    /// <summary>Stops looking: from here on the files may go, as they do when the last connection closes.</summary>
    public void End() => known = [];

    /// <exception cref="DatabaseMissingException">A file was deleted, renamed, replaced or cut.</exception>
    public void MakeSure()
    {
        foreach (var (path, then) in known)
        {
            if (FileIdentity.Of(path) is { } now && now.IsSameFile(then) && (path != file || HasKeptItsLength(now.Length))) continue;
            if (!isMissing) Missing(log, Path.GetFileName(path));
            isMissing = true;
            throw new DatabaseMissingException(Path.GetFileName(path));
        }

        if (!isMissing) return;
        isMissing = false;
        ThereAgain(log);
    }

    /// <summary>Something failed; where the reason is a damaged file, it is remembered.</summary>
    public void Heard(Exception problem)
    {
        for (var reason = problem; reason is not null; reason = reason.InnerException)
        {
            if (reason is not SqliteException { SqliteErrorCode: Corrupt or NotADatabase } || IsDamaged) continue;
            IsDamaged = true;
            Damaged(log);
        }
    }

    /// <summary>A database in use only grows.</summary>
    private bool HasKeptItsLength(long now)
    {
        var seen = Volatile.Read(ref length);
        if (now > seen) Interlocked.CompareExchange(ref length, now, seen);
        return now >= seen;
    }

    private sealed record Known(string Path, FileIdentity Identity);

    [LoggerMessage(
        3300,
        LogLevel.Critical,
        "{File} was deleted, replaced or cut while the bot works on it. Nothing is taken in any more. Do not restart before a backup is in "
            + "its place"
    )]
    private static partial void Missing(ILogger log, string file);

    [LoggerMessage(3301, LogLevel.Warning, "The database's files are there again; the bot goes on")]
    private static partial void ThereAgain(ILogger log);

    [LoggerMessage(3302, LogLevel.Critical, "The database file is damaged. Stop the bot and restore a backup")]
    private static partial void Damaged(ILogger log);
}

/// <summary>A file of the database is not where it was. What was to be done is not done.</summary>
internal sealed class DatabaseMissingException(string file) : Exception($"{file} was deleted, replaced or cut.");
