using TeamsBot.Audit;
using TeamsBot.Checks.Dates;

namespace TeamsBot.Tasks;

/// <summary>How a task stands.</summary>
internal enum TaskState
{
    Open,

    /// <summary>Open, with a later due day and the reason for it.</summary>
    Postponed,

    /// <summary>Open, with somebody else in charge.</summary>
    HandedOver,

    Done,

    /// <summary>Its cause is gone: the account is closed, the organisation demands it no more.</summary>
    Dropped,
}

/// <summary>What a task comes from; the same cause twice is one task.</summary>
/// <param name="Key">The row of the catalogue.</param>
/// <param name="Cause">What distinguishes it from another of its kind about the account, for example the day of the last change.</param>
internal sealed record TaskCause(string TenantId, string Key, string AccountId, string Section, string Cause);

/// <summary>
/// Something that has to be done by a day: by whom, how often they were told, and what came of it. What was done to it stands in the audit
/// chain; this is how it stands now.
/// </summary>
internal sealed class DatedTask
{
    /// <summary>Longest reason for postponing or handing over.</summary>
    public const int MaxReason = 200;

    private DatedTask()
    {
    }

    public Guid Id { get; private set; }

    public string TenantId { get; private set; } = "";

    /// <summary>The row of the catalogue it follows.</summary>
    public string Key { get; private set; } = "";

    public string AccountId { get; private set; } = "";

    public string Section { get; private set; } = "";

    public string Cause { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>The due day it began with; how far it may be moved counts from here.</summary>
    public DateOnly FirstDueOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>From this day on it is called: the day it arose, or was given its due day.</summary>
    public DateOnly CalledFrom { get; private set; }

    /// <summary>How many of its calls are over.</summary>
    public int Calls { get; private set; }

    /// <summary>The highest link of the chain that was told.</summary>
    public int Step { get; private set; }

    /// <summary>When it is looked at next; null once nobody further is told.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public TaskState State { get; private set; }

    /// <summary>Who is in charge in place of the usual ones, by object id.</summary>
    public string? HandedToId { get; private set; }

    /// <summary>Why it was postponed, handed over or dropped.</summary>
    public string Reason { get; private set; } = "";

    public string EndedByName { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who holds a message of it, and which is the newest.</summary>
    public IReadOnlyList<HeldMessage> Messages { get; private set; } = [];

    /// <summary>Who has still to hear of it beside its calls, by object id: they came to it later, or had heard enough for a day.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <summary>Counts changes; cards carry it, so that of two presses the second is noticed.</summary>
    public long Stamp { get; private set; }

    public bool IsOpen => State is TaskState.Open or TaskState.Postponed or TaskState.HandedOver;

    public static DatedTask Raised(TaskCause cause, DateOnly due, DateOnly today, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            TenantId = cause.TenantId,
            Key = cause.Key,
            AccountId = cause.AccountId,
            Section = cause.Section,
            Cause = cause.Cause,
            RaisedAt = now,
            FirstDueOn = due,
            DueOn = due,
            CalledFrom = today,
            State = TaskState.Open,
        };

    /// <summary>The message of a person, by their number; null for who has none.</summary>
    public int? MessageOf(string personId) => Messages.FirstOrDefault(held => held.Is(personId))?.Number;

    /// <summary>The next message for this person is a new one.</summary>
    public void NewMessage(string personId) =>
        Messages =
        [
            .. Messages.Where(held => !held.Is(personId)),
            new HeldMessage(personId.ToLowerInvariant(), MessageOf(personId) is { } last ? last + 1 : 0),
        ];

    /// <summary>When it is looked at next.</summary>
    public void LookAt(DateTimeOffset? at) => NextAt = at;

    /// <summary>It was told; those of <paramref name="step"/> and before know of it.</summary>
    public void Called(int calls, int step)
    {
        (Calls, Step) = (calls, Math.Max(Step, step));
        Stamp++;
    }

    /// <summary>These came to it since it was told; its calls go on as they are.</summary>
    public void Join(IEnumerable<string> personIds)
    {
        Await([.. Waiting, .. personIds]);
        Stamp++;
    }

    /// <summary>These, and nobody else, have still to hear of it.</summary>
    public void Await(IEnumerable<string> personIds) =>
        Waiting = [.. personIds.Select(id => id.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    public bool IsAwaited(string personId) => Waiting.Contains(personId, StringComparer.OrdinalIgnoreCase);

    /// <summary>When it is told to whom, as it stands.</summary>
    public IReadOnlyList<TaskCall> CallsOf(TaskRow row, OpeningDays days) =>
        TaskClock.Calls(row, DueOn, CalledFrom, days, isMoved: DueOn != FirstDueOn || CalledFrom != JapanTime.DateOf(RaisedAt));

    public void Postpone(DateOnly due, DateOnly today, string reason)
    {
        (State, DueOn, CalledFrom, Calls, Reason) = (TaskState.Postponed, due, today, 0, reason);
        Stamp++;
    }

    public void HandOver(string toId, string reason)
    {
        (State, HandedToId, Reason) = (TaskState.HandedOver, toId.ToLowerInvariant(), reason);
        Stamp++;
    }

    public void Finish(string by, DateTimeOffset now) => End(TaskState.Done, by, Reason, now);

    public void Drop(string reason, DateTimeOffset now) => End(TaskState.Dropped, "", reason, now);

    /// <summary>What the audit chain keeps of it; who holds which message is left out.</summary>
    public IReadOnlyDictionary<string, string> AuditState() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = State.ToString(),
        ["cause"] = RecordedState.HashOf([TenantId, Key, AccountId, Section, Cause, RaisedAt, FirstDueOn]),
        ["outcome"] = RecordedState.HashOf([DueOn, HandedToId, Reason, EndedByName, EndedAt]),
    };

    private void End(TaskState state, string by, string reason, DateTimeOffset now)
    {
        (State, EndedByName, Reason, EndedAt, NextAt, Waiting) = (state, by, reason, now, null, []);
        Stamp++;
    }
}

/// <summary>The newest message of a task that a person has.</summary>
/// <param name="Number">0 for the first.</param>
internal sealed record HeldMessage(string PersonId, int Number)
{
    public bool Is(string personId) => string.Equals(PersonId, personId, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How many messages about tasks a person got on a day.</summary>
internal sealed class ToldDay
{
    private ToldDay()
    {
    }

    public string TenantId { get; private set; } = "";

    public string PersonId { get; private set; } = "";

    /// <summary>The day in Japan.</summary>
    public DateOnly Day { get; private set; }

    public int Count { get; private set; }

    public static ToldDay Of(string tenantId, string personId, DateOnly day) =>
        new() { TenantId = tenantId, PersonId = personId.ToLowerInvariant(), Day = day };

    public void Told() => Count++;
}
