using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// 「廃止 city-x 2026-12-28」: the account's people plan its end. The notices are drafted, their repeats and the last day become dated tasks,
/// and everybody concerned hears of it (tochigi-8-1).
/// </summary>
internal sealed class PlanClosing(
    AccountRegister accounts,
    EndingRegister endings,
    AccountAccess access,
    AskedAccount asked,
    ClosingViews views,
    UpkeepTurns turns,
    TaskBook book,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <param name="argument">An account, a day and a reason; each may be missing.</param>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var (say, (name, rest)) = (found.Language, asked.Split(argument));
        var typed = ClosingCommand.Of(rest, isNamed: name.Length > 0, found.Today);
        var reader = found with { Typed = typed.Form };
        var question = new AccountQuestion(UpkeepVerbs.Closing, say.Say("どのアカウントを廃止しますか", "Which account is to be closed?"))
        {
            Said = typed.Name.Length > 0 ? AskedAccount.NotInRegister(typed.Name, say) : null,
            Along = typed.Form.Values,
        };
        var (account, ask) = asked.Find(name, question, reader);
        return account is null ? ask : Form(account, reader, typed.NoDay);
    }

    /// <summary>From a card that names the account, or from the help, which names none.</summary>
    public async Task<Reply> HandleOpen(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Action![UpkeepFields.Account].Length == 0) return await HandleCommand(turn, "", cancellationToken);
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action[UpkeepFields.Account]) is { } account
            ? Form(account, reader with { Typed = Read(turn) }, noDay: "")
            : UpkeepTurns.NotFound(reader);
    }

    public async Task<Reply> HandlePlan(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with { Typed = Read(turn) };
        if (accounts.Find(turn.Action![UpkeepFields.Account]) is not { } account) return UpkeepTurns.NotFound(reader);
        if (!AccountAccess.MayChange(reader.Person, account)) return turns.Refused(turn, account, reader, access.ChangersOf(account));
        var (say, view) = (reader.Language, views.Of(account, reader));
        if (account.State is AccountState.Closed or AccountState.Preparing)
            return Late(turn, view, say.Say(
                $"このアカウントは、いま「{account.StateInJapanese}」です。", "This account cannot be closed in its present state."));
        if (view.IsRunning)
            return Late(turn, view, say.Say(
                $"すでに{view.Closing!.PlannedBy}さんが廃止の手続きを始めています。", $"{view.Closing!.PlannedBy} has begun the closing already."));
        var day = TypedDay.Read(reader.Typed[UpkeepFields.Day], reader.Today);
        if (Problem(view, day) is var (problem, field))
            return ClosingTurns.Said(turn, view with { Reader = reader.Lacking(field) }, NoticeKind.Attention, problem);

        await PlanAsync(turn, view, day!.Value, cancellationToken);
        return ClosingTurns.Said(turn, views.Of(accounts.Find(account.Id)!, reader.Cleared), NoticeKind.Done, say.Say(
            "廃止の手続きを始め、関係する方に知らせました。", "The closing has begun; everybody concerned was told."));
    }

    /// <summary>What stands against a day that was typed is said at once, not only once everything else is filled in.</summary>
    /// <param name="noDay">What was typed where a day belongs and is none.</param>
    private Reply Form(OfficialAccount account, TaskReader reader, string noDay)
    {
        var view = views.Of(account, reader);
        if (view.IsRunning || !view.MayChange || account.State == AccountState.Closed)
        {
            var left = AskedAccount.Left(reader).Trim();
            var bare = view with { Reader = reader.Cleared };
            return Reply.Show(ClosingCard.For(
                left.Length == 0 ? bare : bare with { Notice = CardParts.Notice(NoticeKind.Info, left) }));
        }

        var day = TypedDay.Read(reader.Typed[UpkeepFields.Day], reader.Today);
        var problem = noDay.Length > 0
            ? reader.Language.Say(
                $"「{TypedText.Quote(noDay)}」は、日付として読めません。廃止する日を選んでください。",
                $"\"{TypedText.Quote(noDay)}\" is no day. Choose the day of the end.")
            : day is { } on ? ClosingObjection.ToEnd(on, view) : null;
        var said = SecretGuard.Said(problem ?? "", reader.Typed, reader.Language);
        return Reply.Show(ClosingCard.For(
            said.Length == 0 ? view : view with { Notice = CardParts.Notice(NoticeKind.Attention, said) }));
    }

    private async Task PlanAsync(ParsedTurn turn, ClosingView view, DateOnly day, CancellationToken cancellationToken)
    {
        var (account, reader, now) = (view.Account, view.Reader, time.GetUtcNow());
        var (person, reason) = (reader.Person, reader.Typed[UpkeepFields.Reason]);
        var before = turns.StandingOf(account);
        endings.ClosingFor(account.Id).Plan(new(day, reason, view.NoticeOn, view.NoticeDays, before), person.Name, person.ObjectId, now);
        turns.Settle(account, before, person, now);
        audit.Record(turn.Actor, "closing.plan", AccountRegister.Subject(account.Id), new { day, reason, view.NoticeDays });
        var tenant = turn.Actor!.TenantId;
        if (view.NoticeOn.Count > 0)
            foreach (var notice in ClosingNotices.Days(reader.Today, day))
                await book.RaiseAsync(
                    Cause(UpkeepTasks.ClosingNotice, $"{TypedDay.Write(day)} {TypedDay.Write(notice)}"), notice, turn.Actor,
                    cancellationToken);
        await book.RaiseAsync(Cause(UpkeepTasks.ClosingEnd, TypedDay.Write(day)), day, turn.Actor, cancellationToken);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の廃止の手続きを、{person.Name}さんが始めました（{JapaneseTime.Format(day, reader.Today.Year)}に廃止）。"
                + $"理由：{reason}。「廃止 {account.Id}」で、すすみ具合を確かめられます。",
            $"{person.Name} has begun to close {AccountRegister.Display(account)}, as of "
                + $"{JapaneseTime.Format(day, reader.Today.Year, CardLanguage.En)}. Reason: {reason}. "
                + $"Type \"closeaccount {account.Id}\" to see it."));

        TaskCause Cause(string key, string cause) => new(tenant, key, account.Id, account.Section, $"{now.ToUnixTimeSeconds()} {cause}");
    }

    /// <summary>The card has no place left for what was typed: it is given back.</summary>
    private static Reply Late(ParsedTurn turn, ClosingView view, string said) => ClosingTurns.Said(
        turn, view with { Reader = view.Reader.Cleared }, NoticeKind.Info,
        said + CardInHand.GivenBack(AskedAccount.Typed(view.Reader), view.Reader.Language));

    private static (string Said, string Field)? Problem(ClosingView view, DateOnly? day)
    {
        var say = view.Reader.Language;
        if (day is not { } on) return (say.Say("廃止する日を選んでください。", "Choose the day of the end."), UpkeepFields.Day);
        if (ClosingObjection.ToEnd(on, view) is { } objection) return (objection, "");
        return view.Typed[UpkeepFields.Reason].Length > 0
            ? null
            : (say.Say("廃止する理由を入力してください。", "Please enter the reason."), UpkeepFields.Reason);
    }

    private static TaskForm Read(ParsedTurn turn) =>
        TaskForm.Read(turn.Action!, [], (UpkeepFields.Day, 40), (UpkeepFields.Reason, AccountClosing.MaxReason));
}
