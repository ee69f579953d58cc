using System.ComponentModel.DataAnnotations;

namespace TeamsBot.Data;

/// <summary>Section <c>Data</c>: where the bot keeps what it must not forget.</summary>
internal sealed class DataOptions
{
    /// <summary>
    /// The database file; a relative path starts at the content root. Empty (the default) means <c>TeamsBot/bot.db</c> under the user's
    /// local application data, and in Development <c>data/bot.db</c> beside the built program, so that a fresh clone starts empty. It must
    /// be on a local disk: SQLite's locks and shared memory do not work on network shares.
    /// </summary>
    public string File { get; set; } = "";

    /// <summary>
    /// Seconds that a statement waits for another process's lock (a backup, the command line) before it fails. Default 5.
    /// </summary>
    [Range(1, 60)]
    public int BusyTimeoutSeconds { get; set; } = 5;

    public string FileIn(IHostEnvironment environment)
    {
        if (File.Length > 0) return Path.GetFullPath(File, environment.ContentRootPath);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return environment.IsDevelopment() || local.Length == 0
            ? Path.Combine(environment.ContentRootPath, "data", "bot.db")
            : Path.Combine(local, "TeamsBot", "bot.db");
    }
}
