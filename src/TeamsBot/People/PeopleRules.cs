using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>
/// What persons must be together and one entry alone cannot tell, wherever they were entered: one entry a person, sections the pack knows,
/// one head a section, one head of public relations.
/// </summary>
internal static class PeopleRules
{
    /// <param name="sections">The organisation's sections; empty means any name is accepted.</param>
    public static IEnumerable<PeopleProblem> Problems(IReadOnlyList<Person> persons, IReadOnlyList<string> sections)
    {
        var (ids, heads, prHeads) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal), 0);
        for (var at = 0; at < persons.Count; at++)
        {
            var person = persons[at];
            if (person.ObjectId.Length > 0 && !ids.Add(person.ObjectId))
                yield return new(at, "id", "同じオブジェクトIDの人が二人います。", "Two persons have this object id.");
            if (sections.Count > 0 && person.Section.Length > 0 && !sections.Contains(person.Section, StringComparer.Ordinal))
                yield return new(at, "section", $"所属「{person.Section}」がパックの organisation.sections にありません。",
                    $"The section '{person.Section}' is not in the pack's organisation.sections.");
            if (person.Has(Role.Head) && !heads.Add(person.Section))
                yield return new(at, "roles", $"「{person.Section}」の所属長が二人います。一人にしてください。", $"'{person.Section}' has two heads; keep one.");
            if (person.Has(Role.PrHead) && ++prHeads > 1)
                yield return new(at, "roles", "広報課長（prHead）が二人います。一人にしてください。",
                    "There are two heads of public relations (prHead); keep one.");
        }
    }
}

/// <param name="At">Which person, from 0; of two that exclude each other the later one.</param>
/// <param name="Field">As a people file names it.</param>
internal sealed record PeopleProblem(int At, string Field, string Japanese, string English);
