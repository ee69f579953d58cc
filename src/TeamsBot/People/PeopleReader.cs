using TeamsBot.Packs.Reading;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.People;

/// <summary>Reads persons and deputies from a file or from configuration and looks for what one entry alone cannot tell.</summary>
internal static class PeopleReader
{
    /// <summary>The directory; not to be used when problems were noted.</summary>
    /// <param name="sections">The organisation's sections; empty means any name is accepted.</param>
    public static PeopleDirectory Read(MapNode people, IReadOnlyList<string> sections, ProblemList problems) =>
        MapReader.Read(people, "", problems, from =>
        {
            var persons = from.Maps("persons", Person.Read);
            var deputies = from.Maps("deputies", Deputy.Read);
            if (persons.Count == 0)
                from.Refuse("persons", "職員を一人以上書いてください。", "State at least one person.");
            foreach (var problem in PeopleRules.Problems(persons, sections))
                from.Refuse("persons", problem.At, problem.Field, problem.Japanese, problem.English);
            RefuseDeputies(from, persons, deputies);
            return new PeopleDirectory(persons, deputies);
        });

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
