using TeamsBot.People;

namespace TeamsBot.PeopleDesk;

/// <summary>Object ids of who came, who is another than before in section, title, name or roles, and who went.</summary>
internal sealed record PeopleDifference(string[] Added, string[] Changed, string[] Removed)
{
    public bool IsAny => Added.Length + Changed.Length + Removed.Length > 0;

    public static PeopleDifference Between(IReadOnlyList<Person> before, IReadOnlyList<Person> after)
    {
        var was = before.ToDictionary(person => person.ObjectId, StringComparer.OrdinalIgnoreCase);
        var there = after.Select(person => person.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            [.. after.Where(person => !was.ContainsKey(person.ObjectId)).Select(person => person.ObjectId)],
            [.. after.Where(person => was.TryGetValue(person.ObjectId, out var earlier) && !IsSame(earlier, person))
                .Select(person => person.ObjectId)],
            [.. before.Where(person => !there.Contains(person.ObjectId)).Select(person => person.ObjectId)]);
    }

    /// <summary>Lists are compared by what is in them, in whatever order.</summary>
    public static bool IsSame(Person before, Person after) =>
        before with { Roles = after.Roles } == after && before.Roles.Order().SequenceEqual(after.Roles.Order());
}
