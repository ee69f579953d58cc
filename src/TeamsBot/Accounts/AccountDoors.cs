namespace TeamsBot.Accounts;

/// <summary>
/// Verbs and the field by which a card of one feature opens what another does with an account: features do not know each other.
/// </summary>
internal static class AccountDoors
{
    /// <summary>The card of the end of an account.</summary>
    public const string Closing = "closing.open";

    /// <summary>Asks whether an account may rest.</summary>
    public const string Rest = "accounts.restForm";

    /// <summary>The account's card in the register.</summary>
    public const string Open = "accounts.open";

    /// <summary>The account's policy in force.</summary>
    public const string Policy = "policies.show";

    /// <summary>The form in which the account's policy is written anew.</summary>
    public const string PolicyForm = "policies.form";

    /// <summary>Set where what is opened comes as a message of its own, because the card of the press is still needed.</summary>
    public const string Apart = "apart";

    /// <summary>The field that names the account.</summary>
    public const string Account = "account";
}
