using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Sheet;

/// <summary>Members of staff as a list names them: by name; by object id where two have one name or nobody has it.</summary>
internal sealed class RegisterPeople(PeopleDirectory people)
{
    public string NameOf(string objectId) =>
        people.Find(objectId) is { } person && Named(person.Name).Count == 1 ? person.Name : objectId.ToLowerInvariant();

    /// <summary>Null where nobody, or more than one, is called so.</summary>
    public Person? Find(string written) => people.Find(written) ?? (Named(written) is [var only] ? only : null);

    private List<Person> Named(string written)
    {
        var wanted = Fold(written);
        return [.. people.Persons.Where(person => Fold(person.Name) == wanted)];
    }

    private static string Fold(string name) => TurnRouter.Fold(name).Replace(" ", "", StringComparison.Ordinal);
}
