using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Accounts;

/// <summary>
/// What has to hold of who keeps an account's password and how, whether a form or an imported list says it. How a refusal is worded is
/// theirs.
/// </summary>
internal sealed class CustodyRules(Pack pack, AccountAccess access)
{
    /// <summary>So many people may know a password without a reason (tochigi-7-2-2); null where the organisation sets no limit.</summary>
    public int? Most => pack.Password?.MaxHolders?.Value;

    public bool IsOver(int custodians) => custodians > Most;

    /// <summary>More than the limit are the head's to enter, with a reason (tochigi-7-2-2).</summary>
    public bool MayExceed(Person by, OfficialAccount account, string? reason) =>
        reason is { Length: > 0 } && access.IsHeadOf(by, account);

    /// <summary>Somebody of the section, of those who look after all accounts, or who knows it already.</summary>
    /// <param name="stored">What is on record; null where nothing is.</param>
    public static bool MayHold(Person person, OfficialAccount account, AccountCredential? stored) =>
        stored?.IsHeldBy(person.ObjectId) == true || person.Section == account.Section || person.Has(Role.Desk);

    /// <summary>What is written down lies somewhere, and somebody keeps it (yamaguchi-3-3).</summary>
    public static bool LacksPlace(CredentialStorage? storage, string place, string? keeperId) =>
        storage is CredentialStorage.Vault or CredentialStorage.SealedPaper && (place.Length == 0 || keeperId is null);

    public static bool LacksReason(TwoStepState? state, string reason) => state == TwoStepState.Off && reason.Length == 0;
}
