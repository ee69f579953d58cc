namespace TeamsBot.People;

/// <summary>
/// The people a list on a card offers: a card has a limit, and a section may have more. Whoever is chosen already stands first, so that
/// pressing the button again does not take them away. Pure.
/// </summary>
/// <param name="Shown">In the order they were entered, behind the chosen.</param>
/// <param name="Left">How many are not shown.</param>
internal sealed record PeopleChoices(IReadOnlyList<Person> Shown, int Left)
{
    /// <summary>As many as one list holds beside the rest of a card.</summary>
    public const int Most = 40;

    /// <param name="chosen">Object ids; empty ones and those who may not be chosen are passed over.</param>
    public static PeopleChoices Of(IEnumerable<Person> persons, IReadOnlyCollection<string> chosen, int most = Most)
    {
        var all = persons.OrderByDescending(person => chosen.Any(person.Is)).ToList();
        return new([.. all.Take(most)], Math.Max(0, all.Count - most));
    }
}
