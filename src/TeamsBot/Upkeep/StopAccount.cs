using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// 「緊急停止 city-x 乗っ取り」: the account's people stop it at once; no dormancy, so no ban on that refuses it (yamaguchi-4-2-3a). Everybody
/// concerned hears of it once.
/// </summary>
internal sealed class StopAccount(
    AccountRegister accounts,
    EndingRegister endings,
    AccountAccess access,
    AskedAccount asked,
    StopViews views,
    UpkeepTurns turns,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <param name="argument">An account and what happened; with both it is stopped at once.</param>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var (say, (name, rest)) = (found.Language, asked.Split(argument));
        var typed = SecretGuard.Read(rest, AccountStop.MaxReason);
        var reader = found with { Typed = TaskForm.Of((UpkeepFields.Reason, typed.Text)) with { HadSecret = typed.Seen } };
        var question = new AccountQuestion(UpkeepVerbs.StopForm, say.Say("どのアカウントを停止しますか", "Which account is to be stopped?"))
        {
            Said = typed.Text.Length == 0 || name.Length > 0 ? null : NotStoppedYet(reader),
            Along = new Dictionary<string, string>(StringComparer.Ordinal) { [UpkeepFields.Reason] = typed.Text },
        };
        var (account, ask) = asked.Find(name, question, reader);
        if (account is null) return ask;
        return typed.Text.Length == 0 ? views.Opened(account, reader, isToLift: false) : Stop(turn, account, reader);
    }

    /// <summary>From a card that names the account, or from the help, which names none.</summary>
    public async Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Action![UpkeepFields.Account].Length == 0) return await HandleCommand(turn, "", cancellationToken);
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action[UpkeepFields.Account]) is { } account
            ? views.Opened(account, reader with { Typed = Read(turn) }, isToLift: false)
            : UpkeepTurns.NotFound(reader);
    }

    public async Task<Reply> HandleStop(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with { Typed = Read(turn) };
        return accounts.Find(turn.Action![UpkeepFields.Account]) is { } account
            ? Stop(turn, account, reader)
            : UpkeepTurns.NotFound(reader);
    }

    /// <summary>
    /// Also where a change of terms makes the account unusable; whoever said so is told by the caller. What it is stopped for already
    /// stands beside it, so that nobody lifts the one and overlooks the other.
    /// </summary>
    public void StopFor(ParsedTurn turn, OfficialAccount account, StopKind kind, string reason, Person by)
    {
        var now = time.GetUtcNow();
        var before = turns.StandingOf(account);
        if (endings.OpenStopOf(account) is { } open) open.StopAlso(kind, reason, by.Name);
        else endings.StopFor(account.Id).Stop(kind, reason, before, by.Name, now);
        turns.Settle(account, before, by, now);
        audit.Record(turn.Actor, "stop.stop", AccountRegister.Subject(account.Id), new { kind, reason });
    }

    internal static TaskForm Read(ParsedTurn turn) => TaskForm.Read(turn.Action!, [], (UpkeepFields.Reason, AccountStop.MaxReason));

    private Reply Stop(ParsedTurn turn, OfficialAccount account, TaskReader reader)
    {
        if (!views.MayStop(reader.Person, account)) return Asked(turn, account, reader);
        var (say, reason, none) = (reader.Language, reader.Typed[UpkeepFields.Reason], reader.Cleared);
        if (account.State is AccountState.Closed or AccountState.Preparing)
            return views.Said(turn, account, none, NoticeKind.Info, say.Say(
                $"いま「{account.StateInJapanese}」のため、投稿はできません。停止の必要はありません。", "Nothing can be posted to it as it is.")
                + CardInHand.GivenBack(reason, say));
        if (endings.OpenStopOf(account) is { } stop)
            return views.Said(turn, account, none, NoticeKind.Info, say.Say(
                $"すでに{stop.StoppedBy}さんが停止しています。", $"{stop.StoppedBy} has stopped it already.")
                + CardInHand.GivenBack(reason == stop.Reason ? "" : reason, say));
        if (reason.Length == 0)
            return views.Said(
                turn, account, reader.Lacking(UpkeepFields.Reason), NoticeKind.Attention,
                say.Say("何があったかを入力してください。", "Please enter what happened."));
        StopFor(turn, account, StopKind.Emergency, reason, reader.Person);
        var concerned = turns.Concerned(account).Concat(access.DecidersOf(account, reader.Today));
        turns.Tell(turn, account, concerned, language => language.Say(
            $"{AccountRegister.Display(account)} を、{reader.Person.Name}さんが緊急停止しました。理由：{reason}。"
                + $"解除できるのは、{views.Lifters(account, reader.Today, language)}です（「停止解除 {account.Id}」）。",
            $"{reader.Person.Name} stopped {AccountRegister.Display(account)}. Reason: {reason}. "
                + $"It can be lifted by {views.Lifters(account, reader.Today, language)} (\"liftstop {account.Id}\")."));
        return views.Said(turn, accounts.Find(account.Id)!, none, NoticeKind.Done, say.Say(
            "停止し、関係する方に知らせました。最初に行うことは、起きたことをそのまま送ると表示します（例：「公式アカウントが乗っ取られた」）。",
            "Stopped; everybody concerned was told. For the first steps just say what happened (\"our account was hijacked\")."));
    }

    /// <summary>Who may not stop it has seen something all the same: those who may hear it at once.</summary>
    private Reply Asked(ParsedTurn turn, OfficialAccount account, TaskReader reader)
    {
        var (say, reason, who) = (reader.Language, reader.Typed[UpkeepFields.Reason], views.StoppersOf(account));
        if (reason.Length == 0 || who.Count == 0) return turns.Refused(turn, account, reader, who);
        var (by, display) = (reader.Person, AccountRegister.Display(account));
        // One that cannot be posted to needs no stop, but what was seen may be news; a dormant one may have been taken over.
        var isOver = account.StoppedFor is not null
            || account.State is AccountState.Closed or AccountState.Preparing or AccountState.Stopped;
        turns.Tell(turn, account, who, language => isOver
            ? language.Say(
                $"{display} について、{by.Name}さん（{by.Section}）から連絡がありました（いまは投稿できない状態です）。内容：{reason}",
                $"{by.Name} ({by.Section}) says of {display}, to which nothing can be posted now: {reason}")
            : language.Say(
                $"{by.Name}さん（{by.Section}）から、{display} を緊急停止してほしいと連絡がありました。理由：{reason}。まだ停止していません。"
                    + $"確かめて、必要なら「緊急停止 {account.Id}」と理由を送ってください。",
                $"{by.Name} ({by.Section}) asks for {display} to be stopped. Reason: {reason}. It is not stopped yet. "
                    + $"If it is needed, send \"emergencystop {account.Id}\" and the reason."));
        audit.Record(turn.Actor, "stop.asked", AccountRegister.Subject(account.Id), new { reason });
        return Reply.Say((isOver
            ? say.Say($"すでに「{account.StateInJapanese}」で、投稿できない状態です。", "Nothing can be posted to it already. ")
            : say.Say("まだ停止していません。", "Not stopped yet. "))
            + say.Say(
                $"停止できる方（{Person.NamesOf(who)}）に、いまの内容を知らせました。急ぐときは電話でも知らせてください。"
                    + "手順を見るときは、起きたことをそのまま送ってください（例：「公式Xが乗っ取られた」）。",
                $"Those who can stop it ({Person.NamesOf(who)}) were told what you wrote. If it is urgent, phone them too. "
                    + "For the first steps just say what happened (\"our X account was hijacked\").")
            + (reader.Typed.HadSecret ? SecretGuard.Warning(say) : ""));
    }

    private static string NotStoppedYet(TaskReader reader)
    {
        var typed = TypedText.Quote(reader.Typed[UpkeepFields.Reason]);
        return reader.Language.Say(
            $"台帳にあるアカウントの名前が見つからないため、まだ停止していません。次から選ぶと、「{typed}」を理由にして進めます。",
            $"No account of the register is named: nothing is stopped yet. Choose one to go on with \"{typed}\".");
    }
}
