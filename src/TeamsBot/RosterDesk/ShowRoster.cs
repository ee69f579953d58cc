using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>「当番」「今日の当番は？」: who is on duty today.</summary>
internal sealed class ShowRoster(RosterTurns turns, DutyRoster roster, PeopleDirectory people)
{
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument) => Task.FromResult(Show(turn, argument.TrimEnd('？', '?')));

    private Reply Show(ParsedTurn turn, string argument)
    {
        if (turns.Reader(turn) is not { } reader) return turns.NotListed(turn);
        if (turns.SectionOf(argument, reader.Person) is not { } section)
        {
            var sections = string.Join("、", people.Persons.Select(person => person.Section).Distinct());
            return Reply.Say(reader.Language.Say(
                $"「{TypedText.Quote(argument)}」という所属は職員の一覧にありません。所属：{sections}。",
                $"There is no section \"{TypedText.Quote(argument)}\". Sections: {sections}."));
        }

        return Reply.Show(new RosterCard(roster, people).For(section, reader));
    }
}
