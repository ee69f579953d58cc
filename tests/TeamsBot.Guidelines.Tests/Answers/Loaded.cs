using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Tests.Answers;

/// <summary>The packs of this repository, and the five documents where they stand beside it; loaded once.</summary>
internal static class Loaded
{
    public static IReadOnlyList<PackGuideline> Packs { get; } =
    [.. PackGuideline.LoadAll(Path.Combine(Root, "packs")).Where(pack => pack.Pack != "sample")];

    private static IReadOnlyList<GuidelineDocument> Documents { get; } =
        SharedFolder.Path is null ? [] : GuidelineLibrary.ReadFolder(SharedFolder.File("guidelines")!);

    private static readonly Lazy<GuidelineAnswers> WithDocuments = new(() => new GuidelineAnswers(new GuidelineLibrary(Documents, Packs)));
    private static readonly Lazy<GuidelineAnswers> PacksAlone = new(() => new GuidelineAnswers(new GuidelineLibrary([], Packs)));
    private static readonly Lazy<GuidelineAnswers> DocumentsAlone = new(() => new GuidelineAnswers(new GuidelineLibrary(Documents, [])));

    public static GuidelineAnswers All => WithDocuments.Value;

    public static GuidelineAnswers WithoutDocuments => PacksAlone.Value;

    public static GuidelineAnswers WithoutPacks => DocumentsAlone.Value;

    public static string DocumentsFolder => SharedFolder.File("guidelines")!;

    public static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "TeamsBot.sln"))) at = at.Parent!;
            return at.FullName;
        }
    }

    /// <summary>Rows of a tab-separated file beside the tests.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Root, "tests", "TeamsBot.Guidelines.Tests", "Questions", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));
}
