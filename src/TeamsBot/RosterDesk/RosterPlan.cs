using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;
using TeamsBot.Rosters;
using TeamsBot.Tasks;

namespace TeamsBot.RosterDesk;

/// <summary>
/// Looks at all rosters once on every opening day: what has nobody becomes a task, and whoever begins a week hears of it with the note of
/// the one before. Begins with the first roster that is entered; each look stores the next one.
/// </summary>
internal sealed class RosterPlan(
    BotDbContext db,
    DutyRoster roster,
    RosterGaps gaps,
    TaskBook book,
    TaskTelling telling,
    CallTasks calls,
    TaskDays office,
    PeopleDirectory people,
    PersonLanguage languages,
    OutboxWriter outbox,
    TimeProvider time
)
{
    /// <summary>The kind under which the next look is stored.</summary>
    public const string Daily = "roster.plan";

    public async Task RunAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        var (tenant, today) = (reminder.TenantId, JapanTime.DateOf(time.GetUtcNow()));
        var days = await office.OfAsync(tenant, cancellationToken);
        foreach (var section in roster.Sections(tenant))
        {
            await gaps.LookAsync(tenant, section, today, cancellationToken);
            if (days.IsOpen(today)) Begin(tenant, section, today);
        }

        await calls.RunAsync(tenant, cancellationToken);
        Schedule(tenant, days);
    }

    /// <summary>After weeks were entered: what they fill is done, what still has nobody is asked for, and the daily look goes on.</summary>
    public async Task FilledAsync(ParsedTurn turn, string section, RosterReader reader, CancellationToken cancellationToken)
    {
        var tenant = reader.TenantId;
        var days = await office.OfAsync(tenant, cancellationToken);
        foreach (var task in await book.OpenOfAsync(tenant, RosterGaps.SubjectOf(section), cancellationToken))
        {
            if (gaps.Of(task, days).Count > 0) continue;
            book.Finish(task, turn.Actor!, reader.Person.Name, new { filled = true });
            telling.Show(task, days);
        }

        await gaps.LookAsync(tenant, section, reader.Today, cancellationToken);
        if (!await db.Reminders.AnyAsync(IsWaiting(tenant), cancellationToken)) Schedule(tenant, days);
    }

    /// <summary>The weeks that have begun and whose people do not know yet; the two duties of one person are one message.</summary>
    private void Begin(string tenant, string section, DateOnly today)
    {
        var monday = RosterWeek.MondayOf(today);
        var begun = roster.Of(tenant, section).Where(week => week.Monday == monday && !week.IsBegun).ToList();
        foreach (var week in begun) week.Begin();
        var mine = begun.Select(week => (Week: week, Person: roster.OnDuty(tenant, section, week.Duty, today)))
            .Where(pair => pair.Person is not null).GroupBy(pair => pair.Person!, pair => pair.Week);
        foreach (var (person, weeks) in mine.Select(group => (group.Key, group.ToList())))
        {
            var say = languages.LanguageOf(tenant, person.ObjectId);
            var duties = Duties.NamesOf(weeks.Select(week => week.Duty), say);
            var said = say.Say($"今週は、あなたが{section}の{duties}の当番です。", $"This week you are on duty in {section} for {duties}.");
            foreach (var week in weeks)
            {
                if (RosterWords.Note(roster.Before(week), people, say) is not { } note) continue;
                said += say.Say($"\n\n引き継ぎ（{week.Duty.In(say)}）：{note}", $"\n\nNote ({week.Duty.In(say)}): {note}");
            }

            outbox.Say(Address.Person(tenant, person.ObjectId), said, RosterGaps.SubjectOf(section));
        }
    }

    private void Schedule(string tenant, OpeningDays days)
    {
        var now = time.GetUtcNow();
        var next = TaskClock.OpeningOf(days.Next(JapanTime.DateOf(now)), days);
        if (next <= now) next = TaskClock.OpeningOf(days.Next(JapanTime.DateOf(now).AddDays(1)), days);
        db.Reminders.Add(Reminder.At(next, Daily, tenant, Daily));
    }

    private static System.Linq.Expressions.Expression<Func<Reminder, bool>> IsWaiting(string tenant) =>
        reminder => reminder.Kind == Daily && reminder.TenantId == tenant && reminder.DoneAt == null
            && reminder.Attempts < Reminder.MaxAttempts;
}
