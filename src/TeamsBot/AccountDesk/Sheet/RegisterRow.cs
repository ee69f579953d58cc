using TeamsBot.Accounts;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Sheet;

/// <summary>
/// All that the register holds of one account, as a row of the list that is handed out and taken in (domain/rules.md 5.2).
/// </summary>
/// <param name="Record">What people entered; null where nobody did.</param>
/// <param name="Followers">The counted series, oldest first.</param>
internal sealed record RegisterRow(
    OfficialAccount Account, AccountRecord? Record, AccountCredential? Credential, IReadOnlyList<GateRecord> Gates,
    IReadOnlyList<Followers> Followers)
{
    public AccountFacts Facts => Record?.Facts ?? AccountFacts.None;

    /// <summary>The proof of a passed gate; empty where it is not passed.</summary>
    public string ProofOf(AccountGate gate) =>
        Gates.FirstOrDefault(one => one.Gate == gate && one.State == GateState.Passed) is { } passed
            ? passed.Proof ?? $"{Checks.Dates.JapanTime.DateOf(passed.SettledAt!.Value):yyyy-MM-dd} {passed.SettledBy}"
            : "";
}

/// <summary>What a row of an imported list says beside the account itself; filled by the columns, then entered as a whole.</summary>
internal sealed class RegisterEntry
{
    public AccountFacts Facts { get; set; } = AccountFacts.None;

    public string? Purpose { get; set; }

    public string? PolicyUrl { get; set; }

    public string? Information { get; set; }

    public string? Budget { get; set; }

    public string? NameException { get; set; }

    public Checks.Profiles.ReplyMode? ReplyMode { get; set; }

    public AccountState? State { get; set; }

    /// <summary>The proof that the consultation was held.</summary>
    public string? Consultation { get; set; }

    /// <summary>By object id.</summary>
    public IReadOnlyList<string>? Custodians { get; set; }

    public string? Keeper { get; set; }

    public string? Deputy { get; set; }

    public CredentialStorage? Storage { get; set; }

    public string? Place { get; set; }

    public string? Group { get; set; }

    public DateOnly? ChangedOn { get; set; }

    public TwoStepState? TwoStep { get; set; }

    public string? TwoStepReason { get; set; }

    public string? CapReason { get; set; }

    public IReadOnlyList<Followers> Followers { get; set; } = [];

    public bool SpeaksOfCredentials => Custodians is not null || Keeper is not null || Deputy is not null || Storage is not null
        || Place is not null || Group is not null || ChangedOn is not null || TwoStep is not null || TwoStepReason is not null
        || CapReason is not null;
}
