using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>Where a password is kept, if it is kept anywhere but in heads.</summary>
internal enum CredentialStorage
{
    /// <summary>金庫.</summary>
    Vault,

    /// <summary>封書: on paper in a sealed envelope.</summary>
    SealedPaper,

    /// <summary>なし: written down nowhere.</summary>
    Nowhere,
}

/// <summary>Whether the account asks for a second proof at login.</summary>
internal enum TwoStepState
{
    On,

    /// <summary>Not in use, with the reason.</summary>
    Off,

    /// <summary>The medium offers none.</summary>
    NotOffered,
}

/// <summary>
/// Who answers for an account's password and when it was last changed, beside the pack (ADR 8). It holds names, days and words, and has no
/// field in which a secret could stand [tochigi-3-1, yamaguchi-3-3].
/// </summary>
[Audited("credential")]
internal sealed class AccountCredential
{
    public const int MaxWords = 60;
    public const int MaxReason = 200;

    private AccountCredential()
    {
    }

    public string AccountId { get; private set; } = "";

    /// <summary>Who knows the password, by object id, in the order they were entered.</summary>
    public IReadOnlyList<string> Custodians { get; private set; } = [];

    /// <summary>Who keeps what it is written on, by object id.</summary>
    public string? KeeperId { get; private set; }

    /// <summary>
    /// 副保管者, by object id: hears of it where no custodian is there or something is late, and sees to it. Does not know the password.
    /// </summary>
    public string? DeputyId { get; private set; }

    /// <summary>Null while nobody has said.</summary>
    public CredentialStorage? Storage { get; private set; }

    /// <summary>Where the paper or medium lies.</summary>
    public string Place { get; private set; } = "";

    /// <summary>A word that accounts with one and the same login share; never the secret.</summary>
    public string Group { get; private set; } = "";

    /// <summary>The day in Japan of the last change; null while unknown.</summary>
    public DateOnly? ChangedOn { get; private set; }

    /// <summary>Who changed it; where that is not known, an <see cref="EnteredDay"/> as it is stored.</summary>
    public string ChangedByName { get; private set; } = "";

    public TwoStepState? TwoStep { get; private set; }

    /// <summary>Why it is not in use.</summary>
    public string TwoStepReason { get; private set; } = "";

    /// <summary>Why more people than the organisation's limit know it, in the head's words.</summary>
    public string CapReason { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    public string EnteredBy { get; private set; } = "";

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public static AccountCredential Of(string accountId) => new() { AccountId = accountId };

    public bool IsCustodian(string objectId) => Custodians.Contains(objectId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the person knows it, keeps what it is written on, or hears of it in the custodians' place.</summary>
    public bool IsHeldBy(string objectId) => IsCustodian(objectId) || Is(KeeperId, objectId) || Is(DeputyId, objectId);

    public void Entrust(IEnumerable<string> custodians, string? keeperId, string capReason)
    {
        Custodians = [.. custodians.Select(id => id.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        (KeeperId, CapReason) = (keeperId?.ToLowerInvariant(), capReason);
        Second(DeputyId);
    }

    /// <summary>Names the deputy; whoever knows the password is a custodian and no deputy.</summary>
    public void Second(string? deputyId) =>
        DeputyId = deputyId is not null && !IsCustodian(deputyId) ? deputyId.ToLowerInvariant() : null;

    public void Keep(CredentialStorage? storage, string place, string group) => (Storage, Place, Group) = (storage, place, group);

    public void SetTwoStep(TwoStepState? state, string reason) =>
        (TwoStep, TwoStepReason) = (state, state == TwoStepState.Off ? reason : "");

    /// <summary>The password was changed that day, by this person.</summary>
    public void ChangedPassword(DateOnly day, string by) => (ChangedOn, ChangedByName) = (day, by);

    /// <summary>Somebody entered that it was changed that day: they need not have changed it.</summary>
    public void EnteredChange(EnteredDay entered, DateOnly day) => (ChangedOn, ChangedByName) = (day, entered.Stored);

    /// <summary>How the day came here, where it is not known who changed it; null where <see cref="ChangedByName"/> names them.</summary>
    public EnteredDay? ChangeEntered => EnteredDay.Of(ChangedByName);

    /// <summary>One person leaves, another may come in the place; as keeper and deputy too.</summary>
    public void Replace(string leaver, string? successor)
    {
        var others = Custodians.Where(id => !Same(id, leaver));
        var keeper = Is(KeeperId, leaver) ? successor : KeeperId;
        if (Is(DeputyId, leaver)) Second(successor);
        Entrust(IsCustodian(leaver) && successor is not null ? others.Append(successor) : others, keeper, CapReason);
    }

    public void Entered(string by, DateTimeOffset now) => (EnteredBy, EnteredAt) = (by, now);

    private static bool Is(string? id, string other) => id is not null && Same(id, other);

    private static bool Same(string id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
