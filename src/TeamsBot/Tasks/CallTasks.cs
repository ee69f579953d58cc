using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Reminders;

namespace TeamsBot.Tasks;

/// <summary>
/// Tells what is due, all of it at once, so that a person gets one list and not a message a task. Only within office hours; what an outage
/// held up is told once, as it stands now. Whoever is away is not told; where nobody is there it waits for the next opening day.
/// </summary>
internal sealed class CallTasks(
    BotDbContext db, TaskBook book, TaskCatalogue catalogue, TaskAudience audience, TaskTelling telling, TaskDays office, TimeProvider time)
{
    public async Task RunAsync(Reminder reminder, CancellationToken cancellationToken) =>
        await RunAsync(reminder.TenantId, cancellationToken);

    public async Task RunAsync(string tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await db.OpenTasks(tenant).Where(task => task.NextAt != null && task.NextAt <= now)
            .OrderBy(task => task.DueOn).ThenBy(task => task.Id).ToListAsync(cancellationToken);
        if (due.Count == 0) return;
        var days = await office.OfAsync(tenant, cancellationToken);
        if (!days.IsOpenAt(now))
        {
            foreach (var task in due) book.LookAt(task, days.NextOpening(now));
            return;
        }

        await telling.CountAsync(tenant, cancellationToken);
        var round = due.Select(task => Call(task, days, JapanTime.DateOf(now))).OfType<CalledTask>().ToList();
        telling.Tell(tenant, round, days);
    }

    /// <summary>Whom the task calls now; null where it calls nobody.</summary>
    private CalledTask? Call(DatedTask task, OpeningDays days, DateOnly today)
    {
        var row = catalogue.Of(task.Key);
        if (!audience.KindOf(task).IsNeeded(task))
        {
            book.Drop(task, by: null, "noCause");
            return new CalledTask(task, []);
        }

        var over = task.CallsOf(row, days).Skip(task.Calls).TakeWhile(call => call.Day <= today).ToList();
        var called = over.Select(call => call.Step).Distinct().SelectMany(step => audience.Present(task, step, today)).Distinct().ToList();
        var tomorrow = TaskClock.OpeningOf(days.Next(today.AddDays(1)), days);
        if (over.Count > 0 && called.TrueForAll(HasEnough))
        {
            book.LookAt(task, tomorrow);
            return null;
        }

        // Who has heard enough today hears of it on the next opening day, whether or not a colleague has heard by then.
        var waiting = Waiting(task, today);
        var away = over.Select(call => call.Step).Distinct().SelectMany(step => audience.HeardFor(task, step, today));
        var later = called.Concat(waiting.Here).Where(HasEnough).Concat(waiting.Away).Concat(away)
            .Select(person => person.ObjectId).ToList();
        var now = called.Union(waiting.Here).Where(person => !HasEnough(person)).ToList();
        if (over.Count > 0) task.Called(task.Calls + over.Count, over.Max(call => call.Step));
        task.Await(later);
        if (over.Count > 0 || now.Count > 0)
            book.Record(by: null, "task.call", task, new { step = task.Step, people = now.Select(person => person.ObjectId).ToArray() });
        book.ScheduleNext(task, row, days);
        if (later.Count > 0 && !(task.NextAt <= tomorrow)) book.LookAt(task, tomorrow);
        return now.Count == 0 ? null : new CalledTask(task, now);

        bool HasEnough(Person person) => !row.IsUrgent && telling.HasEnough(person);
    }

    /// <summary>Those who have still to hear of it; whoever has nothing to do with it any more is left out.</summary>
    private (IReadOnlyList<Person> Here, IReadOnlyList<Person> Away) Waiting(DatedTask task, DateOnly today)
    {
        if (task.Waiting.Count == 0) return ([], []);
        var steps = Enumerable.Range(0, task.Step + 1).ToList();
        var here = steps.SelectMany(step => audience.Present(task, step, today)).Distinct().Where(IsAwaited).ToList();
        return (here, [.. steps.SelectMany(step => audience.At(task, step)).Distinct().Where(IsAwaited).Except(here)]);

        bool IsAwaited(Person person) => task.IsAwaited(person.ObjectId);
    }
}

/// <summary>A task whose state is to be shown.</summary>
/// <param name="People">Who hears of it by a new message; everybody else who has one sees it changed in silence.</param>
internal sealed record CalledTask(DatedTask Task, IReadOnlyList<Person> People);
