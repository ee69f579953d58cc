using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A shipped pack under a folder of its own with some of its words changed, for what no shipped organisation happens to have.
/// </summary>
internal static class PackCopy
{
    public static void Of(string name, TempFolder packs, Func<string, string> change)
    {
        Directory.CreateDirectory(packs.File(name));
        foreach (var file in Directory.GetFiles(Path.Combine(Shipped.Folder.Path, name), "*.y*ml"))
            File.WriteAllText(packs.File(Path.Combine(name, Path.GetFileName(file))), change(File.ReadAllText(file)));
    }
}
