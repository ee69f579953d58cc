using TeamsBot.Graph;
using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>One head a section and one head of public relations, or none and a note.</summary>
internal sealed class GraphHeads(
    IReadOnlyDictionary<string, GraphUser> users, Dictionary<string, string> sectionOf, Dictionary<string, SortedSet<Role>> roles,
    List<PeopleNote> notes)
{
    public void Settle(bool byManagers)
    {
        var bySection = Holding(Role.Head).GroupBy(id => sectionOf[id], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (section, heads) in bySection) KeepOne(section, heads);
        // A section is one that somebody writes or checks for: a department without any of them needs no head here.
        if (byManagers) foreach (var section in SectionsAtWork().Where(section => !bySection.ContainsKey(section))) FindOne(section);
        if (Holding(Role.PrHead) is { Count: > 1 } all)
        {
            foreach (var id in all) roles[id].Remove(Role.PrHead);
            notes.Add(new("prHead", "広報課長のグループに二人以上います。一人にしてください。決まるまで、市公式アカウントの下書きは申請できません。",
                "The group of the head of public relations has more than one member; keep one. "
                    + "Until then drafts for the organisation's accounts cannot be handed in."));
        }
    }

    /// <summary>Of two, the one above the other.</summary>
    private void KeepOne(string section, List<string> heads)
    {
        if (heads.Count == 1) return;
        var top = heads.Where(id => users[id].ManagerId is not { } above || !heads.Contains(above)).ToList();
        foreach (var id in heads) if (top is not [var only] || only != id) roles[id].Remove(Role.Head);
        if (top.Count > 1) notes.Add(Unclear(section));
    }

    /// <summary>Who manages somebody of the section, is in it, and has nobody above in it.</summary>
    private void FindOne(string section)
    {
        var people = sectionOf.Where(pair => pair.Value == section).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var managing = people.Select(id => users[id].ManagerId).OfType<string>().Where(people.Contains).Distinct(StringComparer.Ordinal);
        var top = managing.Where(id => users[id].ManagerId is not { } above || !people.Contains(above)).ToList();
        if (top is [var head]) roles[head].Add(Role.Head);
        else notes.Add(Unclear(section));
    }

    private IEnumerable<string> SectionsAtWork() => Holding(Role.Writer).Concat(Holding(Role.Reviewer)).Select(id => sectionOf[id])
        .Where(section => section.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private List<string> Holding(Role role) => [.. roles.Where(pair => pair.Value.Contains(role)).Select(pair => pair.Key)];

    private static PeopleNote Unclear(string section) =>
        new(
            $"head:{section}",
            $"「{section}」の所属長が一人に決まりません。Entraの上司（manager）か、所属長のグループを直してください。決まるまで、{section}のアカウントの下書きは申請できません。",
            $"The head of '{section}' is not clear. Mend the managers in Entra or the group of heads. Until then drafts for its accounts "
                + $"cannot be handed in."
        );
}
