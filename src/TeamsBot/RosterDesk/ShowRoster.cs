using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;
using TeamsBot.Tasks;

namespace TeamsBot.RosterDesk;

/// <summary>「当番」「今日の当番は？」: who is on duty today, and the note for whoever comes next.</summary>
internal sealed class ShowRoster(RosterTurns turns, DutyRoster roster, PeopleDirectory people, AuditTrail audit)
{
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument) => Task.FromResult(Show(turn, argument.TrimEnd('？', '?')));

    public Task<Reply> HandleNote(ParsedTurn turn)
    {
        if (turns.Reader(turn) is not { } reader) return Task.FromResult(turns.NotListed(turn));
        var say = reader.Language;
        var now = roster.HeldBy(reader.TenantId, reader.Person, reader.Today).Where(week => week.Monday <= reader.Today).ToList();
        if (now.Count == 0)
            return Task.FromResult(Reply.Say(say.Say(
                "引き継ぎを書けるのは、今週の当番の方です。「当番」で確かめてください。", "Only whoever is on duty this week leaves a note.")));
        var (note, hadSecret) = SecretGuard.Read(turn.Action![RosterFields.Note], RosterWeek.MaxNote + 1);
        if (note.Length > RosterWeek.MaxNote) return Task.FromResult(Answer(turn, reader, NoticeKind.Attention, say.Say(
            "引き継ぎは300字までです。要点を残して短くしてください。", "A note has at most 300 characters."), note));
        foreach (var week in now) week.Leave(note);
        audit.Record(turn.Actor, "roster.note", RosterGaps.SubjectOf(now[0].Section), new { week = now[0].Monday });
        var said = say.Say("引き継ぎを残しました。次の当番の方に見えます。", "The note is kept for whoever is on duty next.");
        return Task.FromResult(Answer(turn, reader, NoticeKind.Done, hadSecret ? said + SecretGuard.Warning(say) : said));
    }

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

    private Reply Answer(ParsedTurn turn, RosterReader reader, NoticeKind kind, string said, string? typed = null) => turn.IsInvoke
        ? Reply.Show(new RosterCard(roster, people).For(reader.Person.Section, reader, CardParts.Notice(kind, said), typed))
        : Reply.Say(said);
}
