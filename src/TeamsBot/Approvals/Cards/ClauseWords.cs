using TeamsBot.Packs;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Clauses as somebody reads them who reads English: what leads to them is English, and that they are Japanese is said; their own text
/// stays as the organisation wrote it.
/// </summary>
internal static class ClauseWords
{
    /// <param name="basis">As <see cref="ClauseNames"/> says it.</param>
    public static string InEnglish(string basis) =>
        $"{string.Join(" and ", basis.Split('、').Select(Clause))} (in Japanese)";

    private static string Clause(string name) =>
        Array.Find(ClauseNames.Kinds, kind => name.StartsWith($"{kind} ", StringComparison.Ordinal)) is { } kind
            ? $"Clause {name[(kind.Length + 1)..]}"
            : name;
}
