using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// A custodian judges what changed. What cannot be used any more is stopped at once, and head and desk get the way to its end
/// (tochigi-2-4b, tochigi-2-4c).
/// </summary>
internal sealed class ReviewChange(
    BotDbContext db,
    TaskTurns tasks,
    UpkeepTasks kind,
    UpkeepTurns turns,
    StopAccount stops,
    StopViews views,
    AccountRegister accounts,
    AccountAccess access,
    PeopleDirectory people,
    PersonLanguage languages,
    OutboxWriter outbox,
    TaskBook book,
    AuditTrail audit,
    TimeProvider time
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await tasks.FindAsync(turn, cancellationToken) is not var (task, found)) return tasks.NotFound(turn);
        // A task of another kind has no change to judge; its card has not this button.
        if (task.Key is not (UpkeepTasks.Terms or UpkeepTasks.Feature))
        {
            book.Record(turn.Actor, "task.refused", task, new { verb = turn.Action!.Verb });
            return tasks.NotFound(turn);
        }

        var reader = found with { Typed = kind.Read(task, turn.Action!) };
        if (tasks.Overtaken(turn, task, reader) is { } overtaken) return overtaken;
        if (!kind.MayAct(task, reader.Person))
        {
            book.Record(turn.Actor, "task.refused", task, new { verb = turn.Action!.Verb });
            return kind.NotYours(task, reader);
        }

        var (say, note) = (reader.Language, reader.Typed[UpkeepFields.Note]);
        if (accounts.Find(task.AccountId) is not { } account || !Guid.TryParseExact(task.Cause, "N", out var id))
            return UpkeepTurns.NotFound(reader);
        if (Chosen.Of<ReviewVerdict>(reader.Typed[UpkeepFields.Verdict]) is not { } verdict)
            return tasks.Answer(
                turn, task, reader.Lacking(UpkeepFields.Verdict), NoticeKind.Attention, say.Say("確かめた結果を選んでください。", "Choose the result."));
        if (note.Length == 0)
            return tasks.Answer(turn, task, reader.Lacking(UpkeepFields.Note), NoticeKind.Attention, say.Say(
                "変わった内容と、確かめたことを入力してください。", "Please enter what changed and what was looked at."));
        db.MediumReviews.Add(MediumReview.Of(id, account.Id, verdict, note, reader.Person.Name, time.GetUtcNow()));
        book.Finish(task, turn.Actor!, reader.Person.Name, new { verdict, note });
        audit.Record(turn.Actor, "medium.review", AccountRegister.Subject(account.Id), new { change = task.Cause, verdict, note });
        var said = verdict switch
        {
            ReviewVerdict.Fine => say.Say("支障なしと記録しました。", "Recorded: no problem."),
            ReviewVerdict.Unclear => Ask(turn, account, reader, note),
            _ => Stop(turn, account, reader, note),
        };
        return tasks.Done(
            turn, task,
            reader with { Typed = TaskForm.Empty with { Unfolded = verdict == ReviewVerdict.Adverse ? UpkeepVerbs.Review : "" } },
            SecretGuard.Said(said, reader.Typed, say));
    }

    private string Ask(ParsedTurn turn, OfficialAccount account, TaskReader reader, string note)
    {
        turns.Tell(turn, account, Deciders(account), language => language.Say(
            $"{AccountRegister.Display(account)} の媒体の変更について、{reader.Person.Name}さんが「要確認」と記録しました：{note}。{reader.Person.Name}さんに確かめてください。",
            $"{reader.Person.Name} is not sure about a change of the medium of {AccountRegister.Display(account)}: {note}. "
                + "Please talk to them."));
        return reader.Language.Say("要確認と記録し、所属長と広報担当に知らせました。", "Recorded; the head and the PR desk were told.");
    }

    private string Stop(ParsedTurn turn, OfficialAccount account, TaskReader reader, string note)
    {
        stops.StopFor(turn, account, StopKind.Adverse, note, reader.Person);
        var (by, stopped) = (turn.Actor!, accounts.Find(account.Id)!);
        var deciders = Deciders(account).Concat(access.DecidersOf(account, reader.Today)).Distinct().ToList();
        foreach (var person in deciders.Where(person => !person.Is(by.ObjectId))) Ring(by, stopped, reader, person);
        turns.Tell(turn, account, turns.Concerned(account).Except(deciders), language => language.Say(
            $"{AccountRegister.Display(account)} を、{reader.Person.Name}さんが使用停止にしました。理由：{note}。"
                + $"解除できるのは、{views.Lifters(account, reader.Today, language)}です。",
            $"{reader.Person.Name} stopped {AccountRegister.Display(account)}: it cannot be used any more. Reason: {note}. "
                + $"It can be lifted by {views.Lifters(account, reader.Today, language)}."));
        return reader.Language.Say(
            "使用できないと記録し、このアカウントの投稿を止めました。関係する方に知らせました。続けて、廃止の手続きを開けます。",
            "Recorded; posts of this account are stopped and everybody concerned was told. The closing can be opened below.");
    }

    /// <summary>Whoever decides gets the card with the way to lift it and the way to the account's end.</summary>
    private void Ring(Actor by, OfficialAccount account, TaskReader reader, Person person)
    {
        var own = reader with { Person = person, Language = languages.LanguageOf(by.TenantId, person.ObjectId), Typed = TaskForm.Empty };
        var (view, name) = (views.Of(account, own), AccountRegister.Display(account));
        var summary = own.Language.Say($"使用停止：{name}（{reader.Person.Name}さん）", $"Stopped: {name} ({reader.Person.Name})");
        outbox.Ring(
            Address.Person(by.TenantId, person.ObjectId),
            FormattableString.Invariant($"{AccountRegister.Subject(account.Id)}:stop:{view.Stamp}"),
            view.Stamp,
            StopCard.For(view with { Notice = CardParts.Notice(NoticeKind.Attention, summary) }),
            summary,
            new Outbox.Opening(
                own.Language.Say("停止を開く", "Open it"), UpkeepVerbs.LiftForm, UpkeepParts.Data(account), own.Language.Code()),
            AccountRegister.Subject(account.Id));
    }

    private IEnumerable<Person> Deciders(OfficialAccount account) =>
        access.HeadsOf(account).Concat(people.Holding(Role.Head, account.Section)).Concat(people.Holding(Role.Desk)).Distinct();
}
