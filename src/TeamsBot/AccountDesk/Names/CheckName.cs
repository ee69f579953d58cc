using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Names;

/// <summary>
/// アカウント名: judges a name by the organisation's rule before anybody opens an account under it (asaka-4-4). It stores nothing.
/// </summary>
internal sealed class CheckName(Pack pack, AccountNames names, ClauseNames clauses)
{
    public Task<Reply> HandleCommand(string argument) => Task.FromResult(Show(argument, ""));

    public Task<Reply> HandleCheck(ParsedTurn turn) =>
        Task.FromResult(Show(turn.Action![AccountFields.Name], turn.Action[AccountFields.Section]));

    private Reply Show(string typed, string chosen)
    {
        var name = TypedText.Of(typed, RegisteredAccount.MaxName);
        var section = pack.Organisation.Sections.FirstOrDefault(known => known == chosen);
        var findings = name.Length == 0 ? null : names.Check(name, section);
        return Reply.Show(
            NameCard.For(
                name,
                section,
                findings,
                pack.Organisation.Sections,
                names.HasTerms,
                clauses.OwnOf(findings?.SelectMany(finding => finding.Clauses).ToList() ?? [])
            )
        );
    }
}
