using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.People;

/// <summary>
/// What administrators entered in chat, over the people of the settings: persons added or entered anew, and those who are not to count.
/// </summary>
/// <param name="Removed">Object ids of persons of the settings.</param>
internal sealed record ImportedPeople(IReadOnlyList<Person> Persons, IReadOnlyList<string> Removed)
{
    private static readonly JsonSerializerOptions ByName = new() { Converters = { new JsonStringEnumConverter() } };

    public static ImportedPeople Nobody { get; } = new([], []);

    /// <summary>In the order of the settings, then the new ones. Deputies of the settings stay where both people are there.</summary>
    public PeopleDirectory Over(PeopleDirectory settings)
    {
        var entered = Persons.ToDictionary(person => person.ObjectId, StringComparer.OrdinalIgnoreCase);
        var removed = Removed.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var persons = settings.Persons.Where(person => !removed.Contains(person.ObjectId) || entered.ContainsKey(person.ObjectId))
            .Select(person => entered.GetValueOrDefault(person.ObjectId) ?? person)
            .Concat(Persons.Where(person => settings.Find(person.ObjectId) is null)).ToList();
        var there = persons.Select(person => person.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(persons, [.. settings.Deputies.Where(deputy => there.Contains(deputy.AbsentId) && there.Contains(deputy.DeputyId))]);
    }

    /// <summary>With a further list over it.</summary>
    /// <param name="isWhole">Whoever is not listed does not count any more.</param>
    public ImportedPeople With(IReadOnlyList<Person> listed, bool isWhole, PeopleDirectory settings)
    {
        var ids = listed.Select(person => person.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return isWhole
            ? new(listed, [.. settings.Persons.Select(person => person.ObjectId).Where(id => !ids.Contains(id))])
            : new([.. Persons.Where(person => !ids.Contains(person.ObjectId)), .. listed], [.. Removed.Where(id => !ids.Contains(id))]);
    }

    public string Write() => JsonSerializer.Serialize(this, ByName);

    public static ImportedPeople Read(string json) => JsonSerializer.Deserialize<ImportedPeople>(json, ByName)!;

    public static string Write(IReadOnlyList<Person> persons) => JsonSerializer.Serialize(persons, ByName);

    public static IReadOnlyList<Person> ReadPersons(string json) => JsonSerializer.Deserialize<List<Person>>(json, ByName)!;
}
