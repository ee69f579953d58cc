using System.Reflection;
using System.Runtime.InteropServices;

namespace TeamsBot.Data;

/// <summary>
/// Prefers the operating system's SQLite, which receives security updates, over the older copy inside the package. Where the system has none
/// (Windows, slim containers), the packaged one is used.
/// </summary>
internal static class SqliteLibrary
{
    private const string Packaged = "e_sqlite3";
    private static readonly string[] OfTheSystem = ["libsqlite3.so.0", "libsqlite3.dylib"];
    private static bool asked;

    /// <summary>Must come before the first connection; later calls change nothing.</summary>
    public static void PreferTheSystems()
    {
        if (Interlocked.Exchange(ref asked, true)) return;
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Packaged) return 0;
        foreach (var library in OfTheSystem)
        {
            if (NativeLibrary.TryLoad(library, out var handle)) return handle;
        }

        return 0;
    }
}
