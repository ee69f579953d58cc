using TeamsBot.Checks.Dates;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.Rosters;

/// <summary>
/// Who is on duty from now on because somebody goes away, where no look at the rosters says so any more: that of today was made before the
/// absence was entered, and that of the next opening day takes it as known.
/// </summary>
internal sealed class StandIns(DutyRoster roster, PeopleDirectory people, TaskDays office, TimeProvider time)
{
    /// <param name="away">Entered in this turn; the people do not know it yet.</param>
    public IReadOnlyList<StandIn> FromNow(string tenantId, Person person, Away away)
    {
        var (now, days) = (time.GetUtcNow(), office.Of(tenantId));
        var today = JapanTime.DateOf(now);
        var looked = days.IsOpen(today) && JapanTime.TimeOf(now) >= days.Opens ? today : days.Previous(today.AddDays(-1));
        if (away.First > looked || away.Last < today) return [];
        return
        [
            .. roster.HeldBy(tenantId, person, today)
                .Where(week => week.Monday <= looked && person.Is(week.MainId) && !people.IsAbsent(person, today))
                .Select(week => Of(week, person, away, today)).OfType<StandIn>(),
        ];
    }

    private StandIn? Of(RosterWeek week, Person main, Away away, DateOnly today)
    {
        if (roster.Entered(week).FirstOrDefault(person => person != main) is not { } second || people.IsAbsent(second, today)) return null;
        var last = away.Last < week.Sunday ? away.Last : week.Sunday;
        var until = today;
        while (until < last && !people.IsAbsent(second, until.AddDays(1))) until = until.AddDays(1);
        return new(week, second, until);
    }
}

/// <param name="Until">The last day of the week on which the duty is theirs.</param>
internal sealed record StandIn(RosterWeek Week, Person Person, DateOnly Until);
