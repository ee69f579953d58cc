using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>
/// Custodians that this turn entered in passing, as an imported list does: whoever looks after passwords tells them at the turn's end.
/// Features do not know each other. Nothing of it is stored.
/// </summary>
internal sealed class EnteredCustody
{
    private readonly List<(OfficialAccount Account, IReadOnlyList<string> Newcomers)> all = [];

    public IReadOnlyList<(OfficialAccount Account, IReadOnlyList<string> Newcomers)> All => all;

    /// <param name="newcomers">By object id; those who knew the password before are none.</param>
    public void Add(OfficialAccount account, IReadOnlyList<string> newcomers)
    {
        if (newcomers.Count > 0) all.Add((account, newcomers));
    }
}
