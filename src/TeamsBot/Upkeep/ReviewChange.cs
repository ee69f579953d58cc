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
    EndingRegister endings,
    AccountRegister accounts,
    AccountAccess access,
    PeopleDirectory people,
    PersonLanguage languages,
    OutboxWriter outbox,
    TaskBook book,
    ClauseNames clauses,
    Pack pack,
    AuditTrail audit,
    TimeProvider time
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await tasks.FindAsync(turn, cancellationToken) is not var (task, found)) return tasks.NotFound(turn);
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
            return tasks.Answer(turn, task, reader, NoticeKind.Attention, say.Say("確かめた結果を選んでください。", "Choose the result."));
        if (note.Length == 0)
            return tasks.Answer(turn, task, reader, NoticeKind.Attention, say.Say(
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
            reader.Typed.HadSecret ? said + SecretGuard.Warning(say) : said);
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
        if (endings.StopOf(account.Id) is not { IsOpen: true }) stops.StopFor(turn, account, StopKind.Adverse, note, reader.Person);
        var (stop, by) = (endings.StopOf(account.Id)!, turn.Actor!);
        foreach (var person in Deciders(account).Where(person => !person.Is(by.ObjectId)))
        {
            var own = reader with
            {
                Person = person, Language = languages.LanguageOf(by.TenantId, person.ObjectId), Typed = TaskForm.Empty,
            };
            var summary = own.Language.Say(
                $"使用停止：{AccountRegister.Display(account)}（{reader.Person.Name}さん）",
                $"Stopped: {AccountRegister.Display(account)} ({reader.Person.Name})");
            outbox.Ring(
                Address.Person(by.TenantId, person.ObjectId),
                FormattableString.Invariant($"{AccountRegister.Subject(account.Id)}:stop:{stop.Stamp}"),
                stop.Stamp,
                StopCard.For(
                    accounts.Find(account.Id)!, stop, own, access.IsHeadOf(person, account),
                    clauses.OwnOf(pack.AccountDuties?.TermsReview?.Basis.Cite ?? []), CardParts.Notice(NoticeKind.Attention, summary)),
                summary,
                new Outbox.Opening(
                    own.Language.Say("停止を開く", "Open it"), UpkeepVerbs.LiftForm, UpkeepTurns.Data(account), own.Language.Code()),
                AccountRegister.Subject(account.Id));
        }

        return reader.Language.Say(
            "使用できないと記録し、このアカウントの投稿を止めました。所属長と広報担当に知らせました。続けて、廃止の手続きを開けます。",
            "Recorded; posts of this account are stopped, the head and the PR desk were told. The closing can be opened below.");
    }

    private IEnumerable<Person> Deciders(OfficialAccount account) =>
        access.HeadsOf(account).Concat(people.Holding(Role.Head, account.Section)).Concat(people.Holding(Role.Desk)).Distinct();
}
