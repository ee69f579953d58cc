using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tasks;

/// <summary>What every press on a task's card begins and ends with.</summary>
internal sealed class TaskTurns(
    BotDbContext db,
    PeopleDirectory people,
    TaskAudience audience,
    TaskTelling telling,
    TaskDays office,
    PersonLanguage languages,
    TimeProvider time
)
{
    /// <summary>The task a button names with its reader; null where there is none, or it is not the person's to see.</summary>
    public async Task<(DatedTask Task, TaskReader Reader)?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(turn.Action![TaskFields.Task], "N", out var id) || people.Find(turn.Actor!) is not { } person) return null;
        var tenant = turn.Actor!.TenantId;
        var task = await db.DatedTasks.SingleOrDefaultAsync(one => one.Id == id && one.TenantId == tenant, cancellationToken);
        if (task is null) return null;
        var reader = await ReaderAsync(turn, person, cancellationToken);
        return audience.MaySee(person, task, reader.Today) ? (task, reader) : null;
    }

    public async Task<TaskReader> ReaderAsync(ParsedTurn turn, Person person, CancellationToken cancellationToken) =>
        new(person, languages.Of(turn), time.GetUtcNow(), await office.OfAsync(turn.Actor!.TenantId, cancellationToken), TaskForm.Empty);

    public Reply NotFound(ParsedTurn turn) => Reply.Say(languages.Of(turn).Say(
        "この用事は見つからないか、別の所属のものです。「今週」で確かめてください。",
        "This task was not found, or belongs to another section. Type \"week\" to see yours."));

    /// <summary>Says it on the presser's card; an older client cannot take one back and gets the sentence (protocol.md 4.1).</summary>
    public Reply Answer(ParsedTurn turn, DatedTask task, TaskReader reader, NoticeKind kind, string said) =>
        turn.IsInvoke ? Reply.Show(audience.KindOf(task).Card(task, reader, CardParts.Notice(kind, said))) : Reply.Say(said);

    /// <summary>The same for something that was done: every message of the task shows it.</summary>
    /// <param name="reader">With what is left in the other parts of the presser's card.</param>
    public Reply Done(ParsedTurn turn, DatedTask task, TaskReader reader, string said)
    {
        telling.Show(task, reader.Days, turn.Actor, CardParts.Notice(NoticeKind.Done, said), reader.Typed);
        return Answer(turn, task, reader, NoticeKind.Done, said);
    }

    /// <summary>Why a press on an older card does not count any more; null where it does.</summary>
    public Reply? Overtaken(ParsedTurn turn, DatedTask task, TaskReader reader) =>
        !task.IsOpen
            ? Answer(turn, task, reader, NoticeKind.Info, reader.Language.Say(
                $"この用事は、すでに「{TaskWords.State(task, reader)}」です。", $"This task is already: {TaskWords.State(task, reader)}."))
        : turn.Action![TaskFields.Stamp] != task.Stamp.ToString(CultureInfo.InvariantCulture)
            ? Answer(turn, task, reader, NoticeKind.Info, reader.Language.Say(
                "状態が変わっています。いまの内容を確かめて、もう一度押してください。", "Things have changed. Please look at the present state and press again."))
        : null;
}
