namespace TeamsBot.Data;

/// <summary>
/// Holds a file for this process: the file itself and not its name, so that neither another name for it (a symbolic or hard link) nor a
/// removed lock file lets a second process in. Makes the file where there is none, and keeps it from other accounts. Others may go on
/// reading it with SQLite.
/// </summary>
/// <remarks>
/// Closing any handle of a file ends all POSIX locks of the process on it, SQLite's among them: hold it before SQLite opens the file, let
/// it go after the last connection has closed, and open the file nowhere else.
/// </remarks>
internal sealed class FileHold : IDisposable
{
    // SQLite locks bytes behind the first gigabyte; this one is behind any file's end.
    private const long FarByte = long.MaxValue - 1;
    private readonly FileStream held;

    private FileHold(FileStream stream) => held = stream;

    /// <exception cref="IOException">Another process holds it, or the disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written, or is another account's.</exception>
    public static FileHold Of(string path)
    {
        if (!OperatingSystem.IsWindows()) return new(OnUnix(path));
        // There a handle that shares nothing would keep SQLite out too.
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Lock(FarByte, 1);
        return new(stream);
    }

    public void Dispose() => held.Dispose();

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static FileStream OnUnix(string path)
    {
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, UnixCreateMode = own,
        });
        try
        {
            // SQLite gives its log and index the mode of the database; those of an earlier start may be there already.
            foreach (var part in (string[])[path, $"{path}-wal", $"{path}-shm"])
            {
                if (File.Exists(part) && File.GetUnixFileMode(part) != own) File.SetUnixFileMode(part, own);
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
