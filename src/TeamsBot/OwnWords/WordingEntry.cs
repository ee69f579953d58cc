using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.OwnWords;

/// <summary>Why the desk's wish was not done.</summary>
internal enum WordingRefusal
{
    /// <summary>A colleague changed the entry since the card was drawn.</summary>
    Conflict,
    ReasonMissing,

    /// <summary>The version asked for is not there, or was never tried.</summary>
    NoSuchVersion,

    /// <summary>It is in this state already.</summary>
    Nothing,
}

/// <summary>
/// One entry of the desk with all its versions (features.md b24). Nothing is overwritten: who changed what, when and why stays readable,
/// and any version that was once in effect can be brought back. Its methods are the rules; they read no clock and run no check.
/// </summary>
[Audited("wording")]
internal sealed class WordingEntry
{
    public const int MaxReason = 200;

    private readonly List<WordingVersion> versions = [];

    private WordingEntry()
    {
    }

    public Guid Id { get; private set; }

    public string TenantId { get; private set; } = "";

    /// <summary>The version that takes part in checks; null while none does.</summary>
    public int? ActiveVersion { get; private set; }

    public int LatestVersion { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedBy { get; private set; } = "";

    /// <summary>Counts changes; the cards carry it, so that of two people who edit at once the second is told.</summary>
    [ConcurrencyCheck]
    public long Version { get; private set; }

    public IReadOnlyList<WordingVersion> Versions => versions;

    public WordingVersion Latest => versions[^1];

    public WordingVersion? Active => ActiveVersion is { } number ? Find(number) : null;

    public static WordingEntry Propose(
        Guid id,
        string tenantId,
        WordingContent content,
        WordingAuthor author,
        string reason,
        DateTimeOffset now
    )
    {
        var entry = new WordingEntry { Id = id, TenantId = tenantId };
        entry.Add(content, author, reason, now);
        return entry;
    }

    /// <summary>
    /// A correction: a version of its own, which takes effect only when it is switched on. The one in effect stays so until then.
    /// </summary>
    public WordingRefusal? Revise(long seen, WordingContent content, WordingAuthor author, string reason, DateTimeOffset now)
    {
        if (seen != Version) return WordingRefusal.Conflict;
        Add(content, author, reason, now);
        return null;
    }

    public WordingRefusal? Activate(long seen, int number, WordingAuthor author, DateTimeOffset now)
    {
        if (seen != Version) return WordingRefusal.Conflict;
        if (number != LatestVersion) return WordingRefusal.NoSuchVersion;
        if (ActiveVersion == number) return WordingRefusal.Nothing;
        Find(number)!.TakeEffect(now);
        ActiveVersion = number;
        Changed(author, now);
        return null;
    }

    public WordingRefusal? SwitchOff(long seen, string reason, WordingAuthor author, DateTimeOffset now)
    {
        if (seen != Version) return WordingRefusal.Conflict;
        if (ActiveVersion is null) return WordingRefusal.Nothing;
        if (reason.Length == 0) return WordingRefusal.ReasonMissing;
        ActiveVersion = null;
        Changed(author, now);
        return null;
    }

    /// <summary>
    /// Brings back what an earlier version said, as a new version, so that the order of versions stays the order of time.
    /// </summary>
    public WordingRefusal? RollBack(long seen, int number, WordingAuthor author, DateTimeOffset now)
    {
        if (seen != Version) return WordingRefusal.Conflict;
        if (Find(number) is not { EffectiveAt: not null } earlier) return WordingRefusal.NoSuchVersion;
        if (ActiveVersion == number) return WordingRefusal.Nothing;
        Add(earlier.Content, author, $"第{number}版に戻す", now);
        Latest.TakeEffect(now);
        ActiveVersion = LatestVersion;
        return null;
    }

    public WordingVersion? Find(int number) => versions.Find(version => version.Number == number);

    private void Add(WordingContent content, WordingAuthor author, string reason, DateTimeOffset now)
    {
        LatestVersion++;
        versions.Add(WordingVersion.Of(Id, LatestVersion, content, author, reason, now));
        Changed(author, now);
    }

    private void Changed(WordingAuthor author, DateTimeOffset now) => (ChangedBy, ChangedAt) = (author.Name, now);
}

/// <summary>The member of the desk who acts.</summary>
internal sealed record WordingAuthor(string ObjectId, string Name);

/// <summary>One version of an entry: what it looks for, and who wrote it, when and why.</summary>
[Audited("wordingVersion")]
internal sealed class WordingVersion
{
    private WordingVersion()
    {
    }

    public Guid EntryId { get; private set; }

    public int Number { get; private set; }

    public WordingContent Content { get; private set; } = null!;

    public string ById { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>When it first took part in checks; null for one that was only tried.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    internal static WordingVersion Of(
        Guid entryId,
        int number,
        WordingContent content,
        WordingAuthor author,
        string reason,
        DateTimeOffset now
    ) =>
        new()
        {
            EntryId = entryId,
            Number = number,
            Content = content,
            ById = author.ObjectId,
            By = author.Name,
            At = now,
            Reason = reason,
        };

    internal void TakeEffect(DateTimeOffset now) => EffectiveAt ??= now;
}
