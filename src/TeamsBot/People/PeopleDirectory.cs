using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.People;

/// <summary>
/// Who is who. Today it is filled from configuration; a directory service comes behind these same members. It answers from what it was given
/// and neither reads a clock nor calls anybody.
/// </summary>
internal sealed class PeopleDirectory(IReadOnlyList<Person> persons, IReadOnlyList<Deputy> deputies)
{
    public IReadOnlyList<Person> Persons => persons;

    /// <summary>The person of a turn, or null for somebody this organisation has not entered.</summary>
    public Person? Find(Actor actor) => Find(actor.ObjectId);

    public Person? Find(string objectId) => persons.FirstOrDefault(person => person.Is(objectId));

    /// <summary>Holders of a role, in the order they were entered.</summary>
    /// <param name="section">Null for the whole organisation.</param>
    public IEnumerable<Person> Holding(Role role, string? section = null) =>
        persons.Where(person => person.Has(role) && (section is null || person.Section == section));

    /// <summary>Whether the person is away on that day of Japan's calendar.</summary>
    public bool IsAbsent(Person person, DateOnly day) => deputies.Any(deputy => person.Is(deputy.AbsentId) && deputy.Covers(day));

    /// <summary>Who may stand in for the person on that day, first asked first: those entered for the absence, then the standing ones. The absent are left out.</summary>
    public IEnumerable<Person> DeputiesOf(Person person, DateOnly day) =>
        deputies.Where(deputy => person.Is(deputy.AbsentId) && (deputy.Covers(day) || deputy.IsStanding))
            .OrderBy(deputy => deputy.IsStanding)
            .ThenBy(deputy => deputy.Order)
            .Select(deputy => Find(deputy.DeputyId))
            .OfType<Person>()
            .Where(deputy => !IsAbsent(deputy, day))
            .Distinct();

    /// <summary>The route of a draft handed in now. See <see cref="RouteResolver"/> for the rules.</summary>
    /// <param name="author">The writer's object id.</param>
    /// <param name="now">Decides by Japan's calendar who is away.</param>
    public RouteAnswer ResolveRoute(Pack pack, OfficialAccount account, string author, DateTimeOffset now) =>
        Resolver(pack, now).Resolve(account, author);

    /// <summary>The rules by which routes are found and the right to decide is read.</summary>
    public RouteResolver Resolver(Pack pack, DateTimeOffset now) => new(pack, this, JapanTime.DateOf(now));
}
