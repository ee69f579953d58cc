using System.Globalization;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// One place where a posted text differs from the approved one, with a little of what stands around it, cut between characters as readers
/// see them.
/// </summary>
internal sealed record PlaceOfDifference(string Before, string Approved, string Posted, string After)
{
    public const int MostShown = 4;

    /// <summary>Characters shown on either side.</summary>
    private const int Around = 12;

    /// <summary>Characters shown of a changed part.</summary>
    private const int Longest = 60;

    /// <summary>
    /// Sentence by sentence; one that is missing or new differs as a whole. Blank lines and where a line breaks are no places.
    /// </summary>
    public static IReadOnlyList<PlaceOfDifference> In(string approved, string posted)
    {
        var places = TextChanges.Between(Lines(approved), Lines(posted))
            .Select(pair => (Ours: pair.Old?.Trim('\n') ?? "", Theirs: pair.New?.Trim('\n') ?? ""))
            .Where(pair => pair.Ours != pair.Theirs)
            .Select(pair => Of(pair.Ours, pair.Theirs)).ToList();
        return places.Count > 0 ? places : [Of(approved.ReplaceLineEndings(" "), posted.ReplaceLineEndings(" "))];
    }

    /// <summary>
    /// The first places in one line of the story, which outlives the posted text; null where only account, time or pictures differ.
    /// </summary>
    public static string? Said(string approved, string posted)
    {
        var places = In(approved, posted).Where(place => place.Approved != place.Posted).ToList();
        if (places.Count == 0) return null;
        var more = places.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $"　ほか{places.Count - MostShown}か所") : "";
        return string.Join('\n', places.Take(MostShown).Select(place =>
            $"{place.Before}{place.Approved}{place.After} → {place.Before}{place.Posted}{place.After}")) + more;
    }

    private static string Lines(string text) =>
        string.Join('\n', Revision.Unify(text).Split('\n').Where(line => line.Trim().Length > 0));

    private static PlaceOfDifference Of(string ours, string theirs)
    {
        string[] a = TextChanges.Characters(ours), b = TextChanges.Characters(theirs);
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return new PlaceOfDifference(
            (head > Around ? "…" : "") + string.Concat(a[Math.Max(0, head - Around)..head]),
            Cut(a[head..^tail]), Cut(b[head..^tail]),
            string.Concat(a[^tail..].Take(Around)) + (tail > Around ? "…" : ""));
    }

    private static string Cut(string[] elements) =>
        elements.Length <= Longest ? string.Concat(elements) : string.Concat(elements[..Longest]) + "…";
}
