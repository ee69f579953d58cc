using System.Globalization;
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
    ClosingViews views,
    UpkeepTurns turns,
    TaskBook book,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>An end further ahead is no plan yet.</summary>
    private const int MostDaysAhead = 370;

    /// <param name="argument">An account and a day; either may be missing.</param>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        var (name, day) = UpkeepTurns.Split(argument, reader.Today);
        var (account, ask) = turns.Named(
            name, UpkeepVerbs.Closing, reader, reader.Language.Say("どのアカウントを廃止しますか", "Which account is to be closed?"));
        if (account is null) return ask;
        var on = TypedDay.Read(day, reader.Today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return Reply.Show(ClosingCard.For(views.Of(account, reader with { Typed = Form((UpkeepFields.Day, on)) })));
    }

    /// <summary>From a card that names the account, or from the help, which names none.</summary>
    public async Task<Reply> HandleOpen(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Action![UpkeepFields.Account].Length == 0) return await HandleCommand(turn, "", cancellationToken);
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action![UpkeepFields.Account]) is { } account
            ? Reply.Show(ClosingCard.For(views.Of(account, reader)))
            : UpkeepTurns.NotFound(reader);
    }

    public async Task<Reply> HandlePlan(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with
        {
            Typed = TaskForm.Read(turn.Action!, [], (UpkeepFields.Day, 40), (UpkeepFields.Reason, AccountClosing.MaxReason)),
        };
        if (accounts.Find(turn.Action![UpkeepFields.Account]) is not { } account) return UpkeepTurns.NotFound(reader);
        if (!AccountAccess.MayChange(reader.Person, account)) return turns.Refused(turn, account, reader, turns.Concerned(account));
        var (say, view) = (reader.Language, views.Of(account, reader));
        if (account.State is AccountState.Closed or AccountState.Preparing)
            return Said(view, NoticeKind.Info, say.Say(
                $"このアカウントは、いま「{account.StateInJapanese}」です。", "This account cannot be closed in its present state."));
        if (view.Closing is { IsPlanned: true } running)
            return Said(view, NoticeKind.Info, say.Say(
                $"すでに{running.PlannedBy}さんが廃止の手続きを始めています。", $"{running.PlannedBy} has begun the closing already."));
        var day = TypedDay.Read(reader.Typed[UpkeepFields.Day], reader.Today);
        if (Problem(view, day) is { } problem) return Said(view, NoticeKind.Attention, problem);

        await PlanAsync(turn, view, day!.Value, cancellationToken);
        var said = say.Say("廃止の手続きを始め、関係する方に知らせました。", "The closing has begun; everybody concerned was told.")
            + (reader.Typed.HadSecret ? SecretGuard.Warning(say) : "");
        return Said(views.Of(accounts.Find(account.Id)!, reader with { Typed = TaskForm.Empty }), NoticeKind.Done, said);

        Reply Said(ClosingView shown, NoticeKind kind, string words) =>
            UpkeepTurns.Answer(turn, ClosingCard.For(shown with { Notice = CardParts.Notice(kind, words) }), words);
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
                    Cause(UpkeepTasks.ClosingNotice, $"{UpkeepTasks.Text(day)} {UpkeepTasks.Text(notice)}"), notice, turn.Actor,
                    cancellationToken);
        await book.RaiseAsync(Cause(UpkeepTasks.ClosingEnd, UpkeepTasks.Text(day)), day, turn.Actor, cancellationToken);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の廃止の手続きを、{person.Name}さんが始めました（{JapaneseTime.Format(day, reader.Today.Year)}に廃止）。"
                + $"理由：{reason}。「廃止 {account.Id}」で、すすみ具合を確かめられます。",
            $"{person.Name} has begun to close {AccountRegister.Display(account)}, as of "
                + $"{JapaneseTime.Format(day, reader.Today.Year, CardLanguage.En)}. Reason: {reason}. "
                + $"Type \"closeaccount {account.Id}\" to see it."));

        TaskCause Cause(string key, string cause) => new(tenant, key, account.Id, account.Section, $"{now.ToUnixTimeSeconds()} {cause}");
    }

    private static string? Problem(ClosingView view, DateOnly? day)
    {
        var (say, today) = (view.Reader.Language, view.Reader.Today);
        var first = today.AddDays(Math.Max(view.NoticeDays, 1));
        return (day, view.Reader.Typed[UpkeepFields.Reason].Length) switch
        {
            (null, _) => say.Say("廃止する日を選んでください。", "Choose the day of the end."),
            ({ } on, _) when on <= today => say.Say("廃止する日が過ぎています。これからの日を選んでください。", "That day has passed. Choose a day to come."),
            ({ } on, _) when on < first => say.Say(
                $"お知らせの期間（{view.NoticeDays}日）が必要です。{TaskWords.Day(first, view.Reader)}以降の日を選んでください。",
                $"The notices have to stand for {view.NoticeDays} days. Choose {TaskWords.Day(first, view.Reader)} or later."),
            ({ } on, _) when on > today.AddDays(MostDaysAhead) => say.Say(
                "廃止する日は、1年以内の日を選んでください。", "Choose a day within a year."),
            (_, 0) => say.Say("廃止する理由を入力してください。", "Please enter the reason."),
            _ => null,
        };
    }

    private static TaskForm Form(params (string Field, string Value)[] values) =>
        new(values.ToDictionary(one => one.Field, one => one.Value, StringComparer.Ordinal), HadSecret: false);
}
