namespace TeamsBot.Tests;

/// <summary>
/// Finds the guideline documents and labelled rows that stand beside the repository where it is developed; a user's clone has none.
/// </summary>
internal static class SharedFolder
{
    public static string? Path { get; } = Find();

    /// <summary>The full path of a file in it, or null where the folder is absent.</summary>
    public static string? File(params string[] parts) => Path is null ? null : System.IO.Path.Combine([Path, .. parts]);

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = System.IO.Path.Combine(at.FullName, "shared", "domain", "clauses.tsv");
            if (System.IO.File.Exists(candidate)) return System.IO.Path.Combine(at.FullName, "shared");
        }

        return null;
    }
}

/// <summary>A test that reads the shared folder; skipped, with the reason, where there is none.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFolder.Path is null ? "The shared guideline folder is not beside this clone." : null;
}

/// <summary>A table test over the shared folder; skipped, with the reason, where there is none.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.Path is null ? "The shared guideline folder is not beside this clone." : null;
}
