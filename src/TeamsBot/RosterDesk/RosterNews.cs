using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>Who holds which duty in which week, as a moment has it: compared with a later one it says whose duty has changed.</summary>
internal sealed record HeldDuty(string PersonId, Duty Duty, bool IsSecond, DateOnly Monday);

/// <summary>
/// Tells everybody whose duty was entered or taken away: one message each with all of their weeks, however many were entered. Whoever
/// entered it knows already.
/// </summary>
internal sealed class RosterNews(
    DutyRoster roster, PeopleDirectory people, PersonLanguage languages, OutboxWriter outbox, DutyCount count)
{
    private const int MostWeeks = 6;

    public IReadOnlyList<HeldDuty> Held(string section, RosterReader reader) =>
    [
        .. roster.Of(reader.TenantId, section).Where(week => week.Sunday >= reader.Today).SelectMany(week =>
            new[] { new HeldDuty(week.MainId, week.Duty, IsSecond: false, week.Monday) }
                .Concat(week.SecondId is { } second ? [new HeldDuty(second, week.Duty, IsSecond: true, week.Monday)] : [])),
    ];

    /// <param name="before">What was held when the turn began.</param>
    public void Tell(string section, IReadOnlyList<HeldDuty> before, RosterReader by)
    {
        var after = Held(section, by);
        var (come, gone) = (after.Except(before).ToLookup(held => held.PersonId), before.Except(after).ToLookup(held => held.PersonId));
        foreach (var id in come.Concat(gone).Select(group => group.Key).Distinct().Where(id => !by.Person.Is(id)))
        {
            if (people.Find(id) is not { } person) continue;
            var say = languages.LanguageOf(by.TenantId, person.ObjectId);
            var lines = new List<string>
            {
                say.Say($"{by.Person.Name}さんが、{section}の当番を登録しました。", $"{by.Person.Name} has entered the duty of {section}."),
            };
            if (come[id].Any()) lines.Add(say.Say("あなたの当番：", "You are on duty: ") + Weeks(come[id], by, say));
            if (gone[id].Any()) lines.Add(say.Say("外れた当番：", "No longer yours: ") + Weeks(gone[id], by, say));
            if (come[id].Any())
                lines.Add(say.Say("都合が悪いときは、「交代」で代わりを頼めます。", "If you cannot, type \"swap\" to ask for cover."));
            outbox.Say(Address.Person(by.TenantId, person.ObjectId), string.Join("\n\n", lines), RosterGaps.SubjectOf(section));
            count.Told(by.TenantId, person);
        }
    }

    /// <summary>返信（副） 12/7(月)の週、12/21(月)の週／緊急 12/14(月)の週.</summary>
    private static string Weeks(IEnumerable<HeldDuty> held, RosterReader by, CardLanguage say) => string.Join(
        say.Say("／", "; "),
        held.GroupBy(one => (one.Duty, one.IsSecond)).OrderBy(group => group.Key).Select(group =>
        {
            var mondays = group.Select(one => one.Monday).Order().ToList();
            var named = string.Join(say.Say("、", ", "), mondays.Take(MostWeeks).Select(day => RosterWords.Week(day, by.Today, say)));
            var more = (mondays.Count - MostWeeks).ToString(CultureInfo.InvariantCulture);
            return group.Key.Duty.In(say) + (group.Key.IsSecond ? say.Say("（副）", " (second)") : "") + say.Say(" ", ": ") + named
                + (mondays.Count <= MostWeeks ? "" : say.Say($" ほか{more}週", $" and {more} more"));
        }));
}
