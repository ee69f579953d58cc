using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// A gate is settled by who may, in its order, with its proof; the first press counts. When all are, the account's people start it.
/// </summary>
internal sealed class SettleGate(
    Pack pack,
    AccountRegister accounts,
    AccountLife life,
    LifeTurns turns,
    PeopleDirectory people,
    PolicyBook policies,
    ReplyGate replies,
    AuditTrail audit,
    TimeProvider time
)
{
    public Task<Reply> HandleShow(ParsedTurn turn) =>
        Task.FromResult(
            accounts.Find(turn.Action![AccountFields.Account]) is { } account ? turns.Show(turn, account) : AccountParts.NotFound);

    public Task<Reply> HandlePass(ParsedTurn turn) => Task.FromResult(Settle(turn, isPassed: true));

    public Task<Reply> HandleRefuse(ParsedTurn turn) => Task.FromResult(Settle(turn, isPassed: false));

    public Task<Reply> HandleStart(ParsedTurn turn)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account) return Task.FromResult(AccountParts.NotFound);
        var person = people.Find(turn.Actor!);
        if (!AccountAccess.MayChange(person, account))
        {
            audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.Start });
            return Task.FromResult(Reply.Say(AccountAccess.NotYours(account)));
        }

        if (account.State != AccountState.Preparing)
            return Say(turn, account, NoticeKind.Info, $"このアカウントは、いま「{account.StateInJapanese}」です。");
        var before = life.Of(account);
        if (before.Missing.Count > 0)
            return Say(
                turn,
                account,
                NoticeKind.Attention,
                $"まだ始められません。残っている手続き：{string.Join("、", before.Missing.Select(gate => gate.Gate.InJapanese()))}。"
            );
        if (replies.Lost(turn, before) is { } lost) return Say(turn, account, NoticeKind.Attention, $"まだ始められません。{lost}");
        accounts.RecordOf(account.Id).Enter(AccountState.Running, person!.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "accounts.start", AccountRegister.Subject(account.Id));
        var running = accounts.Find(account.Id)!;
        turns.Tell(turn, before, running);
        return Say(turn, running, NoticeKind.Done, "運用を始めました。このアカウントに投稿できます。");
    }

    private Reply Settle(ParsedTurn turn, bool isPassed)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account
            || Chosen.Of<AccountGate>(turn.Action[AccountFields.Gate]) is not { } gate)
            return AccountParts.NotFound;
        var before = life.Of(account);
        if (before.Gates.FirstOrDefault(one => one.Gate == gate) is not { } view) return turns.Show(turn, account);
        var person = people.Find(turn.Actor!);
        if (person is null || !view.Who.Any(one => one.Is(person.ObjectId)))
        {
            audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = turn.Action.Verb, gate });
            return Reply.Say($"{gate.InJapanese()}を記録できるのは、{Names(view)}です。");
        }

        if (view.IsPassed)
            return Shown(turn, account, NoticeKind.Info, $"すでに{view.Record!.SettledBy}さんが記録しています。{GivenBack(turn)}");
        if (view.Waits.Count > 0)
            return Shown(turn, account, NoticeKind.Attention, $"先に、{view.Waits[0].InJapanese()}を済ませてください。{GivenBack(turn)}");
        var problem = isPassed ? gate == AccountGate.ReplyDuty ? replies.Problem(turn, account)
                : GateFields.Problem(gate, turn.Action, pack.Organisation)
            : turn.Action[GateFields.Words].Trim().Length == 0 ? "認めない理由を入力してください。" : null;
        if (problem is not null) return turns.Show(turn, account, AccountParts.Problem(problem), turn.Action);

        var proof = isPassed ? Proof(turn, account, gate) : TypedText.Of(turn.Action[GateFields.Words], GateRecord.MaxProof);
        (life.RecordOf(account, gate) ?? life.Ask(account, gate, person)).Settle(isPassed, proof, person.Name, time.GetUtcNow());
        if (isPassed && gate == AccountGate.Policy)
        {
            accounts.RecordOf(account.Id).Describe(null, turn.Action[GateFields.Url].Trim(), person.Name, time.GetUtcNow());
            if (policies.Newest(account.Id) is { Url: null } version)
                version.Publish(turn.Action[GateFields.Url].Trim(), person.Name, time.GetUtcNow());
        }

        // What nobody wrote into a policy is known from here, and comments go by it.
        if (isPassed && gate == AccountGate.ReplyDuty && account.Replies is null)
            accounts.RecordOf(account.Id).Learn(
                accounts.FactsOf(account.Id) with { Replies = turn.Action[GateFields.Replies] == ReplyGate.AsNeeded }, person.Name,
                time.GetUtcNow());

        audit.Record(
            turn.Actor,
            isPassed ? "accounts.gate" : "accounts.gateRefused",
            AccountRegister.Subject(account.Id),
            new { gate, proof }
        );
        turns.Tell(turn, before, accounts.Find(account.Id)!);
        return Shown(
            turn,
            accounts.Find(account.Id)!,
            NoticeKind.Done,
            isPassed ? $"{gate.InJapanese()}を記録しました。" : "認めないこととして記録し、申請した人に知らせました。"
        );
    }

    private string? Proof(ParsedTurn turn, OfficialAccount account, AccountGate gate)
    {
        var written = GateFields.Proof(gate, turn.Action!);
        return gate == AccountGate.ReplyDuty ? $"{replies.Proof(turn, account)}{(written is null ? "" : $"　{written}")}" : written;
    }

    private Task<Reply> Say(ParsedTurn turn, OfficialAccount account, NoticeKind kind, string text) =>
        Task.FromResult(Shown(turn, account, kind, text));

    private Reply Shown(ParsedTurn turn, OfficialAccount account, NoticeKind kind, string text) =>
        turns.Show(turn, account, CardParts.Notice(kind, text));

    /// <summary>What was typed, for whoever came too late or too early with it.</summary>
    private static string GivenBack(ParsedTurn turn)
    {
        string[] typed = [turn.Action![GateFields.Url].Trim(), TypedText.Of(turn.Action[GateFields.Words], GateRecord.MaxProof)];
        var words = typed.Where(part => part.Length > 0).Select(part => ShortText.Cut(part, GateRecord.MaxProof));
        return CardInHand.GivenBack(string.Join('\n', words), CardLanguage.Ja);
    }

    private static string Names(GateView view) => view.Who.Count is > 0 and <= 3
        ? Person.NamesOf(view.Who)
        : GateFields.Decides(view.Gate) ? "広報担当の方" : $"アカウントの担当者と広報担当の方";
}
