using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Life;

/// <summary>One gate as somebody sees it.</summary>
/// <param name="Record">Null where nobody has asked yet.</param>
/// <param name="Waits">What has to be settled before it; empty where it can be settled now.</param>
/// <param name="Who">Who may settle it.</param>
internal sealed record GateView(AccountGate Gate, GateRecord? Record, IReadOnlyList<AccountGate> Waits, IReadOnlyList<Person> Who)
{
    /// <summary>As it stood when it was looked at: the record goes on.</summary>
    public GateState? State { get; } = Record?.State;

    public bool IsPassed => State == GateState.Passed;

    public bool IsOpen => !IsPassed && Waits.Count == 0;

    public bool MaySettle(Person? person) => IsOpen && person is not null && Who.Any(one => one.Is(person.ObjectId));
}

/// <summary>An account on its way to the opening, with everything that its guideline wants before.</summary>
/// <param name="Basis">The clauses it rests on, as readers know them.</param>
internal sealed record LifeView(OfficialAccount Account, IReadOnlyList<GateView> Gates, string Basis)
{
    /// <summary>What it is to post, as the applicant wrote it; null where nobody did.</summary>
    public string? Information { get; init; }

    public IReadOnlyList<GateView> Missing => [.. Gates.Where(gate => !gate.IsPassed)];

    public GateView? Of(AccountGate gate) => Gates.FirstOrDefault(one => one.Gate == gate);

    /// <summary>Of two cards of one account the one with the higher is the newer.</summary>
    public long Version => 1 + Gates.Sum(gate => gate.Record is { } record ? 1 + record.Stamp : 0)
        + (Account.State == AccountState.Preparing ? 0 : 1);

    /// <summary>Who asked for it, and is told how it goes.</summary>
    public IReadOnlyList<string> Askers => [.. Gates.Select(gate => gate.Record?.AskedById).OfType<string>().Distinct()];
}
