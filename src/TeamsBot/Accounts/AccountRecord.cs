using System.ComponentModel.DataAnnotations;
using TeamsBot.Checks.Profiles;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>
/// What the organisation's people entered about an account: the whole account where the pack does not list it, and beside that what a
/// profile and a name need. An account of the pack has a record only once somebody entered something; what the pack says of it is never
/// changed here (ADR 8).
/// </summary>
[Audited("account")]
internal sealed class AccountRecord
{
    public const int MaxReason = 200;

    private AccountRecord()
    {
    }

    /// <summary>The account's id: the pack's, or one made at the registration.</summary>
    public string AccountId { get; private set; } = "";

    /// <summary>The account itself; null for one that the pack lists.</summary>
    public RegisteredAccount? Registered { get; private set; }

    /// <summary>
    /// Medium and handle, compared as people read them; unique, so that of two registrations at once the second is refused.
    /// </summary>
    public string? HandleKey { get; private set; }

    /// <summary>The state as people here set it; beside what the pack says, and before it. Null where nobody did.</summary>
    public AccountState? State { get; private set; }

    public ReplyMode? ReplyMode { get; private set; }

    public string? PolicyUrl { get; private set; }

    public string? Purpose { get; private set; }

    /// <summary>Why the name may differ from the rule for names (asaka-4-4).</summary>
    public string? NameException { get; private set; }

    /// <summary>When a profile text last passed the check.</summary>
    public DateTimeOffset? ProfilePassedAt { get; private set; }

    /// <summary>What its policy or a list says of it besides; null while nobody said anything.</summary>
    public AccountFacts? Facts { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedBy { get; private set; } = "";

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public static AccountRecord Of(string accountId) => new() { AccountId = accountId };

    public static AccountRecord Register(Guid id, RegisteredAccount account, string? nameException, string by, DateTimeOffset now)
    {
        var record = Of(id.ToString("N"));
        record.Change(account, nameException, by, now);
        return record;
    }

    /// <summary>Enters the account anew. A name that follows the rule needs no exception and keeps none.</summary>
    public void Change(RegisteredAccount account, string? nameException, string by, DateTimeOffset now)
    {
        State = null;
        (Registered, HandleKey, NameException) = (account, AccountRegister.HandleKey(account.Medium, account.Handle), nameException);
        Changed(by, now);
    }

    /// <summary>The account enters another state of its life.</summary>
    public void Enter(AccountState state, string by, DateTimeOffset now)
    {
        State = state;
        if (Registered is not null) Registered = Registered with { State = state };
        Changed(by, now);
    }

    public void Choose(ReplyMode mode, string by, DateTimeOffset now)
    {
        ReplyMode = mode;
        Changed(by, now);
    }

    public void Describe(string? purpose, string? policyUrl, string by, DateTimeOffset now)
    {
        (Purpose, PolicyUrl) = (purpose ?? Purpose, policyUrl ?? PolicyUrl);
        Changed(by, now);
    }

    /// <summary>Enters what the account's policy or a list says of it.</summary>
    public void Learn(AccountFacts facts, string by, DateTimeOffset now)
    {
        Facts = facts;
        Changed(by, now);
    }

    /// <summary>What it posts and which budget pays, as a list says; of an account of the pack nothing is kept.</summary>
    public void Tell(string? information, string? budget)
    {
        if (Registered is not null && (information is not null || budget is not null))
            Registered = Registered with { Information = information ?? Registered.Information, Budget = budget ?? Registered.Budget };
    }

    /// <summary>Its address, as its policy has it; that of an account of the pack is the pack's.</summary>
    public void Locate(string url)
    {
        if (Registered is not null) Registered = Registered with { Url = url };
    }

    public void Except(string reason, string by, DateTimeOffset now)
    {
        NameException = reason;
        Changed(by, now);
    }

    public void PassProfile(DateTimeOffset now) => ProfilePassedAt = now;

    /// <summary>
    /// The account with what was entered; where the pack says something itself, the pack counts only until somebody entered it here.
    /// </summary>
    public OfficialAccount AddTo(OfficialAccount account) => (Facts?.AddTo(account) ?? account) with
    {
        State = State ?? account.State,
        ReplyMode = ReplyMode ?? account.ReplyMode,
        PolicyUrl = PolicyUrl ?? account.PolicyUrl,
        Purpose = Purpose ?? account.Purpose,
        NameException = NameException ?? account.NameException,
    };

    private void Changed(string by, DateTimeOffset now) => (ChangedBy, ChangedAt) = (by, now);
}
