using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.PeopleDesk;

/// <summary>What a list would make of the people in force, worked out before anything is changed.</summary>
/// <param name="Next">What would be stored.</param>
/// <param name="People">Who would be in force.</param>
/// <param name="Others">The people in force who are not listed.</param>
/// <param name="Faults">Why it cannot be done so; empty where it can.</param>
internal sealed record PeoplePlan(
    ImportedPeople Next, PeopleDirectory People, IReadOnlyList<Person> Added, IReadOnlyList<PersonChange> Changed, int Same,
    IReadOnlyList<Person> Others,
    IReadOnlyList<PeopleFault> Faults)
{
    /// <param name="isWhole">Whoever is not listed does not count any more.</param>
    public static PeoplePlan Of(IReadOnlyList<Person> listed, bool isWhole, ImportedPeople before, CurrentPeople current,
        IReadOnlyList<string> sections)
    {
        var ids = listed.Select(person => person.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = before.With(listed, isWhole, current.Settings);
        var people = next.Over(current.Settings);
        var changed = listed.Select(person => (Before: current.Now.Find(person.ObjectId), After: person))
            .Where(pair => pair.Before is not null && !PeopleDifference.IsSame(pair.Before, pair.After))
                .Select(pair => new PersonChange(pair.Before!, pair.After)).ToList();
        var added = listed.Where(person => current.Now.Find(person.ObjectId) is null).ToList();
        return new(
            next, people, added, changed, listed.Count - added.Count - changed.Count,
            [.. current.Now.Persons.Where(person => !ids.Contains(person.ObjectId))], [.. FaultsOf(people, sections)]);
    }

    private static IEnumerable<PeopleFault> FaultsOf(PeopleDirectory people, IReadOnlyList<string> sections)
    {
        if (!people.Holding(Role.Admin).Any())
            yield return new(0, "管理者がいなくなります。管理者の行を加えてください。", "There would be no administrator. Please add one to the list.");
        foreach (var problem in PeopleRules.Problems(people.Persons, sections).DistinctBy(problem => problem.Japanese))
        {
            var person = people.Persons[problem.At];
            yield return new(0, $"{person.Name}さん：{problem.Japanese}一覧に二人とも加えるか、一覧にない方を外してください。",
                $"{person.Name}: {problem.English} List both, or take those away who are not listed.");
        }
    }
}

internal sealed record PersonChange(Person Before, Person After);
