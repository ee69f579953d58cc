using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.People;

/// <summary>Reads persons and deputies from a file or from configuration and looks for what one entry alone cannot tell.</summary>
internal static class PeopleReader
{
    /// <summary>The directory; not to be used when problems were noted.</summary>
    /// <param name="sections">The organisation's sections; empty means any name is accepted.</param>
    public static PeopleDirectory Read(MapNode people, IReadOnlyList<string> sections, ProblemList problems) => MapReader.Read(people, "", problems, from =>
    {
        var persons = from.Maps("persons", Person.Read);
        var deputies = from.Maps("deputies", Deputy.Read);
        if (persons.Count == 0) from.Refuse("persons", "職員を一人以上書いてください。", "State at least one person.");
        RefusePersons(from, persons, sections);
        RefuseDeputies(from, persons, deputies);
        return new PeopleDirectory(persons, deputies);
    });

    private static void RefusePersons(MapReader from, IReadOnlyList<Person> persons, IReadOnlyList<string> sections)
    {
        for (var at = 0; at < persons.Count; at++)
        {
            var person = persons[at];
            if (persons.Take(at).Any(earlier => earlier.ObjectId.Length > 0 && earlier.Is(person.ObjectId)))
                from.Refuse("persons", at, "id", "同じオブジェクトIDの人が二人います。", "Two persons have this object id.");
            if (sections.Count > 0 && person.Section.Length > 0 && !sections.Contains(person.Section, StringComparer.Ordinal))
                from.Refuse("persons", at, "section", $"所属「{person.Section}」がパックの organisation.sections にありません。", $"The section '{person.Section}' is not in the pack's organisation.sections.");
            if (person.Has(Role.Head) && persons.Take(at).Any(earlier => earlier.Has(Role.Head) && earlier.Section == person.Section))
                from.Refuse("persons", at, "roles", $"「{person.Section}」の所属長が二人います。一人にしてください。", $"'{person.Section}' has two heads; keep one.");
            if (person.Has(Role.PrHead) && persons.Take(at).Any(earlier => earlier.Has(Role.PrHead)))
                from.Refuse("persons", at, "roles", "広報課長（prHead）が二人います。一人にしてください。", "There are two heads of public relations (prHead); keep one.");
        }
    }

    private static void RefuseDeputies(MapReader from, IReadOnlyList<Person> persons, IReadOnlyList<Deputy> deputies)
    {
        for (var at = 0; at < deputies.Count; at++)
        {
            var deputy = deputies[at];
            if (!persons.Any(person => person.Is(deputy.AbsentId)))
                from.Refuse("deputies", at, "for", "この人は persons にありません。", "This person is not in persons.");
            if (!persons.Any(person => person.Is(deputy.DeputyId)))
                from.Refuse("deputies", at, "by", "この人は persons にありません。", "This person is not in persons.");
            if (deputies.Take(at).Any(earlier => SameTurn(earlier, deputy)))
                from.Refuse("deputies", at, "order", "同じ期間に同じ順番の代決者が二人います。", "Two deputies have this order in the same period.");
        }
    }

    private static bool SameTurn(Deputy a, Deputy b) =>
        PersonId.IsSame(a.AbsentId, b.AbsentId)
        && a.Order == b.Order
        && a.IsStanding == b.IsStanding
        && (a.IsStanding || (a.From <= b.To && b.From <= a.To));
}
