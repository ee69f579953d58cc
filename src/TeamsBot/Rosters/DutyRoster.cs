using TeamsBot.Data;
using TeamsBot.People;

namespace TeamsBot.Rosters;

/// <summary>
/// The one place that says who is on duty: features ask here and not each other. Read once a turn; a change is seen at once and stored with
/// the turn.
/// </summary>
internal sealed class DutyRoster(BotDbContext db, PeopleDirectory people)
{
    private readonly Dictionary<string, List<RosterWeek>> read = new(StringComparer.Ordinal);

    /// <summary>All weeks of a section, in order.</summary>
    public IReadOnlyList<RosterWeek> Of(string tenantId, string section) =>
        [.. Rows(tenantId).Where(week => week.Section == section).OrderBy(week => week.Monday).ThenBy(week => week.Duty)];

    /// <summary>The sections that keep a roster.</summary>
    public IReadOnlyList<string> Sections(string tenantId) =>
        [.. Rows(tenantId).Select(week => week.Section).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The duties a section has ever entered somebody for: what nobody keeps has no gap.</summary>
    public IReadOnlyList<Duty> KeptBy(string tenantId, string section) =>
        [.. Rows(tenantId).Where(week => week.Section == section).Select(week => week.Duty).Distinct().Order()];

    public RosterWeek? Find(string tenantId, string section, Duty duty, DateOnly day)
    {
        var monday = RosterWeek.MondayOf(day);
        return Rows(tenantId).Find(week => week.Section == section && week.Duty == duty && week.Monday == monday);
    }

    /// <summary>Who is on duty that day: 当番, else 副; null where nobody is entered or both are away.</summary>
    public Person? OnDuty(string tenantId, string section, Duty duty, DateOnly day) =>
        Find(tenantId, section, duty, day) is { } week
            ? Entered(week).FirstOrDefault(person => !people.IsAbsent(person, day))
            : null;

    /// <summary>当番 and 副 who are still members of staff.</summary>
    public IEnumerable<Person> Entered(RosterWeek week) =>
        new[] { week.MainId, week.SecondId }.OfType<string>().Select(people.Find).OfType<Person>();

    /// <summary>The newest week of the same duty before this one; null where there is none.</summary>
    public RosterWeek? Before(RosterWeek week) =>
        Of(week.TenantId, week.Section).LastOrDefault(other => other.Duty == week.Duty && other.Monday < week.Monday);

    /// <summary>The weeks from a day on in which a person is 当番 or 副, in order.</summary>
    public IReadOnlyList<RosterWeek> HeldBy(string tenantId, Person person, DateOnly from) =>
    [
        .. Rows(tenantId).Where(week => week.Sunday >= from && week.IsHeldBy(person.ObjectId))
            .OrderBy(week => week.Monday).ThenBy(week => week.Duty),
    ];

    /// <summary>The week's row, made where there is none.</summary>
    public RosterWeek Row(string tenantId, string section, Duty duty, DateOnly monday)
    {
        if (Find(tenantId, section, duty, monday) is { } known) return known;
        var made = RosterWeek.Of(tenantId, section, duty, monday);
        Rows(tenantId).Add(made);
        db.RosterWeeks.Add(made);
        return made;
    }

    public void Remove(RosterWeek week)
    {
        Rows(week.TenantId).Remove(week);
        db.RosterWeeks.Remove(week);
    }

    private List<RosterWeek> Rows(string tenantId)
    {
        if (!read.TryGetValue(tenantId, out var rows))
            read[tenantId] = rows = [.. db.RosterWeeks.Where(week => week.TenantId == tenantId)];
        return rows;
    }
}
