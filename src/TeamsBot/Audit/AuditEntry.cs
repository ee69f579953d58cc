using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Audit;

/// <summary>
/// One thing somebody did, for good. Its hash covers everything in it and the hash of the entry before, so that an entry cannot be changed,
/// removed or moved without breaking every later one (see <see cref="AuditVerifier"/> for what remains possible).
/// </summary>
internal sealed class AuditEntry
{
    /// <summary>The hash "before" the first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private const int Format = 1;

    /// <summary>Not stored by itself: becomes part of the details in the commit, when nothing changes any more.</summary>
    private Func<IReadOnlyDictionary<string, string>>? state;

    private AuditEntry()
    {
    }

    /// <summary>The row's key; says nothing. <see cref="Sequence"/> is the place in the chain.</summary>
    public long Id { get; private set; }

    /// <summary>1, 2, 3 … without gaps; 0 until the commit gate links the entry.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Empty, like the other two, where the bot itself acted: an expiry, a reminder.</summary>
    public string ActorTenant { get; private set; } = "";

    public string ActorObjectId { get; private set; } = "";

    /// <summary>As the channel showed it at the time; for reading, never for a decision.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>What was done, for example <c>approvals.decide</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>What it was done to, for example <c>draft:12</c>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Canonical JSON (<see cref="CanonicalJson"/>): revision, content hash, reason and so on. Never a whole draft text.</summary>
    public string Details { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public static AuditEntry Of(DateTimeOffset at, Actor? actor, string action, string subject, string details) => new()
    {
        At = at.ToUniversalTime(),
        ActorTenant = actor?.TenantId ?? "",
        ActorObjectId = actor?.ObjectId ?? "",
        ActorName = actor?.Name ?? "",
        Action = action,
        Subject = subject,
        Details = details,
    };

    /// <param name="after">How what it speaks of stands once the turn is over.</param>
    public AuditEntry LeadingTo(Func<IReadOnlyDictionary<string, string>>? after)
    {
        state = after;
        return this;
    }

    /// <param name="rows">How other rows stand with it, see <see cref="AuditedRows"/>.</param>
    public AuditEntry Holding(IReadOnlyDictionary<string, string?> rows)
    {
        Details = CanonicalJson.With(Details, AuditedRows.Member, rows);
        return this;
    }

    /// <summary>Puts the entry behind <paramref name="previousHash"/>. Repeated when the commit has to be.</summary>
    public void LinkTo(long previousSequence, string previousHash)
    {
        if (state is not null) (Details, state) = (CanonicalJson.With(Details, RecordedState.Member, state()), null);
        Sequence = previousSequence + 1;
        PreviousHash = previousHash;
        Hash = ComputeHash();
    }

    /// <summary>
    /// The hash this entry should have: over the format number, then each field as its UTF-8 length (32 bits, big endian) and bytes, so
    /// that no text can pretend to be the border between two fields; numbers are 64 bits, big endian.
    /// </summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Format);
        Add(hash, Sequence);
        Add(hash, At.UtcTicks);
        foreach (var field in (ReadOnlySpan<string>)[ActorTenant, ActorObjectId, ActorName, Action, Subject, Details, PreviousHash])
            Add(hash, field);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, Encoding.UTF8.GetByteCount(text));
        hash.AppendData(length);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
