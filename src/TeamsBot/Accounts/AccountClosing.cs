using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>How the end of an account stands.</summary>
internal enum ClosingState
{
    Planned,
    TakenBack,
    Closed,
}

/// <summary>One thing of the closing list that was done: by whom, when, by what proof.</summary>
/// <param name="Day">The day in Japan on which it was done, where the person named one.</param>
internal sealed record ClosingTick(string Step, string By, DateTimeOffset At, DateOnly Day, string Proof);

/// <summary>
/// 廃止 of an account: from which day on it is gone, why, and what of its list is done (tochigi-8-1). The row stays when the account is gone.
/// </summary>
[Audited("closing")]
internal sealed class AccountClosing
{
    public const int MaxReason = 300;
    public const int MaxProof = 300;

    private AccountClosing()
    {
    }

    public string AccountId { get; private set; } = "";

    public ClosingState State { get; private set; }

    /// <summary>The day on which the account is to be deleted.</summary>
    public DateOnly ClosesOn { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Where the end is announced, as the guideline names it; empty where it asks for no notice.</summary>
    public IReadOnlyList<string> NoticeOn { get; private set; } = [];

    /// <summary>So many days the notices stand before the account may be deleted.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>To which the account returns where the closing is taken back.</summary>
    public AccountState Before { get; private set; }

    public IReadOnlyList<ClosingTick> Ticks { get; private set; } = [];

    public string PlannedBy { get; private set; } = "";

    public string PlannedById { get; private set; } = "";

    public DateTimeOffset PlannedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was taken back, or what was said at the end.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>Grows with each change; of two cards of it the one with the higher is the newer.</summary>
    public int Stamp { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public bool IsPlanned => State == ClosingState.Planned && PlannedBy.Length > 0;

    public static AccountClosing Of(string accountId) => new() { AccountId = accountId };

    public void Plan(ClosingPlan plan, string by, string byId, DateTimeOffset now)
    {
        (ClosesOn, Reason, NoticeOn, NoticeDays, Before) = (plan.ClosesOn, plan.Reason, plan.NoticeOn, plan.NoticeDays, plan.Before);
        (State, PlannedBy, PlannedById, PlannedAt, Ticks) = (ClosingState.Planned, by, byId, now, []);
        (EndedBy, EndedAt, EndReason) = (null, null, "");
        Stamp++;
    }

    public ClosingTick? TickOf(string step) => Ticks.FirstOrDefault(tick => tick.Step == step);

    public void Tick(ClosingTick tick)
    {
        Ticks = [.. Ticks, tick];
        Stamp++;
    }

    public void TakeBack(string reason, string by, DateTimeOffset now) => End(ClosingState.TakenBack, reason, by, now);

    public void Close(string by, DateTimeOffset now) => End(ClosingState.Closed, "", by, now);

    private void End(ClosingState state, string reason, string by, DateTimeOffset now)
    {
        (State, EndReason, EndedBy, EndedAt) = (state, reason, by, now);
        Stamp++;
    }
}

/// <summary>What is decided when the end of an account is planned.</summary>
internal sealed record ClosingPlan(
    DateOnly ClosesOn, string Reason, IReadOnlyList<string> NoticeOn, int NoticeDays, AccountState Before);
