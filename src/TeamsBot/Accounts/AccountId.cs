namespace TeamsBot.Accounts;

/// <summary>Ids of accounts are written by packs, sheets and cards: two that differ in case only are one.</summary>
internal static class AccountId
{
    public static bool IsSame(string id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
