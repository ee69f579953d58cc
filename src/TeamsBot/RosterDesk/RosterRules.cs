using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>What is wrong with a week as it was entered: in which field, and in words that say what to do next.</summary>
internal sealed record RosterProblem(string Field, string Japanese, string English);

/// <summary>Judges the form of a week. Pure.</summary>
internal sealed class RosterRules(PeopleDirectory people)
{
    /// <summary>Nobody plans duty further ahead, and a wrong year is noticed.</summary>
    private const int MostDays = 366;

    private const int MostNamed = 5;

    public RosterProblem? Problem(RosterForm form, RosterReader reader)
    {
        if (form.Week.Length == 0) return new(RosterFields.Week, "週を選んでください。", "Choose the week.");
        if (TypedDay.Read(form.Week, reader.Today) is not { } day)
            return new(
                RosterFields.Week, $"「{TypedText.Quote(form.Week)}」という日が見つかりません。週を選び直してください。",
                $"There is no day \"{TypedText.Quote(form.Week)}\". Choose the week again.");
        if (RosterWeek.MondayOf(day) < RosterWeek.MondayOf(reader.Today))
            return new(RosterFields.Week, "過ぎた週の当番は変えられません。今週か先の週を選んでください。", "That week is over. Choose this week or a later one.");
        if (IsTooFar(day, reader))
            return new(RosterFields.Week, "1年以内の週を選んでください。", "Choose a week within a year.");
        return Duties.All.Select(duty => Problem(duty, form)).OfType<RosterProblem>().FirstOrDefault();
    }

    public static bool IsTooFar(DateOnly day, RosterReader reader) => day > reader.Today.AddDays(MostDays);

    private RosterProblem? Problem(Duty duty, RosterForm form)
    {
        var (main, second) = (form[RosterFields.First(duty)], form[RosterFields.Second(duty)]);
        var (ja, en) = (duty.In(CardLanguage.Ja), duty.In(CardLanguage.En));
        if (main.Length == 0)
            return second.Length == 0
                ? null
                : new(RosterFields.First(duty), $"{ja}の副だけが選ばれています。当番も選んでください。", $"Choose who is on duty for {en}, not only the second.");
        if (Refusal(duty, main, RosterFields.First(duty), form.Section) is { } wrong) return wrong;
        if (second.Length == 0) return null;
        return PersonId.IsSame(main, second)
            ? new(RosterFields.Second(duty), $"{ja}の当番と副が同じ方です。副は別の方を選んでください。", $"The second for {en} must be somebody else.")
            : Refusal(duty, second, RosterFields.Second(duty), form.Section);
    }

    private RosterProblem? Refusal(Duty duty, string id, string field, string section)
    {
        var could = people.Persons.Where(person => duty.MayServe(person, section)).Take(MostNamed).ToList();
        var (ja, en) = ($"選べるのは、{Person.NamesOf(could)}です。", $"It could be: {string.Join(", ", could.Select(person => person.Name))}.");
        if (people.Find(id) is not { } person)
            return new(field, $"選ばれた方が職員の一覧にいません。{ja}", $"That person is not among the people here. {en}");
        return duty.MayServe(person, section)
            ? null
            : new(
                field,
                $"{person.Name}さんには、{section}の{duty.RoleFor(CardLanguage.Ja)}の役割がありません。{ja}",
                $"{person.Name} is no {duty.RoleFor(CardLanguage.En)} of {section}. {en}");
    }
}
