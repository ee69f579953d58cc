using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.RosterDesk;

/// <summary>What every turn about duty begins with: who asks, of which section, and whether they enter it.</summary>
internal sealed class RosterTurns(PeopleDirectory people, PersonLanguage languages, AuditTrail audit, TimeProvider time)
{
    private const int MostNamed = 3;

    public RosterReader? Reader(ParsedTurn turn) => people.Find(turn.Actor!) is { } person
        ? new(person, turn.Actor!.TenantId, JapaneseTime.DateOf(time.GetUtcNow()), time.GetUtcNow(), languages.Of(turn))
        : null;

    public Reply NotListed(ParsedTurn turn) => Reply.Say(languages.Of(turn).Say(
        "この操作は、登録された職員の方だけが行えます。管理者へご連絡ください。", "Only registered members of staff can do this. Please ask an administrator."));

    /// <summary>The section a command or a card names; the person's own where it names none; null where there is no such section.</summary>
    public string? SectionOf(string named, Person person)
    {
        var wanted = TurnRouter.Fold(named);
        return wanted.Length == 0
            ? person.Section
            : people.Persons.Select(one => one.Section).FirstOrDefault(section => TurnRouter.Fold(section) == wanted);
    }

    /// <summary>The desk for every section, a head for their own.</summary>
    public static bool MayEnter(Person person, string section) =>
        person.Has(Role.Desk) || (person.Has(Role.Head) && person.Section == section);

    /// <summary>Who enters a section's duty: its own desk people, else its head, else the desk.</summary>
    public static IReadOnlyList<Person> EntererOf(PeopleDirectory people, string section) =>
        people.Holding(Role.Desk, section).ToList() is { Count: > 0 } own ? own
        : people.Holding(Role.Head, section).ToList() is { Count: > 0 } heads ? heads
        : [.. people.Holding(Role.Desk)];

    public Reply NotYours(ParsedTurn turn, string section)
    {
        audit.Record(turn.Actor, "roster.refused", Rosters.RosterGaps.SubjectOf(section), new { verb = turn.Action?.Verb });
        var who = EntererOf(people, section).Take(MostNamed).ToList();
        return Reply.Say(languages.Of(turn).Say(
            $"{section}の当番を決められるのは、所属長と広報担当（{Person.NamesOf(who)}）です。お知らせください。",
            $"The head of {section} and the PR desk enter its duty ({string.Join(", ", who.Select(person => person.Name))})."));
    }
}
