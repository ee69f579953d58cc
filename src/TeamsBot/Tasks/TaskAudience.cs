using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Tasks;

/// <summary>
/// Who is told of a task and who may act on it, as people are entered now. Whoever is away by the list of people is not told: a head's
/// deputy is, and those in charge wait where nobody else may do what is asked of them. Where none of them is there, and once it is late,
/// whoever is named to hear of it in their place does.
/// </summary>
internal sealed class TaskAudience(PeopleDirectory people, TaskCatalogue catalogue, IEnumerable<ITaskKind> kinds)
{
    /// <summary>The first link that hears only once the due day is over.</summary>
    private const int Late = 1;

    public ITaskKind KindOf(DatedTask task) => kinds.First(kind => kind.Has(task.Key));

    /// <summary>
    /// The people of a link of the chain; where it has none, those of the next one that has. Where none of the rest has anybody, the desk:
    /// what a section without a head should decide, or hear of once it is overdue, must not be nobody's.
    /// </summary>
    public IReadOnlyList<Person> At(DatedTask task, int step) => LinkAt(task, step).People;

    /// <summary>Those who are there that day.</summary>
    public IEnumerable<Person> Present(DatedTask task, int step, DateOnly day) => Present(task, LinkAt(task, step), day);

    private List<Person> Present(DatedTask task, (TaskReaders To, IReadOnlyList<Person> People) link, DateOnly day)
    {
        var (to, named) = link;
        var waits = to == TaskReaders.Custodians && !KindOf(task).MayStandIn(task);
        var there = named
            .SelectMany(person =>
                !people.IsAbsent(person, day) ? [person]
                : waits ? []
                : people.DeputiesOf(person, day).Take(1)
            )
            .Distinct().ToList();
        return there.Count == 0 && to == TaskReaders.Custodians
            && KindOf(task).DeputyOf(task) is { } deputy && !people.IsAbsent(deputy, day)
            ? [deputy]
            : there;
    }

    /// <summary>Those who are away while their deputy hears: they have still to hear of it, because only they can do it.</summary>
    public IReadOnlyList<Person> HeardFor(DatedTask task, int step, DateOnly day)
    {
        var (to, named) = LinkAt(task, step);
        return to == TaskReaders.Custodians && Present(task, (to, named), day) is [var one] && one == KindOf(task).DeputyOf(task)
            ? [.. named.Where(person => people.IsAbsent(person, day))]
            : [];
    }

    /// <summary>Whether it is this person's to do something about: in charge, told because those were late, or in their place.</summary>
    public bool IsFor(Person person, DatedTask task, DateOnly day) => Enumerable.Range(0, task.Step + 1)
        .Select(step => LinkAt(task, step)).Any(link => link.People.Contains(person) || Present(task, link, day).Contains(person));

    /// <summary>Whether the person may see it: those of the chain, told or not; of what is over, also who was told of it.</summary>
    public bool MaySee(Person person, DatedTask task, DateOnly day) =>
        IsFor(person, task, day)
        || (!task.IsOpen && task.MessageOf(person.ObjectId) is not null)
        || person.Has(Role.Desk)
        || person.Has(Role.PrHead)
        || person.Section == task.Section;

    /// <summary>Whether the person may give it a later day or hand it over: those in charge and their head.</summary>
    public bool MayArrange(Person person, DatedTask task) => MayArrange(person, task, At(task, 0));

    /// <inheritdoc cref="MayArrange(Person, DatedTask)"/>
    public static bool MayArrange(Person person, DatedTask task, IReadOnlyList<Person> inCharge) =>
        inCharge.Contains(person) || (person.Has(Role.Head) && person.Section == task.Section);

    /// <summary>Whoever took it over, as long as they could still do it; else the usual ones.</summary>
    public static IReadOnlyList<Person> InCharge(DatedTask task, IReadOnlyList<Person> usual) =>
        task.HandedToId is { } id && usual.FirstOrDefault(person => person.Is(id)) is { } taker ? [taker] : usual;

    private (TaskReaders To, IReadOnlyList<Person> People) LinkAt(DatedTask task, int step)
    {
        var chain = catalogue.Of(task.Key).Chain;
        for (var at = step; at < chain.Count; at++)
            if (Named(task, chain[at].To) is { Count: > 0 } named) return (chain[at].To, step == Late ? WithDeputy(task, named) : named);
        return (TaskReaders.Desk, Named(task, TaskReaders.Desk));
    }

    private IReadOnlyList<Person> WithDeputy(DatedTask task, IReadOnlyList<Person> named) =>
        KindOf(task).DeputyOf(task) is { } deputy ? [.. named.Union([deputy])] : named;

    private IReadOnlyList<Person> Named(DatedTask task, TaskReaders readers) => readers switch
    {
        TaskReaders.Head => [.. people.Holding(Role.Head, task.Section)],
        TaskReaders.Desk => [.. people.Holding(Role.Desk)],
        _ => InCharge(task, KindOf(task).InCharge(task)),
    };
}
