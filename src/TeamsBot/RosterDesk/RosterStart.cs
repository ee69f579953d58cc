using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>
/// Tells whoever is on duty that it is theirs, with the note of the week before: 当番 on the first opening day of the week on which they are
/// there, and 副 on each day on which it becomes theirs because 当番 is away. The duties of one person are one message.
/// </summary>
internal sealed class RosterStart(
    DutyRoster roster, PeopleDirectory people, PersonLanguage languages, OutboxWriter outbox, DutyCount count)
{
    /// <param name="look">Today, and the day for which this look was stored: after an outage it is an earlier one.</param>
    public void Tell(string tenant, string section, Look look, OpeningDays days)
    {
        var monday = RosterWeek.MondayOf(look.Today);
        var calls = roster.Of(tenant, section).Where(week => week.Monday == monday)
            .Select(week => CallOf(week, look, days)).OfType<Call>().ToList();
        foreach (var mine in calls.GroupBy(call => (call.Person, call.For, call.IsStandIn)))
            Tell(tenant, section, mine.Key.Person, mine.Key.For, [.. mine]);
    }

    private Call? CallOf(RosterWeek week, Look look, OpeningDays days)
    {
        if (roster.OnDuty(week.TenantId, week.Section, week.Duty, look.Today) is not { } onDuty) return null;
        if (!onDuty.Is(week.MainId)) return Knows(week, onDuty, look, days) ? null : new(week, onDuty, people.Find(week.MainId));
        if (week.IsBegun) return null;
        week.Begin();
        return new(week, onDuty, null);
    }

    /// <summary>
    /// They were on duty at the look before, as the week stands now, and heard it then, or when the absence was entered (<see
    /// cref="StandIns"/>).
    /// </summary>
    private bool Knows(RosterWeek week, Person standIn, Look look, OpeningDays days)
    {
        var before = days.Previous(look.DueOn.AddDays(-1));
        return before >= week.Monday
            && (JapanTime.DateOf(week.EnteredAt) < before || look.Entered.Any(absence => IsLater(absence, week, before)))
            && roster.OnDuty(week.TenantId, week.Section, week.Duty, before) == standIn;
    }

    private static bool IsLater(Absence absence, RosterWeek week, DateOnly day) =>
        week.MainId == absence.PersonId && absence.FirstDay <= day && absence.LastDay >= day && absence.EnteredAt >= week.EnteredAt;

    private void Tell(string tenant, string section, Person person, Person? away, IReadOnlyList<Call> calls)
    {
        var say = languages.LanguageOf(tenant, person.ObjectId);
        var duties = Duties.NamesOf(calls.Select(call => call.Week.Duty), say);
        var said = calls[0].IsStandIn
            ? say.Say(
                $"今日は{away?.Name ?? "当番の方"}{(away is null ? "" : "さん")}が不在のため、あなたが{section}の{duties}の当番です。",
                $"{away?.Name ?? "Whoever is on duty"} is away today, so you are on duty in {section} for {duties}.")
            : say.Say($"今週は、あなたが{section}の{duties}の当番です。", $"This week you are on duty in {section} for {duties}.");
        foreach (var week in calls.Select(call => call.Week))
        {
            if (RosterWords.Note(roster.Before(week), people, say) is not { } note) continue;
            said += say.Say($"\n\n引き継ぎ（{week.Duty.In(say)}）：{note}", $"\n\nNote ({week.Duty.In(say)}): {note}");
        }

        outbox.Say(Address.Person(tenant, person.ObjectId), said, RosterGaps.SubjectOf(section));
        count.Told(tenant, person);
    }

    /// <param name="For">Who is away; null for whoever is 当番, or where that person has left.</param>
    private sealed record Call(RosterWeek Week, Person Person, Person? For)
    {
        public bool IsStandIn => !Person.Is(Week.MainId);
    }
}

/// <summary>A daily look: the day it is made, and the day it was due.</summary>
/// <param name="Entered">The absences of these days that people entered.</param>
internal sealed record Look(DateOnly Today, DateOnly DueOn, IReadOnlyList<Absence> Entered);
