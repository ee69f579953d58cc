using TeamsBot.Data;

namespace TeamsBot.People;

/// <summary>Where people come from besides file and configuration.</summary>
internal enum PeopleOrigin
{
    /// <summary>A list that an administrator confirmed in chat; stands over the file.</summary>
    Import,

    /// <summary>Microsoft Graph; takes the file's place.</summary>
    Graph,
}

/// <summary>
/// People as one source had them at one time: written once and never changed, the newest of a source is in force. Two writers at once meet
/// in the key, and the second one looks again.
/// </summary>
[Audited("people")]
internal sealed class PeopleSnapshot
{
    /// <summary>How many of each source are kept: the one in force and those before it, to see what changed.</summary>
    public const int Kept = 5;

    private PeopleSnapshot()
    {
    }

    public PeopleOrigin Origin { get; private set; }

    /// <summary>From 1, without a gap.</summary>
    public int Number { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>The administrator who confirmed it; empty where the bot read it by itself.</summary>
    public string TakenByName { get; private set; } = "";

    /// <summary>JSON, as its source reads and writes it.</summary>
    public string Content { get; private set; } = "";

    public static PeopleSnapshot Of(PeopleOrigin origin, int number, string content, string by, DateTimeOffset now) =>
        new() { Origin = origin, Number = number, Content = content, TakenByName = by, TakenAt = now };
}

/// <summary>
/// A list that waits for the confirmation of whoever brought it. What is confirmed is what was shown: it is not read from the card again.
/// </summary>
[Audited("peopleProposal")]
internal sealed class PeopleProposal
{
    /// <summary>Then the people around it may have changed too much; it is brought anew.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    private PeopleProposal()
    {
    }

    public Guid Id { get; private set; }

    public string ByObjectId { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>JSON: the persons of the rows that could be read.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Rows were left out; then nobody may be removed for not being listed.</summary>
    public bool IsPartial { get; private set; }

    public static PeopleProposal Of(string byObjectId, IReadOnlyList<Person> persons, bool isPartial, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), ByObjectId = byObjectId, MadeAt = now, IsPartial = isPartial,
        Content = ImportedPeople.Write(persons),
    };

    public IReadOnlyList<Person> Persons => ImportedPeople.ReadPersons(Content);
}
