using System.Collections.Concurrent;

namespace TeamsBot.LocalTeams.Files;

/// <summary>
/// Where the pretended service and the people's drives keep files: in memory, until the program ends. The id is the only key there is.
/// </summary>
public sealed class FileShelf
{
    private readonly ConcurrentDictionary<string, LocalFile> files = new(StringComparer.Ordinal);

    /// <summary>Everything that lies here, for tests that play an expired address or a changed file.</summary>
    public IReadOnlyCollection<string> Ids => [.. files.Keys];

    public LocalFile? Find(string id) => files.GetValueOrDefault(id);

    public void Remove(string id) => files.TryRemove(id, out _);

    /// <summary>Puts something else behind the same address.</summary>
    public void Replace(string id, LocalFile file) => files[id] = file;

    internal string Put(LocalFile file)
    {
        var id = Guid.NewGuid().ToString("N");
        files[id] = file;
        return id;
    }
}
