using TeamsBot.Graph;
using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>What in the answers of Graph an administrator should look at.</summary>
internal static class GraphNotes
{
    private const int MaxNamed = 5;

    /// <param name="group">Null before the first reading.</param>
    public static IEnumerable<PeopleNote> Of(GraphRole entry, GraphGroup? group)
    {
        if (group is null) yield break;
        var (ja, en) = (entry.Role.InJapanese(), entry.Role.InEnglish());
        if (group.MissingSince is not null)
        {
            yield return new(
                $"missing:{entry.Id}",
                $"{ja}のグループ「{Named(group)}」がEntraにありません。役割は、最後に読み込めた{group.Members.Count}名のままにしています。グループを戻すか、設定のIDを直してください。",
                $"The group '{Named(group)}' ({en}) is gone from Entra. The {group.Members.Count} people it had last keep the role. "
                    + "Restore the group or mend its id in the settings.");
        }
        else if (group.Members.Count == 0)
        {
            yield return new($"empty:{entry.Id}", $"{ja}のグループ「{Named(group)}」に誰もいません。", $"Nobody is in the group '{Named(group)}' ({en}).");
        }

        if (group.HasGroups)
            yield return new($"nested:{entry.Id}", $"{ja}のグループ「{Named(group)}」の中にグループがあります。中のグループの人は読み込みません。人を直接加えてください。",
                $"The group '{Named(group)}' ({en}) contains groups, whose people are not read. Add the people themselves.");
    }

    public static IEnumerable<PeopleNote> Of(IReadOnlyList<Person> people, IReadOnlyList<string> sections)
    {
        var unknown = sections.Count == 0 ? [] : people.Where(person => !sections.Contains(person.Section, StringComparer.Ordinal))
            .ToList();
        if (unknown.Count > 0)
        {
            var names = string.Join("、", unknown.Take(MaxNamed)
                .Select(person => person.Section.Length > 0 ? $"{person.Name}（{person.Section}）" : person.Name))
                + (unknown.Count > MaxNamed ? "…" : "");
            yield return new(
                "sections",
                $"部署が組織の所属の一覧にない方が{unknown.Count}名います：{names}。"
                    + "Entraの部署（department）か、パックの organisation.sections を直してください。",
                $"{unknown.Count} people have a department that is none of the organisation's sections: {names}. "
                    + "Mend their department in Entra or the pack's organisation.sections.");
        }

        if (!people.Any(person => person.Has(Role.Admin)))
            yield return new("admin", "管理者のグループに誰もいません。", "There is no administrator.");
    }

    private static string Named(GraphGroup group) => group.Name.Length > 0 ? group.Name : group.Id;
}
