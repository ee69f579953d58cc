using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>Why nothing may be posted to an account for now.</summary>
internal enum StopKind
{
    /// <summary>緊急停止: something is wrong with it, a hijack for example (yamaguchi-4-2-3a). No dormancy.</summary>
    Emergency,

    /// <summary>使用停止: its provider's terms, or what it can do, turned against the organisation (tochigi-2-4c).</summary>
    Adverse,
}

/// <summary>That an account is stopped, by whom and why, and who lifted it. The last stop of an account; the others stand in the audit
/// chain.</summary>
[Audited("stop")]
internal sealed class AccountStop
{
    public const int MaxReason = 300;

    private AccountStop()
    {
    }

    public string AccountId { get; private set; } = "";

    public StopKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>By name; where several gave a reason, in the order in which they did.</summary>
    public string StoppedBy { get; private set; } = "";

    public DateTimeOffset StoppedAt { get; private set; }

    /// <summary>To which the account returns when the stop is lifted, where no end is planned.</summary>
    public AccountState Before { get; private set; }

    public string? LiftedBy { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftReason { get; private set; }

    /// <summary>Grows with each change; of two cards of it the one with the higher is the newer.</summary>
    public int Stamp { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public bool IsOpen => StoppedBy.Length > 0 && LiftedAt is null;

    public static AccountStop Of(string accountId) => new() { AccountId = accountId };

    public void Stop(StopKind kind, string reason, AccountState before, string by, DateTimeOffset now)
    {
        (Kind, Reason, Before, StoppedBy, StoppedAt) = (kind, reason, before, by, now);
        (LiftedBy, LiftedAt, LiftReason) = (null, null, null);
        Stamp++;
    }

    /// <summary>
    /// Something else stops it as well: both reasons stand and who gave them, and a card on which only the first stood lifts it no more.
    /// </summary>
    public void StopAlso(StopKind kind, string reason, string by)
    {
        (Kind, Reason) = (kind, $"{Reason.TrimEnd('。')}。{reason}");
        if (!StoppedBy.Split('、').Contains(by)) StoppedBy = $"{StoppedBy}、{by}";
        Stamp++;
    }

    public void Lift(string reason, string by, DateTimeOffset now)
    {
        (LiftReason, LiftedBy, LiftedAt) = (reason, by, now);
        Stamp++;
    }
}
