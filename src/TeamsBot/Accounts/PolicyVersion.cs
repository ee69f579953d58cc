using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>
/// One finalised edition of an account's operation policy: what its form said, who finalised it and when, and what became of it. A change
/// is the next version; what a version says is never changed.
/// </summary>
[Audited("policy")]
internal sealed class PolicyVersion
{
    private PolicyVersion()
    {
    }

    public string AccountId { get; private set; } = "";

    /// <summary>From 1, for each account.</summary>
    public int Number { get; private set; }

    /// <summary>The fields of the form by their names; without secrets.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was ticked at the finalising, in the words the form had (asaka-annex-n, asaka-4-2).</summary>
    public IReadOnlyList<string> Ticks { get; private set; } = [];

    public string FinalBy { get; private set; } = "";

    public string FinalById { get; private set; } = "";

    public DateTimeOffset FinalAt { get; private set; }

    /// <summary>Where it stands on the own site; null while it does not.</summary>
    public string? Url { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Who of those who look after all accounts took it in (asaka-4-submit).</summary>
    public string? ReceivedBy { get; private set; }

    public DateTimeOffset? ReceivedAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public static PolicyVersion Final(PolicyText text, int number, string by, string byId, DateTimeOffset now) => new()
    {
        AccountId = text.AccountId, Number = number, Fields = text.Fields, Ticks = text.Ticks, FinalBy = by, FinalById = byId,
        FinalAt = now,
    };

    public void Publish(string url, string by, DateTimeOffset now) => (Url, PublishedBy, PublishedAt) = (url, by, now);

    /// <returns>False where somebody did before; the first counts.</returns>
    public bool Receive(string by, DateTimeOffset now)
    {
        if (ReceivedAt is not null) return false;
        (ReceivedBy, ReceivedAt) = (by, now);
        return true;
    }
}

/// <summary>What a version is made of.</summary>
internal sealed record PolicyText(string AccountId, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Ticks);

/// <summary>Somebody of the section has read a version, where the guideline wants it shared (yamaguchi-3-1).</summary>
[Audited("policy-reading")]
internal sealed class PolicyReading
{
    private PolicyReading()
    {
    }

    public string AccountId { get; private set; } = "";

    public int Number { get; private set; }

    public string PersonId { get; private set; } = "";

    public DateTimeOffset ReadAt { get; private set; }

    public static PolicyReading Of(PolicyVersion version, string personId, DateTimeOffset now) => new()
    {
        AccountId = version.AccountId, Number = version.Number, PersonId = personId.ToLowerInvariant(), ReadAt = now,
    };
}
