using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Packs;

/// <summary>Names a clause as its readers know it: document and printed path. Our own ids are for data and tests, not for cards.</summary>
internal sealed class ClauseNames(PackFolder folder, Pack pack)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> names = new(() => PackGuideline.LoadAll(folder.Path)
        .SelectMany(guideline => guideline.Clauses.Select(clause => (clause.Id, Name: $"{guideline.Title.Ja} {clause.PassagePath}")))
        .ToDictionary(clause => clause.Id, clause => clause.Name, StringComparer.Ordinal));

    /// <summary>
    /// As <see cref="Of"/>, but of the organisation's own guideline only; empty where it says nothing. Another town's clause is no basis in
    /// a town that never adopted it.
    /// </summary>
    public string OwnOf(IReadOnlyList<string> clauseIds)
    {
        var (all, own) = (Of([.. clauseIds.Where(id => id.StartsWith($"{pack.Name}-", StringComparison.Ordinal))]), pack.Title.Ja);
        // Readers know their own guideline: its kind is enough, and a phone's line is short.
        return Kinds.FirstOrDefault(kind => own.Contains(kind, StringComparison.Ordinal)) is { } kind
            ? all.Replace($"{own} ", $"{kind} ", StringComparison.Ordinal)
            : all;
    }

    /// <summary>What an organisation calls its own guideline, in the place of its title.</summary>
    public static readonly string[] Kinds = ["運用方針", "ガイドライン", "マニュアル", "利用方針", "方針", "要領", "要綱"];

    /// <summary>At most two, because a card is not an index; those of the organisation itself first. Unknown ids are left out.</summary>
    public string Of(IReadOnlyList<string> clauseIds) => string.Join("、", clauseIds
        .OrderByDescending(id => id.StartsWith($"{pack.Name}-", StringComparison.Ordinal))
        .Select(id => names.Value.GetValueOrDefault(id)).OfType<string>().Distinct(StringComparer.Ordinal).Take(2));
}
