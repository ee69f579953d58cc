using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.People;

/// <summary>
/// Who is who, from whatever source: file, configuration, a list imported in chat, Microsoft Graph. Immutable; it answers from what it was
/// given and neither reads a clock nor calls anybody.
/// </summary>
internal sealed class PeopleDirectory(IReadOnlyList<Person> persons, IReadOnlyList<Deputy> deputies)
{
    private readonly Dictionary<string, Person> byId = ById(persons);

    public IReadOnlyList<Person> Persons => persons;

    public IReadOnlyList<Deputy> Deputies => deputies;

    /// <summary>The person of a turn, or null for somebody this organisation has not entered.</summary>
    public Person? Find(Actor actor) => Find(actor.ObjectId);

    public Person? Find(string objectId) => byId.GetValueOrDefault(objectId);

    /// <summary>Holders of a role, in the order they were entered.</summary>
    /// <param name="section">Null for the whole organisation.</param>
    public IEnumerable<Person> Holding(Role role, string? section = null) =>
        persons.Where(person => person.Has(role) && (section is null || person.Section == section));

    /// <summary>Whether the person is away on that day of Japan's calendar.</summary>
    public bool IsAbsent(Person person, DateOnly day) => deputies.Any(deputy => person.Is(deputy.AbsentId) && deputy.Covers(day));

    /// <summary>
    /// Who may stand in for the person on that day, first asked first: those entered for the absence, then the standing ones. The absent
    /// are left out.
    /// </summary>
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

    /// <summary>Of two entries of one person, which the rules refuse, the first.</summary>
    private static Dictionary<string, Person> ById(IReadOnlyList<Person> persons)
    {
        var found = new Dictionary<string, Person>(persons.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var person in persons) found.TryAdd(person.ObjectId, person);
        return found;
    }
}
