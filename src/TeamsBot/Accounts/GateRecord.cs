using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>How a gate of an account stands.</summary>
internal enum GateState
{
    Asked,
    Passed,
    Refused,
}

/// <summary>
/// One gate of one account: who asked, who settled it, when, and by what proof (domain/rules.md 5). The row of a gate that nobody has
/// touched does not exist.
/// </summary>
[Audited("gate")]
internal sealed class GateRecord
{
    public const int MaxProof = 300;

    private GateRecord()
    {
    }

    public string AccountId { get; private set; } = "";

    public AccountGate Gate { get; private set; }

    public GateState State { get; private set; }

    public string AskedBy { get; private set; } = "";

    /// <summary>Object id of who asked; they are told of the outcome.</summary>
    public string AskedById { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Why it is asked for, where a reason was wanted.</summary>
    public string? Reason { get; private set; }

    public string? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>An address, or the words of who settled it; also why it was refused.</summary>
    public string? Proof { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    /// <summary>Grows with each change; of two cards of it the one with the higher is the newer.</summary>
    public int Stamp { get; private set; }

    public static GateRecord Ask(string accountId, AccountGate gate, string by, string byId, DateTimeOffset now, string? reason = null) =>
        new()
        {
            AccountId = accountId,
            Gate = gate,
            AskedBy = by,
            AskedById = byId,
            AskedAt = now,
            Reason = reason,
        };

    /// <summary>Asks again after a refusal.</summary>
    public void AskAgain(string by, string byId, DateTimeOffset now, string? reason)
    {
        (State, AskedBy, AskedById, AskedAt, Reason) = (GateState.Asked, by, byId, now, reason);
        (SettledBy, SettledAt, Proof) = (null, null, null);
        Stamp++;
    }

    public void Settle(bool isPassed, string? proof, string by, DateTimeOffset now)
    {
        (State, SettledBy, SettledAt, Proof) = (isPassed ? GateState.Passed : GateState.Refused, by, now, proof);
        Stamp++;
    }
}
