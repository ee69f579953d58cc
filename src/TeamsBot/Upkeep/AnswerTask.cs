using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// The presses by which the smaller tasks are answered: what is planned for a silent account, whether it resumes, a login check, a repeated
/// notice. Only by those whose it is.
/// </summary>
internal sealed class AnswerTask(
    TaskTurns tasks,
    UpkeepTasks kind,
    UpkeepTurns turns,
    AccountRegister accounts,
    EndingRegister endings,
    AccountAccess access,
    PeopleDirectory people,
    TaskBook book,
    AuditTrail audit
)
{
    /// <summary>Further ahead nothing is planned for a silent account; our own figures.</summary>
    private const int MostDaysToPost = 30;
    private const int MostDaysToResume = 60;

    public Task<Reply> HandlePlan(ParsedTurn turn, CancellationToken cancellationToken) =>
        PromiseAsync(turn, UpkeepTasks.Cadence, MostDaysToPost, cancellationToken);

    public Task<Reply> HandleResume(ParsedTurn turn, CancellationToken cancellationToken) =>
        PromiseAsync(turn, UpkeepTasks.Inactive, MostDaysToResume, cancellationToken);

    /// <summary>It was posted without the bot.</summary>
    public async Task<Reply> HandlePosted(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (press, refusal) = await FindAsync(turn, [UpkeepTasks.Cadence, UpkeepTasks.Inactive], cancellationToken);
        if (press is not var (task, found)) return refusal;
        var reader = found with { Typed = found.Typed with { Unfolded = UpkeepFields.Posted } };
        var say = reader.Language;
        var activity = endings.ActivityFor(task.AccountId, reader.Today);
        if (TypedDay.Read(reader.Typed[UpkeepFields.PostedDay], reader.Today) is not { } day || day > reader.Today
            || day <= activity.QuietSince)
            return tasks.Answer(turn, task, reader.LackingAny(UpkeepFields.PostedDay), NoticeKind.Attention, say.Say(
                $"投稿した日は、{TaskWords.Day(activity.QuietSince, reader)}より後、今日までの日を選んでください。",
                $"Choose a day after {TaskWords.Day(activity.QuietSince, reader)}, until today."));
        activity.Posted(day);
        audit.Record(turn.Actor, "account.posted", AccountRegister.Subject(task.AccountId), new { day });
        book.Finish(task, turn.Actor!, reader.Person.Name, new { posted = day });
        return Done(turn, task, reader, say.Say("投稿した日を記録しました。", "The day of the post was recorded."));
    }

    public async Task<Reply> HandleNormal(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (press, refusal) = await FindAsync(turn, [UpkeepTasks.DormantLogin], cancellationToken);
        if (press is not var (task, reader)) return refusal;
        book.Finish(task, turn.Actor!, reader.Person.Name, new { outcome = "normal", note = reader.Typed[UpkeepFields.Note] });
        return Done(turn, task, reader, reader.Language.Say("異常なしと記録しました。", "Recorded: nothing is wrong."));
    }

    /// <summary>Something is wrong: head and desk hear at once, and the presser has the first steps before the eyes.</summary>
    public async Task<Reply> HandleTrouble(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (press, refusal) = await FindAsync(turn, [UpkeepTasks.DormantLogin], cancellationToken);
        if (press is not var (task, reader)) return refusal;
        if (accounts.Find(task.AccountId) is not { } account) return UpkeepTurns.NotFound(reader);
        var (say, note) = (reader.Language, reader.Typed[UpkeepFields.Note]);
        if (note.Length == 0)
            return tasks.Answer(
                turn, task, reader.Lacking(UpkeepFields.Note), NoticeKind.Attention,
                say.Say("気付いたことを入力してください。", "Please enter what was noticed."));
        book.Finish(task, turn.Actor!, reader.Person.Name, new { outcome = "trouble", note });
        turns.Tell(turn, account, access.HeadsOf(account).Concat(people.Holding(Role.Desk)), language => language.Say(
            $"休止中の {AccountRegister.Display(account)} に異常がありました（{reader.Person.Name}さん）：{note}。乗っ取りが疑われるときは「乗っ取られた」と送ると、最初にすることが出ます。",
            $"Something is wrong with the dormant {AccountRegister.Display(account)} ({reader.Person.Name}): {note}. "
                + "Type \"hijacked\" for the first steps."));
        return Done(
            turn, task, reader, say.Say("異常ありと記録し、所属長と広報担当に知らせました。", "Recorded; the head and the PR desk were told."),
            UpkeepVerbs.LoginTrouble);
    }

    /// <summary>A repeat of the notice was put out.</summary>
    public async Task<Reply> HandleRepeat(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (press, refusal) = await FindAsync(turn, [UpkeepTasks.ClosingNotice], cancellationToken);
        if (press is not var (task, reader)) return refusal;
        var (say, proof) = (reader.Language, reader.Typed[UpkeepFields.Proof]);
        if (UpkeepTasks.IsFirstNotice(task, endings.ClosingOf(task.AccountId)))
            return tasks.Answer(turn, task, reader, NoticeKind.Attention, say.Say(
                "はじめのお知らせは、廃止の手続きで記録してください。", "Please record the first notices in the closing.")
                + CardInHand.GivenBack(proof, say));
        if (proof.Length == 0)
            return tasks.Answer(
                turn, task, reader.Lacking(UpkeepFields.Proof), NoticeKind.Attention,
                say.Say("お知らせのURLを入力してください。", "Please enter the address."));
        book.Finish(task, turn.Actor!, reader.Person.Name, new { proof });
        return Done(turn, task, reader, say.Say("お知らせを記録しました。", "The notice was recorded."));
    }

    /// <summary>By a day that somebody named it will have been posted; on that day it is asked for again.</summary>
    private async Task<Reply> PromiseAsync(ParsedTurn turn, string key, int mostDays, CancellationToken cancellationToken)
    {
        var (press, refusal) = await FindAsync(turn, [key], cancellationToken);
        if (press is not var (task, reader)) return refusal;
        var (say, last) = (reader.Language, reader.Today.AddDays(mostDays));
        if (TypedDay.Read(reader.Typed[UpkeepFields.PlanDay], reader.Today) is not { } day || day < reader.Today || day > last)
            return tasks.Answer(turn, task, reader.LackingAny(UpkeepFields.PlanDay), NoticeKind.Attention, say.Say(
                $"今日から{TaskWords.Day(last, reader)}までの日を選んでください。", $"Choose a day from today until {TaskWords.Day(last, reader)}."));
        book.Finish(task, turn.Actor!, reader.Person.Name, new { plan = day });
        var since = task.Cause.Split(' ')[0];
        var cause = new TaskCause(task.TenantId, task.Key, task.AccountId, task.Section, $"{since} {TypedDay.Write(day)} {task.Stamp}");
        await book.RaiseAsync(cause, day.AddDays(1), turn.Actor, cancellationToken);
        return Done(turn, task, reader, say.Say(
            $"{TaskWords.Day(day, reader)}までに投稿すると記録しました。投稿の報告がないときは、次の開庁日にもう一度お知らせします。",
            $"Recorded: a post by {TaskWords.Day(day, reader)}. Without a report of one you are asked again on the next working day."));
    }

    /// <param name="keys">The kinds of tasks whose cards have the verb.</param>
    private async Task<((DatedTask Task, TaskReader Reader)? Press, Reply Refusal)> FindAsync(
        ParsedTurn turn, string[] keys, CancellationToken cancellationToken)
    {
        if (await tasks.FindAsync(turn, cancellationToken) is not var (task, found)) return (null, tasks.NotFound(turn));
        if (!keys.Contains(task.Key)) return (null, NotThisKind(turn, task));
        var reader = found with { Typed = kind.Read(task, turn.Action!) };
        if (tasks.Overtaken(turn, task, reader) is { } overtaken) return (null, overtaken);
        if (kind.MayAct(task, reader.Person)) return ((task, reader), Reply.None);
        book.Record(turn.Actor, "task.refused", task, new { verb = turn.Action!.Verb });
        return (null, kind.NotYours(task, reader));
    }

    /// <summary>No card has this verb on a task of that kind: it was sent by hand.</summary>
    private Reply NotThisKind(ParsedTurn turn, DatedTask task)
    {
        book.Record(turn.Actor, "task.refused", task, new { verb = turn.Action!.Verb });
        return tasks.NotFound(turn);
    }

    /// <param name="next">What the presser has to do next, as the card knows it.</param>
    private Reply Done(ParsedTurn turn, DatedTask task, TaskReader reader, string said, string next = "") => tasks.Done(
        turn, task, reader with { Typed = TaskForm.Empty with { Unfolded = next } },
        SecretGuard.Said(said, reader.Typed, reader.Language));
}
