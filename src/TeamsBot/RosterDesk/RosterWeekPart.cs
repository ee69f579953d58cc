using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Rosters;
using TeamsBot.Tasks;

namespace TeamsBot.RosterDesk;

/// <summary>What 「今週」 says of the reader's own duty: this week's, and the next one.</summary>
internal sealed class RosterWeekPart(DutyRoster roster)
{
    private const int Most = 3;

    public IReadOnlyList<AdaptiveElement> Draw(string tenant, TaskReader reader)
    {
        var own = roster.HeldBy(tenant, reader.Person, reader.Today);
        if (own.Count == 0) return [];
        var who = new RosterReader(reader.Person, tenant, reader.Today, reader.Now, reader.Language);
        return
        [
            CardParts.Heading(reader.Language.Say("当番", "Duty")),
            .. own.Take(Most).Select(week => CardParts.Line(RosterCard.OwnLine(week, who))),
        ];
    }
}
