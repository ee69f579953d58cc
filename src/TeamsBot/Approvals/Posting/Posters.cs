using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>Who may post a draft and say so.</summary>
internal sealed class Posters(PeopleDirectory people, AccountRegister accounts)
{
    /// <summary>The author, or a colleague who may write for the account's section; null for anybody else.</summary>
    public string? NameOf(ParsedTurn turn, Draft draft)
    {
        if (people.Find(turn.Actor!) is not { } person) return null;
        var isColleague = person.Has(Role.Writer) && draft.AccountId is { } id && accounts.Find(id)?.Section == person.Section;
        return draft.IsAuthor(person.ObjectId) || isColleague ? person.Name : null;
    }
}
