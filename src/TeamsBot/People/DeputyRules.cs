using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>
/// Who may be named for somebody who is away: whoever could do what falls to that person. A head is stood in for by somebody who checks or
/// decides, a reviewer by a reviewer, everybody else by a colleague of the section (the roles are our reading of yamaguchi-3-4a).
/// </summary>
internal static class DeputyRules
{
    public static bool MayStandIn(Person absent, Person deputy) =>
        absent != deputy
        && (IsHead(absent) ? IsHead(deputy) || deputy.Has(Role.Reviewer)
            : absent.Has(Role.Reviewer) ? deputy.Has(Role.Reviewer)
            : deputy.Section == absent.Section);

    /// <summary>Those who may and are there on each of the days, of the own section first.</summary>
    public static IReadOnlyList<Person> Candidates(PeopleDirectory people, Person absent, DateOnly first, DateOnly last) =>
    [
        .. people.Persons.Where(person => MayStandIn(absent, person) && !people.IsAbsentWithin(person, first, last))
            .OrderByDescending(person => person.Section == absent.Section),
    ];

    /// <summary>Whoever decides on drafts.</summary>
    public static bool IsHead(Person person) => person.Has(Role.Head) || person.Has(Role.PrHead);
}
