using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>What stands in the form of a week, as it was chosen.</summary>
internal sealed record RosterForm(string Section, string Week, IReadOnlyDictionary<string, string> Chosen)
{
    private const int Most = 60;

    public string this[string field] => Chosen.GetValueOrDefault(field, "");

    public static RosterForm Read(Protocol.Inbound.CardAction action, string section) => new(
        section,
        ShortText.Cut(action[RosterFields.Week].Trim(), Most),
        Duties.All.SelectMany(duty => new[] { RosterFields.First(duty), RosterFields.Second(duty) })
            .ToDictionary(field => field, field => ShortText.Cut(action[field].Trim(), Most), StringComparer.Ordinal));

    /// <summary>What is entered for a week.</summary>
    public static RosterForm Of(DutyRoster roster, string tenant, string section, DateOnly monday)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var duty in Duties.All)
        {
            var week = roster.Find(tenant, section, duty, monday);
            chosen[RosterFields.First(duty)] = week?.MainId ?? "";
            chosen[RosterFields.Second(duty)] = week?.SecondId ?? "";
        }

        return new(section, RosterWords.Written(monday), chosen);
    }
}

/// <summary>The form of a week's duty, with the weeks that are entered already.</summary>
internal sealed class RosterFormCard(DutyRoster roster, PeopleDirectory people)
{
    /// <summary>Six lists of people stand in the card, and a card has a limit.</summary>
    private const int MaxPeople = 25;

    private const int MaxWeeks = 6;

    /// <param name="marked">The field a refusal is about; null where nothing was refused.</param>
    public AdaptiveCard For(RosterForm form, RosterReader reader, AdaptiveContainer? notice = null, string? marked = null)
    {
        var say = reader.Language;
        var title = say.Say("当番を決める", "Enter the duty");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = form.Section, IsSubtle = true }),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. Weeks(form.Section, reader),
                new AdaptiveDateInput
                {
                    Id = RosterFields.Week,
                    Label = Mark(RosterFields.Week, say.Say("どの週か（その週のどの日でも）", "Which week (any day of it)"), marked),
                    Value = TypedDay.Read(form.Week, reader.Today) is { } day ? TypedDay.Write(day) : null,
                },
                .. Duties.All.SelectMany(duty => Fields(duty, form, say, marked)),
                .. More(form, say),
                CardParts.Row(
                    AdaptiveSpacing.Small,
                    Buttons.Execute(say.Say("この週を登録する", "Enter this week"), RosterVerbs.Save, Data(form), style: "positive"),
                    Buttons.Execute(say.Say("同じ順で続ける", "Go on in this order"), RosterVerbs.Continue, Data(form))),
                CardParts.Remark(say.Say(
                    "「同じ順で続ける」は、この週を登録し、これまでの順で先の週を埋めます。", "\"Go on\" enters this week and fills those to come in the same order.")),
            ],
            title,
            language: say
        );
    }

    private static JsonObject Data(RosterForm form) => new() { [RosterFields.Section] = form.Section };

    private IEnumerable<AdaptiveElement> Weeks(string section, RosterReader reader)
    {
        var present = RosterWeek.MondayOf(reader.Today);
        var weeks = roster.Of(reader.TenantId, section).Where(week => week.Monday >= present).GroupBy(week => week.Monday).ToList();
        foreach (var week in weeks.Take(MaxWeeks))
        {
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{RosterWords.Week(week.Key, reader)}　", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun
                {
                    Text = string.Join("・", week.Select(row =>
                        $"{row.Duty.In(reader.Language)} {people.Find(row.MainId)?.Name ?? ""}")),
                });
        }

        if (weeks.Count > MaxWeeks)
            yield return CardParts.Remark(reader.Language.Say(
                $"{RosterWords.Week(weeks[^1].Key, reader)}まで決まっています。", $"Entered until {RosterWords.Week(weeks[^1].Key, reader)}."));
    }

    private IEnumerable<AdaptiveElement> Fields(Duty duty, RosterForm form, CardLanguage say, string? marked)
    {
        var (main, second) = (RosterFields.First(duty), RosterFields.Second(duty));
        var could = Could(duty, form);
        List<(string, string)> choices =
            [(say.Say("なし", "nobody"), ""), .. could.Shown.Select(person => (person.Name, person.ObjectId))];
        yield return CardParts.Choice(
            main, Mark(main, say.Say($"{duty.In(say)}の当番", $"On duty for {duty.In(say)}"), marked), choices, form[main], say);
        yield return CardParts.Choice(
            second, Mark(second, say.Say($"{duty.In(say)}の副", $"Second for {duty.In(say)}"), marked), choices, form[second], say);
    }

    /// <summary>Whoever is entered stands in the list, however long it is: what a list lacks, a press would take away.</summary>
    private PeopleChoices Could(Duty duty, RosterForm form) => PeopleChoices.Of(
        people.Persons.Where(person => duty.MayServe(person, form.Section)),
        [form[RosterFields.First(duty)], form[RosterFields.Second(duty)]],
        MaxPeople);

    private IEnumerable<AdaptiveElement> More(RosterForm form, CardLanguage say) => CardParts.MorePeople(
        MaxPeople,
        Duties.All.Max(duty => Could(duty, form).Left),
        say.Say(
            "ほかの方に替えるときは、登録のあと、当番の方が「交代 名前」で頼めます。", "For others, whoever is entered can ask them with \"swap NAME\"."),
        say);

    private static string Mark(string field, string label, string? marked) => marked == field ? $"▲ {label}" : label;
}
