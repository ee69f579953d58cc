using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.People;

/// <summary>
/// Days on which somebody is away, as they, the desk or an administrator entered them in chat. One that was taken back stays, because it
/// explains who decided in whose place.
/// </summary>
[Audited("absence")]
internal sealed class Absence
{
    private Absence()
    {
    }

    public Guid Id { get; private set; }

    public string PersonId { get; private set; } = "";

    /// <summary>Who decides in their place; null where nobody was named.</summary>
    public string? DeputyId { get; private set; }

    /// <summary>First day in Japan.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly LastDay { get; private set; }

    public string EnteredByName { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Empty while it stands.</summary>
    public string CancelledByName { get; private set; } = "";

    public DateTimeOffset? CancelledAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public Away Away => new(Id, PersonId, DeputyId, FirstDay, LastDay);

    public static Absence Entered(string personId, string? deputyId, DateOnly first, DateOnly last, string by, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId.ToLowerInvariant(),
            DeputyId = deputyId?.ToLowerInvariant(),
            FirstDay = first,
            LastDay = last,
            EnteredByName = by,
            EnteredAt = now,
        };

    public void Cancel(string by, DateTimeOffset now) => (CancelledByName, CancelledAt) = (by, now);
}

/// <summary>An absence that stands, as whoever asks for people needs it.</summary>
/// <param name="DeputyId">Asked before the standing deputies; null where nobody was named.</param>
internal sealed record Away(Guid Id, string PersonId, string? DeputyId, DateOnly First, DateOnly Last)
{
    public bool Covers(DateOnly day) => First <= day && day <= Last;

    public bool Meets(DateOnly first, DateOnly last) => First <= last && first <= Last;

    public bool IsOf(Person person) => person.Is(PersonId);
}
