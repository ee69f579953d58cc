using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks.Dates;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Reminders;

namespace TeamsBot.Tasks;

/// <summary>
/// The look that a feature takes at all accounts on every opening day, because nobody tells the bot of what only time brings: for whom it
/// is taken, that what it raised is told with everything else, and when the next one is.
/// </summary>
internal sealed class OfficeLook(BotDbContext db, PeopleDirectory people, TaskDays office, CallTasks calls, TimeProvider time)
{
    /// <param name="kind">The kind under which the next look is stored.</param>
    /// <param name="look">Raises what is missing in a tenant.</param>
    public async Task RunAsync(string kind, Func<string, Task> look, CancellationToken cancellationToken)
    {
        if (await TenantAsync(cancellationToken) is not { } tenant)
        {
            // Nobody was met yet, so nobody can be told.
            await ScheduleAsync(kind, "", cancellationToken);
            return;
        }

        await look(tenant);
        await calls.RunAsync(tenant, cancellationToken);
        await ScheduleAsync(kind, tenant, cancellationToken);
    }

    /// <summary>The next look is when the office opens next.</summary>
    /// <param name="subject">What the look has to know of this one; the kind where nothing is given.</param>
    public async Task ScheduleAsync(string kind, string tenant, CancellationToken cancellationToken, string? subject = null)
    {
        var (now, days) = (time.GetUtcNow(), await office.OfAsync(tenant, cancellationToken));
        var next = TaskClock.OpeningOf(days.Next(JapanTime.DateOf(now)), days);
        if (next <= now) next = TaskClock.OpeningOf(days.Next(JapanTime.DateOf(now).AddDays(1)), days);
        db.Reminders.Add(Reminder.At(next, kind, tenant, subject ?? kind));
    }

    /// <summary>The organisation's, by the people the bot has met.</summary>
    private async Task<string?> TenantAsync(CancellationToken cancellationToken)
    {
        var ids = people.Persons.Select(person => person.ObjectId).ToList();
        return await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.AadObjectId))
            .OrderByDescending(contact => contact.SeenAt).Select(contact => contact.TenantId).FirstOrDefaultAsync(cancellationToken);
    }
}
