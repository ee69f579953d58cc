using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tasks;

/// <summary>
/// Puts tasks before their people: whoever is called gets a new message with the button, more than three a day become one list, and every
/// message that is there shows the present state.
/// </summary>
internal sealed class TaskTelling(
    ToldToday told,
    TaskCatalogue catalogue,
    TaskAudience audience,
    PeopleDirectory people,
    PersonLanguage languages,
    OutboxWriter outbox,
    TimeProvider time
)
{
    /// <summary>New messages about tasks a person gets in a day; what must not wait is told all the same.</summary>
    public const int MostADay = ToldToday.Most;

    private enum Shown
    {
        Notice,
        Card,
        Moved,
    }

    /// <summary>Reads how much everybody was told that day; before <see cref="Tell"/>.</summary>
    public Task CountAsync(string tenant, CancellationToken cancellationToken) => told.ReadAsync(tenant, cancellationToken);

    public bool HasEnough(Person person) => told.HasEnough(person.ObjectId);

    public void Tell(string tenant, IReadOnlyList<CalledTask> round, OpeningDays days)
    {
        var rung = new HashSet<(Guid Task, string Person)>();
        var calls = round.SelectMany(called => called.People.Select(person => (person, called.Task)))
            .GroupBy(call => call.person, call => call.Task);
        foreach (var (person, tasks) in calls.Select(group => (group.Key, group.ToList())))
        {
            var reader = ReaderOf(tenant, person, days);
            if (IsList(person, tasks))
            {
                RingList(tenant, reader, tasks);
                continue;
            }

            foreach (var task in tasks)
            {
                Ring(task, reader);
                rung.Add((task.Id, person.ObjectId));
            }
        }

        foreach (var task in round.Select(called => called.Task)) Change(task, days, held => rung.Contains((task.Id, held)));
    }

    /// <summary>
    /// Everybody's message of a task shows how it stands; the card of the presser keeps what the press answered. The others may be writing
    /// in theirs, which changes when the time for that is over (docs/adr/0015).
    /// </summary>
    public void Show(DatedTask task, OpeningDays days, Actor? presser = null, AdaptiveContainer? notice = null, TaskForm? typed = null)
    {
        Change(task, days, held => presser is not null && PersonId.IsSame(held, presser.ObjectId));
        if (presser is null || task.MessageOf(presser.ObjectId) is null || people.Find(presser) is not { } person) return;
        var reader = ReaderOf(task.TenantId, person, days) with { Typed = typed ?? TaskForm.Empty };
        outbox.Show(
            Address.Person(task.TenantId, person.ObjectId),
            KeyOf(task, person.ObjectId),
            Version(task, Shown.Card),
            audience.KindOf(task).Card(task, reader, notice),
            TaskWords.Request(task, catalogue.Of(task.Key), AboutOf(task), reader),
            AuditedTasks.SubjectOf(task.Id)
        );
    }

    /// <summary>The message that called somebody becomes the task's card; from a list the card comes as a message below.</summary>
    public AdaptiveCard Open(DatedTask task, TaskReader reader, bool isFromList)
    {
        var person = reader.Person.ObjectId;
        var card = audience.KindOf(task).Card(task, reader);
        if (isFromList) Move(task, reader, notBefore: null);
        if (task.MessageOf(person) is null) return card;
        outbox.Show(
            Address.Person(task.TenantId, person),
            KeyOf(task, person),
            Version(task, Shown.Card),
            card,
            TaskWords.Request(task, catalogue.Of(task.Key), AboutOf(task), reader),
            AuditedTasks.SubjectOf(task.Id),
            isAnswer: true
        );
        return card;
    }

    private TaskReader ReaderOf(string tenant, Person person, OpeningDays days) =>
        new(person, languages.LanguageOf(tenant, person.ObjectId), time.GetUtcNow(), days, TaskForm.Empty);

    /// <summary>Many at once, too many for the day, or one event that concerns several accounts.</summary>
    private bool IsList(Person person, List<DatedTask> tasks) =>
        tasks.Count(task => catalogue.Of(task.Key).IsUrgent) > 1
        || (tasks.Count > 1 && told.Of(person.ObjectId) + tasks.Count > MostADay);

    /// <summary>
    /// The first message is the whole card; a reminder is a short one, and the card before it loses its buttons once nobody can be writing
    /// in it.
    /// </summary>
    private void Ring(DatedTask task, TaskReader reader)
    {
        var (person, row) = (reader.Person.ObjectId, catalogue.Of(task.Key));
        var isFirst = task.MessageOf(person) is null;
        Move(task, reader, LeftAlone);
        outbox.Ring(
            Address.Person(task.TenantId, person),
            KeyOf(task, person),
            Version(task, isFirst ? Shown.Card : Shown.Notice),
            isFirst ? audience.KindOf(task).Card(task, reader) : TaskCards.Notice(task, row, AboutOf(task), reader),
            TaskWords.Request(task, row, AboutOf(task), reader),
            new Opening(TaskWords.In(row.Button, reader.Language), TaskVerbs.Open, TaskCards.Data(task), reader.Language.Code()),
            AuditedTasks.SubjectOf(task.Id)
        );
        told.Count(task.TenantId, reader.Person.ObjectId);
    }

    private void RingList(string tenant, TaskReader reader, List<DatedTask> tasks)
    {
        var items = tasks.ConvertAll(task => new ListedTask(task, catalogue.Of(task.Key), AboutOf(task)));
        told.Count(tenant, reader.Person.ObjectId);
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"tasks:{reader.Today:yyyy-MM-dd}:{told.Of(reader.Person.ObjectId)}"
        );
        outbox.Ring(
            Address.Person(tenant, reader.Person.ObjectId),
            key,
            1,
            TaskCards.List(items, reader),
            TaskWords.ListSummary(items, reader),
            new Opening(reader.Language.Say("一覧を開く", "Open the list"), TaskVerbs.Week, new JsonObject(), reader.Language.Code()),
            key
        );
    }

    private void Change(DatedTask task, OpeningDays days, Func<string, bool> isLeft)
    {
        foreach (var held in task.Messages.Select(message => message.PersonId).Where(person => !isLeft(person)).ToList())
        {
            if (people.Find(held) is not { } person) continue;
            var reader = ReaderOf(task.TenantId, person, days);
            // Whoever is not of the account's people any more learns nothing further of it.
            if (audience.MaySee(person, task, reader.Today))
                ChangeCard(task, reader, audience.KindOf(task).Card(task, reader), Shown.Card, LeftAlone);
            else
                ChangeCard(task, reader, TaskCards.Gone(catalogue.Of(task.Key), AboutOf(task), reader), Shown.Moved, LeftAlone);
        }
    }

    private DateTimeOffset LeftAlone => time.GetUtcNow() + CardInHand.LeftAlone;

    private void Move(DatedTask task, TaskReader reader, DateTimeOffset? notBefore)
    {
        if (task.MessageOf(reader.Person.ObjectId) is not null)
            ChangeCard(task, reader, TaskCards.Moved(catalogue.Of(task.Key), AboutOf(task), reader), Shown.Moved, notBefore);
        task.NewMessage(reader.Person.ObjectId);
    }

    private void ChangeCard(DatedTask task, TaskReader reader, AdaptiveCard card, Shown shown, DateTimeOffset? notBefore) =>
        outbox.Change(
            Address.Person(task.TenantId, reader.Person.ObjectId),
            KeyOf(task, reader.Person.ObjectId),
            Version(task, shown),
            card,
            TaskWords.Request(task, catalogue.Of(task.Key), AboutOf(task), reader),
            AuditedTasks.SubjectOf(task.Id),
            notBefore
        );

    private string AboutOf(DatedTask task) => audience.KindOf(task).AboutOf(task);

    private static long Version(DatedTask task, Shown shown) => (task.Stamp * 4) + (int)shown;

    private static string KeyOf(DatedTask task, string person) =>
        CardKeys.Of(AuditedTasks.SubjectOf(task.Id), task.MessageOf(person) ?? 0);
}
