using System.Globalization;
using AdaptiveCards;
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
/// concerned hears of it once. Its head lifts it, with a reason.
/// </summary>
internal sealed class StopAccount(
    AccountRegister accounts,
    EndingRegister endings,
    AccountAccess access,
    UpkeepTurns turns,
    ClauseNames clauses,
    AuditTrail audit,
    TimeProvider time
)
{
    private static readonly string[] Cites = ["yamaguchi-4-2-3a"];

    /// <param name="argument">An account and what happened; with both it is stopped at once.</param>
    public async Task<Reply> HandleStopCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        var (name, reason) = Parts(argument);
        var (account, ask) = turns.Named(
            name, UpkeepVerbs.StopForm, reader, reader.Language.Say("どのアカウントを停止しますか", "Which account is to be stopped?"));
        if (account is null) return ask;
        if (reason.Length == 0) return Reply.Show(Card(account, reader));
        var read = SecretGuard.Read(reason, AccountStop.MaxReason);
        return Stop(turn, account, reader with { Typed = Typed(read.Text, read.Seen) });
    }

    /// <summary>From a card that names the account, or from the help, which names none.</summary>
    public Task<Reply> HandleStopForm(ParsedTurn turn, CancellationToken cancellationToken) =>
        turn.Action![UpkeepFields.Account].Length == 0
            ? HandleStopCommand(turn, "", cancellationToken)
            : ShowAsync(turn, cancellationToken);

    public async Task<Reply> HandleLiftCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        var (account, ask) = turns.Named(
            argument, UpkeepVerbs.LiftForm, reader, reader.Language.Say("どのアカウントの停止を解除しますか", "Whose stop is to be lifted?"));
        return account is null ? ask : Reply.Show(Card(account, reader));
    }

    public async Task<Reply> HandleStop(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with { Typed = Read(turn) };
        return accounts.Find(turn.Action![UpkeepFields.Account]) is { } account
            ? Stop(turn, account, reader)
            : UpkeepTurns.NotFound(reader);
    }

    public async Task<Reply> HandleLift(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with { Typed = Read(turn) };
        if (accounts.Find(turn.Action![UpkeepFields.Account]) is not { } account) return UpkeepTurns.NotFound(reader);
        if (!access.IsHeadOf(reader.Person, account)) return turns.Refused(turn, account, reader, access.HeadsOf(account));
        var (say, reason) = (reader.Language, reader.Typed[UpkeepFields.Reason]);
        if (endings.StopOf(account.Id) is not { IsOpen: true } stop
            || turn.Action[UpkeepFields.Stamp] != stop.Stamp.ToString(CultureInfo.InvariantCulture))
            return Said(turn, account, reader, NoticeKind.Info, say.Say(
                "状態が変わっています。いまの内容を確かめてください。", "Things have changed. Please look at the present state."));
        if (reason.Length == 0)
            return Said(turn, account, reader, NoticeKind.Attention, say.Say(
                "停止を解除する理由を入力してください。", "Please enter why it may go on."));
        var now = time.GetUtcNow();
        stop.Lift(reason, reader.Person.Name, now);
        turns.Settle(account, stop.Before, reader.Person, now);
        endings.ActivityFor(account.Id, reader.Today).Resumed(reader.Today);
        audit.Record(turn.Actor, "stop.lift", AccountRegister.Subject(account.Id), new { reason });
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の停止を、{reader.Person.Name}さんが解除しました。理由：{reason}",
            $"{reader.Person.Name} lifted the stop of {AccountRegister.Display(account)}. Reason: {reason}"));
        return Said(turn, accounts.Find(account.Id)!, reader with { Typed = TaskForm.Empty }, NoticeKind.Done, say.Say(
            "停止を解除し、関係する方に知らせました。", "The stop is lifted; everybody concerned was told."));
    }

    /// <summary>Also where a change of terms makes the account unusable; whoever said so is told by the caller.</summary>
    public void StopFor(ParsedTurn turn, OfficialAccount account, StopKind kind, string reason, Person by)
    {
        var now = time.GetUtcNow();
        var before = turns.StandingOf(account);
        endings.StopFor(account.Id).Stop(kind, reason, before, by.Name, now);
        turns.Settle(account, before, by, now);
        audit.Record(turn.Actor, "stop.stop", AccountRegister.Subject(account.Id), new { kind, reason });
    }

    private Reply Stop(ParsedTurn turn, OfficialAccount account, TaskReader reader)
    {
        if (!AccountAccess.MayChange(reader.Person, account) && !access.IsHeadOf(reader.Person, account))
            return turns.Refused(turn, account, reader, turns.Concerned(account));
        var (say, reason) = (reader.Language, reader.Typed[UpkeepFields.Reason]);
        if (account.State is AccountState.Closed or AccountState.Preparing)
            return Reply.Say(say.Say(
                $"{AccountRegister.Display(account)} は、いま「{account.StateInJapanese}」です。投稿はできません。",
                $"Nothing can be posted to {AccountRegister.Display(account)} as it is."));
        if (endings.StopOf(account.Id) is { IsOpen: true } stop)
            return Said(turn, account, reader with { Typed = TaskForm.Empty }, NoticeKind.Info, say.Say(
                $"すでに{stop.StoppedBy}さんが停止しています。", $"{stop.StoppedBy} has stopped it already.")
                + CardInHand.GivenBack(reason == stop.Reason ? "" : reason, say));
        if (reason.Length == 0)
            return Said(turn, account, reader, NoticeKind.Attention, say.Say("何があったかを入力してください。", "Please enter what happened."));
        StopFor(turn, account, StopKind.Emergency, reason, reader.Person);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} を、{reader.Person.Name}さんが緊急停止しました。理由：{reason}。"
                + $"解除できるのは{Heads(account)}です（「停止解除 {account.Id}」）。",
            $"{reader.Person.Name} stopped {AccountRegister.Display(account)}. Reason: {reason}. {Heads(account)} can lift it "
                + $"(\"liftstop {account.Id}\")."));
        return Said(turn, accounts.Find(account.Id)!, reader with { Typed = TaskForm.Empty }, NoticeKind.Done, say.Say(
            "停止し、関係する方に知らせました。", "Stopped; everybody concerned was told.")
            + (reader.Typed.HadSecret ? SecretGuard.Warning(say) : ""));
    }

    private string Heads(OfficialAccount account) =>
        access.HeadsOf(account) is { Count: > 0 } heads ? Person.NamesOf(heads) : $"{account.Section}の所属長";

    private async Task<Reply> ShowAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action![UpkeepFields.Account]) is { } account
            ? Reply.Show(Card(account, reader))
            : UpkeepTurns.NotFound(reader);
    }

    private Reply Said(ParsedTurn turn, OfficialAccount account, TaskReader reader, NoticeKind kind, string words) =>
        UpkeepTurns.Answer(turn, Card(account, reader, CardParts.Notice(kind, words)), words);

    private AdaptiveCard Card(OfficialAccount account, TaskReader reader, AdaptiveContainer? notice = null) => StopCard.For(
        account, endings.StopOf(account.Id), reader, access.IsHeadOf(reader.Person, account), clauses.OwnOf(Cites), notice);

    private static TaskForm Read(ParsedTurn turn) => TaskForm.Read(turn.Action!, [], (UpkeepFields.Reason, AccountStop.MaxReason));

    private static TaskForm Typed(string reason, bool hadSecret) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { [UpkeepFields.Reason] = reason }, hadSecret);

    /// <summary>The account's name is the longest beginning that the register knows.</summary>
    private (string Name, string Reason) Parts(string argument)
    {
        var words = argument.Trim().Split([' ', '\u3000', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length; count > 0; count--)
        {
            var name = string.Join(' ', words[..count]);
            if (accounts.Named(name).Count > 0) return (name, string.Join(' ', words[count..]));
        }

        return (argument.Trim(), "");
    }
}
