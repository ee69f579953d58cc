using TeamsBot.Accounts;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Rotations;

/// <summary>Tells those whom a list made custodians, one message a person, as the form of custody does for one account.</summary>
internal sealed class CustodyByList(EnteredCustody entered, CustodyNews news, RotationPlan plan, PeopleDirectory people)
{
    public async Task RunAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor || entered.All.Count == 0) return;
        var by = people.Find(actor)?.Name ?? "";
        var byPerson = entered.All.SelectMany(one => one.Newcomers.Select(id => (Person: id, one.Account)))
            .GroupBy(one => one.Person, one => one.Account, StringComparer.OrdinalIgnoreCase);
        foreach (var one in byPerson) news.Entrusted([.. one], [one.Key], actor, by);
        foreach (var (account, newcomers) in entered.All)
            await plan.TellNewcomersAsync(account, actor.TenantId, newcomers, cancellationToken);
    }
}
