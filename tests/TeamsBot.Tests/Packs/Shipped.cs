using TeamsBot.Packs;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Tests.Packs;

/// <summary>The packs as they are shipped beside the program, and changed copies of their text.</summary>
internal static class Shipped
{
    public static PackFolder Folder { get; } = new(Path.Combine(AppContext.BaseDirectory, "packs"));

    public static Pack Sample { get; } = Folder.Load("sample");

    /// <summary>The problems of the sample policy with one passage replaced, and the line where the replacement stands.</summary>
    public static (IReadOnlyList<Problem> Problems, int Line) WithSampleChanged(string passage, string replacement)
    {
        var policy = File.ReadAllText(Folder.FileOf("sample", PackFolder.PolicyFile));
        var at = policy.IndexOf(passage, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"the sample policy no longer contains: {passage}");
        var changed = string.Concat(policy.AsSpan(0, at), replacement, policy.AsSpan(at + passage.Length));
        return (ProblemsOf(changed, "sample"), policy.AsSpan(0, at).Count('\n') + 1);
    }

    public static IReadOnlyList<Problem> ProblemsOf(string policy, string name)
    {
        var problems = new ProblemList();
        if (YamlNodes.Read(new StringReader(policy), PackFolder.PolicyFile, problems) is { } map) PackReader.Read(map, name, problems);
        return problems.All;
    }
}
