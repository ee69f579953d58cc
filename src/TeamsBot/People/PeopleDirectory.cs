using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.People;

/// <summary>
/// Who is who, from whatever source: file, configuration, a list imported in chat, Microsoft Graph; and the one place that says who is away
/// and who decides for them. Immutable; it answers from what it was given and neither reads a clock nor calls anybody.
/// </summary>
/// <param name="absences">Those entered in chat; they come before the deputies of the source.</param>
internal sealed class PeopleDirectory(
    IReadOnlyList<Person> persons, IReadOnlyList<Deputy> deputies, IReadOnlyList<Away>? absences = null)
{
    private readonly Dictionary<string, Person> byId = ById(persons);

    public IReadOnlyList<Person> Persons => persons;

    public IReadOnlyList<Deputy> Deputies => deputies;

    public IReadOnlyList<Away> Absences { get; } = absences ?? [];

    /// <summary>The same people with these absences.</summary>
    public PeopleDirectory With(IReadOnlyList<Away> entered) => new(persons, deputies, entered);

    /// <summary>The person of a turn, or null for somebody this organisation has not entered.</summary>
    public Person? Find(Actor actor) => Find(actor.ObjectId);

    public Person? Find(string objectId) => byId.GetValueOrDefault(objectId);

    /// <summary>Holders of a role, in the order they were entered.</summary>
    /// <param name="section">Null for the whole organisation.</param>
    public IEnumerable<Person> Holding(Role role, string? section = null) =>
        persons.Where(person => person.Has(role) && (section is null || person.Section == section));

    /// <summary>The section's heads; the desk where it has none, so that somebody is always asked.</summary>
    public IReadOnlyList<Person> HeadsOrDesk(string section) =>
        Holding(Role.Head, section).ToList() is { Count: > 0 } heads ? heads : [.. Holding(Role.Desk)];

    /// <summary>
    /// Whom somebody may have meant: by the whole name, else by its beginning (佐藤), width, blanks and さん aside. Several where it is not
    /// clear.
    /// </summary>
    public IReadOnlyList<Person> Named(string typed)
    {
        var wanted = Plain(typed);
        if (wanted.Length == 0) return [];
        var whole = persons.Where(person => Plain(person.Name) == wanted).ToList();
        return whole.Count > 0 ? whole : [.. persons.Where(person => Plain(person.Name).StartsWith(wanted, StringComparison.Ordinal))];
    }

    /// <summary>Whether the person is away on that day of Japan's calendar.</summary>
    public bool IsAbsent(Person person, DateOnly day) => IsAbsentWithin(person, day, day);

    /// <summary>Whether the person is away on any of these days.</summary>
    public bool IsAbsentWithin(Person person, DateOnly first, DateOnly last) =>
        Absences.Any(away => away.IsOf(person) && away.Meets(first, last))
        || deputies.Any(deputy => person.Is(deputy.AbsentId) && deputy.From <= last && first <= deputy.To);

    /// <summary>
    /// Who may stand in for the person on that day, first asked first: those entered for the absence, in chat before the source, then the
    /// standing ones. The absent are left out.
    /// </summary>
    public IEnumerable<Person> DeputiesOf(Person person, DateOnly day) =>
        Absences.Where(away => away.IsOf(person) && away.Covers(day)).Select(away => away.DeputyId).OfType<string>()
            .Concat(
                deputies.Where(deputy => person.Is(deputy.AbsentId) && (deputy.Covers(day) || deputy.IsStanding))
                    .OrderBy(deputy => deputy.IsStanding)
                    .ThenBy(deputy => deputy.Order)
                    .Select(deputy => deputy.DeputyId)
            )
            .Select(Find)
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

    private static string Plain(string name) =>
        TurnRouter.Fold(name).Replace(" ", "", StringComparison.Ordinal).Replace("さん", "", StringComparison.Ordinal);

    /// <summary>Of two entries of one person, which the rules refuse, the first.</summary>
    private static Dictionary<string, Person> ById(IReadOnlyList<Person> persons)
    {
        var found = new Dictionary<string, Person>(persons.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var person in persons) found.TryAdd(person.ObjectId, person);
        return found;
    }
}
