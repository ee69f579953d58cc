using TeamsBot.Graph;
using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>
/// Makes the organisation's people of what Graph said: roles by groups, sections by departments, heads by managers. Decides nothing by
/// chance: where two people could be the one head, nobody is, and the desk is told.
/// </summary>
internal static class GraphPeople
{
    /// <param name="sections">The organisation's sections; empty means any department is one.</param>
    public static GraphReading Of(GraphDirectory directory, GraphOptions options, IReadOnlyList<string> sections)
    {
        var notes = new List<PeopleNote>();
        var there = directory.Users.Values.Where(user => user.IsEnabled).OrderBy(user => user.Id, StringComparer.Ordinal).ToList();
        var sectionOf = there.ToDictionary(user => user.Id, user => SectionOf(user.Section, sections), StringComparer.Ordinal);
        var roles = there.ToDictionary(user => user.Id, _ => new SortedSet<Role>(), StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in options.Groups)
        {
            var group = directory.Groups.GetValueOrDefault(entry.Id);
            notes.AddRange(GraphNotes.Of(entry, group));
            foreach (var id in (group?.Members ?? []).Where(roles.ContainsKey)) roles[id].Add(entry.Role);
            members.UnionWith(group?.Members ?? []);
        }

        var heads = new GraphHeads(directory.Users, sectionOf, roles, notes);
        heads.Settle(options.HeadsAreManagers);
        var people = there.Where(user => members.Contains(user.Id) || roles[user.Id].Count > 0)
            .Select(user => new Person(user.Id, user.Name, null, sectionOf[user.Id], user.Title, [.. roles[user.Id]])).ToList();
        notes.AddRange(GraphNotes.Of(people, sections));
        return new(new PeopleDirectory(people, DeputiesOf(options, people)), notes);
    }

    /// <summary>「総務部 防災課」 is the section 防災課, where the pack knows one of that name.</summary>
    private static string SectionOf(string department, IReadOnlyList<string> sections) =>
        sections.Where(section => department.EndsWith(section, StringComparison.Ordinal)).MaxBy(section => section.Length) ?? department;

    private static IReadOnlyList<Deputy> DeputiesOf(GraphOptions options, List<Person> people)
    {
        var ids = people.Select(person => person.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. options.Deputies.Where(deputy => ids.Contains(deputy.AbsentId) && ids.Contains(deputy.DeputyId))];
    }
}

/// <summary>The people, and what an administrator should look at.</summary>
internal sealed record GraphReading(PeopleDirectory People, IReadOnlyList<PeopleNote> Notes);

/// <summary>Something about the people that somebody must mend elsewhere, in words that say what to do next.</summary>
/// <param name="Key">The same for the same matter, so that it is told once.</param>
internal sealed record PeopleNote(string Key, string Japanese, string English);
