using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Packs;

namespace TeamsBot.Approvals;

/// <summary>
/// What an address proves about a post of a draft, as register and pack know the account: one judgement for what is pasted and for what is
/// reported.
/// </summary>
internal sealed class AddressJudge(AccountRegister accounts, Pack pack)
{
    /// <returns>Null where the draft has no account that the register knows, so that the address can prove nothing.</returns>
    public AddressProof? Of(Draft draft, string typed) => draft.AccountId is { } id && accounts.Find(id) is { } account
        ? PostAddress.Judge(typed, account, pack.Of(account.Medium)?.Hosts ?? [])
        : null;
}
