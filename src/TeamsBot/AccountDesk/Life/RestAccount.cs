using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// 休止 and 再開. Where the guideline forbids that an account rests (tochigi-8-2a), it says so with what can be done instead, and only the
/// account's head lets it rest, with a reason. Elsewhere the account's people decide.
/// </summary>
internal sealed class RestAccount(
    Pack pack,
    AccountRegister accounts,
    EndingRegister endings,
    AccountAccess access,
    AccountLife life,
    CatchUp catchUp,
    ClauseNames clauses,
    OutboxWriter outbox,
    AuditTrail audit,
    TimeProvider time
)
{
    public Task<Reply> HandleRestCommand(ParsedTurn turn, string argument) => Task.FromResult(accounts.Named(argument) switch
    {
        [var account] => Form(turn, account, null),
        var found => Which("休止", AccountVerbs.RestForm, argument, found),
    });

    public Task<Reply> HandleResumeCommand(ParsedTurn turn, string argument) => Task.FromResult(accounts.Named(argument) switch
    {
        [var account] => Resume(turn, account),
        var found => Which("再開", AccountVerbs.Resume, argument, found),
    });

    public Task<Reply> HandleRestForm(ParsedTurn turn) => Task.FromResult(
        accounts.Find(turn.Action![AccountFields.Account]) is { } account ? Form(turn, account, null) : AccountParts.NotFound);

    public Task<Reply> HandleResume(ParsedTurn turn) => Task.FromResult(
        accounts.Find(turn.Action![AccountFields.Account]) is { } account ? Resume(turn, account) : AccountParts.NotFound);

    public Task<Reply> HandleRest(ParsedTurn turn)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account) return Task.FromResult(AccountParts.NotFound);
        if (access.Of(turn) is not { } person || !AccountAccess.MayChange(person, account)) return Task.FromResult(Refused(turn, account));
        if (account.State != AccountState.Running) return Task.FromResult(Form(turn, account, null));
        var reason = TypedText.Of(turn.Action[AccountFields.Reason], GateRecord.MaxProof);
        if (reason.Length == 0) return Task.FromResult(Form(turn, account, "休止する理由を入力してください。"));
        return Task.FromResult(IsForbidden ? Ask(turn, account, person, reason) : Rest(turn, account, person, reason));
    }

    public Task<Reply> HandleAllow(ParsedTurn turn) => Task.FromResult(Decide(turn, isAllowed: true));

    public Task<Reply> HandleRefuse(ParsedTurn turn) => Task.FromResult(Decide(turn, isAllowed: false));

    private bool IsForbidden => pack.AccountDuties?.Dormancy?.Forbidden == true;

    private string Basis => clauses.OwnOf(pack.AccountDuties?.Dormancy?.Basis.Cite ?? []);

    private Reply Form(ParsedTurn turn, OfficialAccount account, string? problem)
    {
        if (!AccountAccess.MayChange(access.Of(turn), account)) return Refused(turn, account);
        if (account.State != AccountState.Running)
            return Reply.Say(NotRunning(account));
        return Reply.Show(RestCard.For(account, IsForbidden, Basis, AccountParts.Problem(problem)));
    }

    private Reply Ask(ParsedTurn turn, OfficialAccount account, Person person, string reason)
    {
        var heads = access.HeadsOf(account);
        if (heads.Count == 0)
            return Reply.Show(
                RestCard.For(
                    account, IsForbidden, Basis, AccountParts.Problem($"{account.Section}の所属長が登録されていません。管理者へご連絡ください。"), reason
                )
            );
        var asked = life.RecordOf(account, AccountGate.Rest);
        var names = Person.NamesOf(heads);
        if (asked?.State == GateState.Asked)
        {
            // Rings only those who have come since: the others hold this version.
            foreach (var head in heads) TellHead(turn, account, asked, head, rings: true);
            var already = $"すでに{asked.AskedBy}さんが依頼しています。{names}が決めるまでお待ちください。"
                + CardInHand.GivenBack(reason == asked.Reason ? "" : reason, CardLanguage.Ja);
            return turn.IsInvoke ? Reply.Show(RestCard.Waiting(account, asked, time.GetUtcNow(), already)) : Reply.Say(already);
        }

        // Passed once and resumed since: asked anew.
        if (asked?.State == GateState.Passed) asked.AskAgain(person.Name, person.ObjectId, time.GetUtcNow(), reason);
        asked = life.Ask(account, AccountGate.Rest, person, reason);
        foreach (var head in heads) TellHead(turn, account, asked, head, rings: true);
        audit.Record(turn.Actor, "accounts.restAsk", AccountRegister.Subject(account.Id), new { reason });
        var said = $"{names}に、休止の承認を依頼しました。認められるまでは運用中のままです。";
        return turn.IsInvoke ? Reply.Show(RestCard.Waiting(account, asked, time.GetUtcNow(), said)) : Reply.Say(said);
    }

    private Reply Rest(ParsedTurn turn, OfficialAccount account, Person person, string reason)
    {
        accounts.RecordOf(account.Id).Enter(AccountState.Dormant, person.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "accounts.rest", AccountRegister.Subject(account.Id), new { reason });
        return Reply.Say($"{AccountRegister.Display(account)} を休止にしました。再開するときは「再開 {account.Name}」と送ってください。");
    }

    private Reply Decide(ParsedTurn turn, bool isAllowed)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account
            || life.RecordOf(account, AccountGate.Rest) is not { } asked)
            return AccountParts.NotFound;
        var person = access.Of(turn);
        if (!access.IsHeadOf(person, account))
        {
            audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = turn.Action.Verb });
            return Reply.Say($"休止を認められるのは、{Person.NamesOf(access.HeadsOf(account))}です。");
        }

        var words = TypedText.Of(turn.Action[GateFields.Words], GateRecord.MaxProof);
        if (asked.State != GateState.Asked)
            return Shown(account, asked, NoticeKind.Info, $"すでに{asked.SettledBy}さんが決めています。" + GivenBack(words));
        if (account.State != AccountState.Running)
            return Shown(account, asked, NoticeKind.Info, $"{NotRunning(account)}記録はしていません。" + GivenBack(words));
        if (!isAllowed && words.Length == 0) return Shown(account, asked, NoticeKind.Attention, "認めない理由を入力してください。");
        asked.Settle(isAllowed, words.Length > 0 ? words : null, person!.Name, time.GetUtcNow());
        if (isAllowed) accounts.RecordOf(account.Id).Enter(AccountState.Dormant, person.Name, time.GetUtcNow());
        audit.Record(
            turn.Actor,
            isAllowed ? "accounts.rest" : "accounts.restRefused",
            AccountRegister.Subject(account.Id),
            new { asked.Reason, words }
        );
        var outcome = isAllowed ? $"休止が認められました：{account.Name}" : $"休止は認められませんでした：{account.Name}　理由：{words}";
        outbox.Say(Address.Person(turn.Actor!.TenantId, asked.AskedById), outcome, AccountRegister.Subject(account.Id));
        foreach (var head in access.HeadsOf(account).Where(head => !head.Is(turn.Actor.ObjectId)))
            TellHead(turn, account, asked, head, rings: false);
        return Shown(account, asked, NoticeKind.Done, isAllowed ? "休止を認め、依頼した人に知らせました。" : "認めないこととして記録し、依頼した人に知らせました。");
    }

    private Reply Resume(ParsedTurn turn, OfficialAccount account)
    {
        var person = access.Of(turn);
        if (!AccountAccess.MayChange(person, account)) return Refused(turn, account);
        if (account.State != AccountState.Dormant)
            return Reply.Say($"{AccountRegister.Display(account)} は、いま「{account.StateInJapanese}」です。再開できるのは休止中のアカウントです。");
        accounts.RecordOf(account.Id).Enter(AccountState.Running, person!.Name, time.GetUtcNow());
        // Its silence counts from here.
        endings.ActivityFor(account.Id, Today).Resumed(Today);
        audit.Record(turn.Actor, "accounts.resume", AccountRegister.Subject(account.Id));
        // One that was entered at rest has not run here before; those of the pack have.
        if (!accounts.IsOfPack(account.Id)) catchUp.Ask(turn, accounts.Find(account.Id)!, "");
        return Reply.Say($"{AccountRegister.Display(account)} を再開しました。投稿できます。");
    }

    private DateOnly Today => JapaneseTime.DateOf(time.GetUtcNow());

    private static string NotRunning(OfficialAccount account) =>
        $"{AccountRegister.Display(account)} は、いま「{account.StateInJapanese}」です。休止できるのは運用中のアカウントです。";

    private static string GivenBack(string words) => CardInHand.GivenBack(words, CardLanguage.Ja);

    /// <summary>
    /// Each request is a message of its own; whoever was asked beside the one who decided may be writing in it (docs/adr/0015).
    /// </summary>
    private void TellHead(ParsedTurn turn, OfficialAccount account, GateRecord asked, Person head, bool rings)
    {
        var to = Address.Person(turn.Actor!.TenantId, head.ObjectId);
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{AccountRegister.Subject(account.Id)}:rest:{asked.AskedAt.ToUnixTimeMilliseconds()}");
        var card = RestCard.Asked(account, asked, Basis, time.GetUtcNow());
        var summary = $"アカウントの休止の承認をお願いします：{account.Name}";
        if (rings)
            outbox.Ring(
                to, key, asked.Stamp + 1, card, summary,
                new Outbox.Opening("アカウントを開く", AccountVerbs.Open, AccountParts.Data(account), CardLanguage.Ja.Code()),
                AccountRegister.Subject(account.Id));
        else
            outbox.Change(
                to, key, asked.Stamp + 1, card, summary, AccountRegister.Subject(account.Id), time.GetUtcNow() + CardInHand.LeftAlone);
    }

    private Reply Shown(OfficialAccount account, GateRecord asked, NoticeKind kind, string text) =>
        Reply.Show(RestCard.Asked(account, asked, Basis, time.GetUtcNow(), CardParts.Notice(kind, text)));

    private Reply Refused(ParsedTurn turn, OfficialAccount account)
    {
        audit.Record(
            turn.Actor,
            "accounts.refused",
            AccountRegister.Subject(account.Id),
            new { verb = turn.Action?.Verb ?? AccountVerbs.Rest }
        );
        return Reply.Say(AccountAccess.NotYours(account));
    }

    private static Reply Which(string word, string verb, string argument, IReadOnlyList<OfficialAccount> found) => argument.Length == 0
        ? Reply.Say($"どのアカウントですか。「{word} アカウント名」のように送ってください。")
        : found.Count == 0
        ? Reply.Say($"「{TypedText.Quote(argument)}」は台帳にありません。「{word} アカウント名」のように送ってください。")
        : Reply.Show(ChooserCard.Of(
            $"どのアカウントですか（{word}）",
            null,
            verb,
            [.. found.Select(account => ($"{account.Name}（{account.Medium.Display()}）", AccountParts.Data(account)))],
            CardLanguage.Ja));
}
