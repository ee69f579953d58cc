using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;
using TeamsBot.Tasks;

namespace TeamsBot.RosterDesk;

/// <summary>
/// 「引き継ぎを残す」: 当番 and 副 of this week leave a note for whoever has the duty next, one for each duty. What a colleague wrote since the card
/// was drawn is shown before it is written over, and a field that still holds what was drawn writes over nothing.
/// </summary>
internal sealed class LeaveNote(RosterTurns turns, DutyRoster roster, PeopleDirectory people, AuditTrail audit)
{
    public Task<Reply> Handle(ParsedTurn turn)
    {
        if (turns.Reader(turn) is not { } reader) return Task.FromResult(turns.NotListed(turn));
        var say = reader.Language;
        var section = turns.SectionOf(turn.Action![RosterFields.Section], reader.Person) ?? reader.Person.Section;
        var now = NowOf(roster, section, reader);
        if (now.Count == 0)
            return Task.FromResult(Reply.Say(say.Say(
                "引き継ぎを書けるのは、今週の当番の方です。「当番」で確かめてください。", "Only whoever is on duty this week leaves a note.")));
        var typed = Read(turn.Action, now, out var hadSecret);
        if (typed.Values.Any(note => note.Length > RosterWeek.MaxNote))
            return Task.FromResult(Refused(say.Say(
                "引き継ぎは300字までです。要点を残して短くしてください。", "A note has at most 300 characters.")));
        // Refused, such a field would come back as if it had been typed.
        foreach (var week in now.Where(week => Hash(typed[week.Duty]) == SeenOf(week))) typed[week.Duty] = week.Note;
        var changed = now.Where(week => typed[week.Duty] != week.Note).ToList();
        var others = changed.Where(week => week.Note.Length > 0 && Hash(week.Note) != SeenOf(week)).ToList();
        if (others.Count > 0)
            return Task.FromResult(Refused(Before([.. others.Select(week => RosterWords.Note(week, people, say)!)], say)));
        foreach (var week in changed) week.Leave(typed[week.Duty], reader.Person.Name);
        audit.Record(turn.Actor, "roster.note", RosterGaps.SubjectOf(section), new { week = now[0].Monday });
        var said = say.Say("引き継ぎを残しました。次の当番の方に見えます。", "The note is kept for whoever is on duty next.");
        return Task.FromResult(Answer(NoticeKind.Done, hadSecret ? said + SecretGuard.Warning(say) : said));

        string SeenOf(RosterWeek week) => turn.Action[RosterFields.SeenOf(week.Duty)];

        Reply Refused(string said) => Answer(NoticeKind.Attention, said, typed);

        Reply Answer(NoticeKind kind, string said, IReadOnlyDictionary<Duty, string>? kept = null) => turn.IsInvoke
            ? Reply.Show(new RosterCard(roster, people).For(section, reader, CardParts.Notice(kind, said), kept))
            : Reply.Say(said + CardInHand.GivenBack(string.Join('\n', kept?.Values ?? []), say));
    }

    private static string Before(IReadOnlyList<string> notes, CardLanguage say) => say.Say(
        $"まだ残していません。先に書かれた引き継ぎがあります：{string.Join('／', notes)} 下の欄の内容に替えてよければ、もう一度押してください。",
        $"Not kept yet. Somebody left a note before: {string.Join(" / ", notes)} Press again to put yours in its place.");

    /// <summary>The duties of a section that the reader has this week.</summary>
    public static IReadOnlyList<RosterWeek> NowOf(DutyRoster roster, string section, RosterReader reader) =>
    [
        .. roster.HeldBy(reader.TenantId, reader.Person, reader.Today)
            .Where(week => week.Monday <= reader.Today && week.Section == section),
    ];

    /// <summary>What a card carries of a note it shows: enough to tell whether it is still the same.</summary>
    public static string Hash(string note) => RecordedState.HashOf([note])[..16];

    private static Dictionary<Duty, string> Read(CardAction action, IReadOnlyList<RosterWeek> now, out bool hadSecret)
    {
        var (typed, secrets) = (new Dictionary<Duty, string>(), false);
        // A card of before has one field for all.
        var old = now.All(week => action[RosterFields.NoteOf(week.Duty)].Length == 0) ? action[RosterFields.Note] : "";
        foreach (var duty in now.Select(week => week.Duty))
        {
            var field = old.Length > 0 ? old : action[RosterFields.NoteOf(duty)];
            (typed[duty], var had) = SecretGuard.Read(field, RosterWeek.MaxNote + 1);
            secrets |= had;
        }

        hadSecret = secrets;
        return typed;
    }
}
