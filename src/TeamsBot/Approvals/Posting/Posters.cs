using TeamsBot.Approvals.Model;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>Who may post a draft and say so.</summary>
internal sealed class Posters(PeopleDirectory people, DraftViews views)
{
    /// <summary>Null for somebody who may not.</summary>
    public string? NameOf(ParsedTurn turn, Draft draft) =>
        people.Find(turn.Actor!) is { } person && views.MayPost(draft, person) ? person.Name : null;
}
