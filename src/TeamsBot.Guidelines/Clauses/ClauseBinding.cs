using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Guidelines.Clauses;

/// <summary>Finds, for the clauses of a pack, the document they are printed in and the passage of each.</summary>
public static class ClauseBinding
{
    /// <summary>The pack whose guideline a document is, or null: all its words of recognition stand in the text.</summary>
    public static PackGuideline? Recognise(GuidelineDocument document, IEnumerable<PackGuideline> packs)
    {
        var text = DisplayText.Fold(document.Text);
        return packs
            .Where(pack =>
                pack.Recognise.Count > 0 && pack.Recognise.All(word => text.Contains(DisplayText.Fold(word), StringComparison.Ordinal))
            )
            .MaxBy(pack => pack.Clauses.Count(row => document.Passages.Any(passage => SamePath(passage.Clause, row.PassagePath))));
    }

    /// <summary>
    /// The clauses of each passage. Where a heading and the text below it share a path, the text holds the clause; a clause whose path is
    /// not printed has no passage.
    /// </summary>
    public static IReadOnlyDictionary<Passage, List<ClauseRow>> Bind(GuidelineDocument? document, IEnumerable<ClauseRow> rows)
    {
        var bound = new Dictionary<Passage, List<ClauseRow>>();
        if (document is null) return bound;
        var byPath = document.Passages.ToLookup(passage => Folded(passage.Clause), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var candidates = byPath[Folded(row.PassagePath)].ToList();
            var passage = candidates.Find(candidate => candidate.Kind == PassageKind.Table)
                ?? candidates.Find(candidate => candidate.IsLeaf)
                ?? candidates.FirstOrDefault();
            if (passage is null) continue;
            if (!bound.TryGetValue(passage, out var here)) bound[passage] = here = [];
            here.Add(row);
        }

        return bound;
    }

    private static bool SamePath(string first, string second) => Folded(first) == Folded(second);

    /// <summary>Width and spaces do not tell two paths apart: ７(3)イ(ｱ) is 7(3)イ(ア).</summary>
    private static string Folded(string path) => DisplayText.Fold(path);
}
