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

    /// <summary>The field that names the account.</summary>
    public const string Account = "account";
}
