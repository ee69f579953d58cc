using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>Whether somebody may take a week over from somebody else, and who could. Pure.</summary>
internal sealed class SwapRules(PeopleDirectory people)
{
    private const int MostNamed = 4;

    /// <summary>Those who could take the week: with the role, there all week, and not on this duty already.</summary>
    /// <param name="from">Null where whoever asked has left since.</param>
    public IReadOnlyList<Person> Candidates(RosterWeek week, Person? from, DateOnly today) =>
        [.. people.Persons.Where(person => person != from && Cause(week, person, today) is null)];

    /// <summary>Why a week cannot be given away any more; null where it can.</summary>
    public static string? Over(RosterWeek? week, string fromId, RosterReader reader)
    {
        var say = reader.Language;
        if (week is null || !week.IsHeldBy(fromId))
            return say.Say("この当番は、すでに変わっています。「当番」で確かめてください。", "This duty has changed already. Type \"duty\" to see it.");
        return week.Sunday < reader.Today
            ? say.Say("過ぎた週の当番は交代できません。今週か先の週を選んでください。", "That week is over. Choose this week or a later one.")
            : null;
    }

    /// <summary>Why this person cannot take it, and who could; null where they can.</summary>
    public string? Refusal(RosterWeek week, Person? from, Person to, RosterReader reader)
    {
        var say = reader.Language;
        if (to == from) return say.Say("ご自身には頼めません。", "It is yours already. ") + Could(week, from, reader);
        return Cause(week, to, reader.Today) is { } cause ? say.Say(cause.Japanese, cause.English) + Could(week, from, reader) : null;
    }

    private (string Japanese, string English)? Cause(RosterWeek week, Person to, DateOnly today)
    {
        var (ja, en) = (week.Duty.RoleFor(CardLanguage.Ja), week.Duty.RoleFor(CardLanguage.En));
        if (!week.Duty.MayServe(to, week.Section))
            return ($"{to.Name}さんには、{week.Section}の{ja}の役割がありません。", $"{to.Name} is no {en} of {week.Section}. ");
        if (week.IsHeldBy(to.ObjectId))
            return ($"{to.Name}さんは、この当番の当番か副です。", $"{to.Name} is on this duty already. ");
        var first = week.Monday > today ? week.Monday : today;
        return people.IsAbsentWithin(to, first, week.Sunday)
            ? ($"{to.Name}さんは、この週に不在の日があります。", $"{to.Name} is away on some of these days. ")
            : null;
    }

    private string Could(RosterWeek week, Person? from, RosterReader reader)
    {
        var could = Candidates(week, from, reader.Today).Take(MostNamed).ToList();
        return could.Count == 0
            ? reader.Language.Say("代われる方がいません。所属長へ相談してください。", "Nobody could take it; please ask the head of your section.")
            : reader.Language.Say(
                $"代われるのは、{Person.NamesOf(could)}です。", $"It could be: {string.Join(", ", could.Select(person => person.Name))}.");
    }
}
