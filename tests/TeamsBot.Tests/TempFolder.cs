namespace TeamsBot.Tests;

/// <summary>A folder of one test, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>More than any program still on its way out has files to write.</summary>
    private const int MostTries = 50;

    public string Path { get; } = Directory.CreateTempSubdirectory("teamsbot-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Delete(Path);

    /// <summary>
    /// Deletes a folder in which a program has just ended: disposing tells its background work to stop and does not wait for it, so that a
    /// last file may appear between the listing and the deletion.
    /// </summary>
    /// <exception cref="IOException">Something keeps writing.</exception>
    public static void Delete(string path)
    {
        for (var tries = 1; Directory.Exists(path); tries++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Yield();
            }
        }
    }
}
