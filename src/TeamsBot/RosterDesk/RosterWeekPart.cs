using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Rosters;
using TeamsBot.Tasks;

namespace TeamsBot.RosterDesk;

/// <summary>What 「今週」 says of the reader's own duty: this week's. Later ones stand in 「当番」.</summary>
internal sealed class RosterWeekPart(DutyRoster roster)
{
    public IReadOnlyList<AdaptiveElement> Draw(string tenant, TaskReader reader)
    {
        var own = roster.HeldBy(tenant, reader.Person, reader.Today).Where(week => week.Monday <= reader.Today).ToList();
        if (own.Count == 0) return [];
        var who = new RosterReader(reader.Person, tenant, reader.Today, reader.Now, reader.Language);
        return
        [
            CardParts.Heading(reader.Language.Say("当番", "Duty")),
            .. own.Select(week => CardParts.Line(RosterCard.OwnLine(week, who))),
        ];
    }
}
