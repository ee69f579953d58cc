using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tasks;

/// <summary>
/// The two ways to deal with a task without doing it: a later day within its limit, or somebody else who may do it; each with a reason that
/// stays in the record. Only those in charge and their head arrange it.
/// </summary>
internal sealed class ArrangeTask(TaskTurns turns, TaskBook book, TaskCatalogue catalogue, TaskAudience audience, PeopleDirectory people)
{
    public async Task<Reply> HandlePostpone(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not var (task, found)) return turns.NotFound(turn);
        var reader = found with { Typed = Typed(turn, task, TaskFields.Later) };
        if (turns.Overtaken(turn, task, reader) is { } overtaken) return overtaken;
        if (!audience.MayArrange(reader.Person, task)) return NotYours(turn, task, reader);
        if (NotThisTask(turn, task, reader) is { } no) return no;
        var (row, say, reason) = (catalogue.Of(task.Key), reader.Language, reader.Typed[TaskFields.LaterReason]);
        if (Problem(reason, reader) is { } problem)
            return turns.Answer(turn, task, reader.LackingAny(TaskFields.LaterReason), NoticeKind.Attention, problem);
        var latest = TaskClock.Latest(row, task.FirstDueOn, reader.Days);
        if (TypedDay.Read(reader.Typed[TaskFields.LaterUntil], reader.Today) is not { } day || day <= reader.Today || day > latest)
        {
            return turns.Answer(turn, task, reader.LackingAny(TaskFields.LaterUntil), NoticeKind.Attention, say.Say(
                $"新しい期限は、明日から{TaskWords.Day(latest, reader)}までの日を選んでください。",
                $"Choose a day from tomorrow until {TaskWords.Day(latest, reader)}."));
        }

        var due = reader.Days.Previous(day) is var open && open > reader.Today ? open : reader.Days.Next(day);
        task.Postpone(due, reader.Today, reason);
        book.Record(turn.Actor, "task.postpone", task, new { due, reason });
        book.ScheduleNext(task, row, reader.Days);
        return turns.Done(turn, task, Left(reader), Said(reader, say.Say(
            $"期限を{TaskWords.Day(due, reader)}に延ばしました。", $"It is now due on {TaskWords.Day(due, reader)}.")));
    }

    public async Task<Reply> HandleHandOver(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not var (task, found)) return turns.NotFound(turn);
        var reader = found with { Typed = Typed(turn, task, TaskFields.Hand) };
        if (turns.Overtaken(turn, task, reader) is { } overtaken) return overtaken;
        if (!audience.MayArrange(reader.Person, task)) return NotYours(turn, task, reader);
        if (NotThisTask(turn, task, reader) is { } no) return no;
        var (say, reason) = (reader.Language, reader.Typed[TaskFields.HandReason]);
        if (Refusal(task, reader) is { } refusal)
            return turns.Answer(turn, task, reader.LackingAny(TaskFields.HandTo), NoticeKind.Attention, refusal);
        if (Problem(reason, reader) is { } problem)
            return turns.Answer(turn, task, reader.LackingAny(TaskFields.HandReason), NoticeKind.Attention, problem);
        var taker = people.Find(reader.Typed[TaskFields.HandTo])!;
        task.HandOver(taker.ObjectId, reason);
        book.Record(turn.Actor, "task.handOver", task, new { to = taker.ObjectId, reason });
        if (taker != reader.Person) book.TellAlso(task, [taker.ObjectId]);
        return turns.Done(turn, task, Left(reader), Said(reader, say.Say($"{taker.Name}さんに引き継ぎました。", $"{taker.Name} is in charge now.")));
    }

    /// <summary>Why that person cannot take it, and who could.</summary>
    private string? Refusal(DatedTask task, TaskReader reader)
    {
        var (say, takers) = (reader.Language, audience.KindOf(task).Takers(task));
        var could = string.Join("、", takers.Where(person => !people.IsAbsent(person, reader.Today)).Select(person => person.Name));
        var who = could.Length == 0
            ? say.Say("引き継げる人がいません。「保管者」で登録してください。", "Nobody could take it over. Enter a custodian first.")
            : say.Say($"引き継げるのは、{could}さんです。", $"It can go to: {could}.");
        if (people.Find(reader.Typed[TaskFields.HandTo]) is not { } taker)
            return say.Say($"引き継ぐ人を選んでください。{who}", $"Choose who takes it over. {who}");
        if (taker == reader.Person && audience.At(task, 0).Contains(taker))
            return say.Say($"ご自身には引き継げません。{who}", $"It is yours already. {who}");
        if (!takers.Contains(taker))
            return say.Say($"{taker.Name}さんは、このアカウントの保管者ではありません。{who}", $"{taker.Name} is no custodian of this account. {who}");
        return people.IsAbsent(taker, reader.Today) ? say.Say($"{taker.Name}さんは不在です。{who}", $"{taker.Name} is away. {who}") : null;
    }

    private static string? Problem(string reason, TaskReader reader) => reason.Length switch
    {
        0 => reader.Language.Say("理由を入力してください。あとで経緯を説明できるように残します。", "Please enter a reason; it stays in the record."),
        > DatedTask.MaxReason => reader.Language.Say("理由は200字までで入力してください。", "The reason may have 200 characters."),
        _ => null,
    };

    /// <summary>For a task whose card has neither way.</summary>
    private Reply? NotThisTask(ParsedTurn turn, DatedTask task, TaskReader reader) => audience.KindOf(task).MayBeArranged(task)
        ? null
        : turns.Answer(turn, task, reader, NoticeKind.Attention, reader.Language.Say(
            "この用事は延ばせません。引き継ぎもできません。カードのボタンでお答えください。",
            "This can neither be postponed nor handed over. Please answer by the buttons of the card."));

    private static string Said(TaskReader reader, string said) => SecretGuard.Said(said, reader.Typed, reader.Language);

    private Reply NotYours(ParsedTurn turn, DatedTask task, TaskReader reader)
    {
        book.Record(turn.Actor, "task.refused", task, new { verb = turn.Action!.Verb });
        var names = Person.NamesOf(audience.At(task, 0));
        return Reply.Say(reader.Language.Say(
            $"この用事を延ばしたり引き継いだりできるのは、{names}と{task.Section}の所属長です。",
            $"Only {names} and the head of {task.Section} can postpone it or hand it over."));
    }

    private TaskForm Typed(ParsedTurn turn, DatedTask task, string unfolded) =>
        audience.KindOf(task).Read(task, turn.Action!) with { Unfolded = unfolded };

    private static TaskReader Left(TaskReader reader) => reader with
    {
        Typed = reader.Typed.Without(TaskFields.LaterUntil, TaskFields.LaterReason, TaskFields.HandTo, TaskFields.HandReason),
    };
}
