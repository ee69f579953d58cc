using System.Globalization;
using TeamsBot.AccountDesk.Life;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>
/// What becomes of a finalised policy: its page on the own site is recorded, those who look after all accounts take it in, the section's
/// people say that they have read it. Of two presses the first counts.
/// </summary>
internal sealed class SettlePolicy(
    Pack pack, AccountRegister accounts, PolicyBook policies, PolicyAudience audience, PolicyViews views, PolicyDuties duties,
    AccountLife life, LifeTurns turns, PeopleDirectory people, AuditTrail audit, TimeProvider time)
{
    public async Task<Reply> HandlePublish(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var say = views.LanguageOf(turn);
        if (Find(turn) is not var (account, version)) return AccountParts.NotFoundIn(say);
        var person = people.Find(turn.Actor!);
        if (!AccountAccess.MayChange(person, account)) return Refused(turn, account, AccountAccess.NotYours(account));
        var typed = TypedText.Of(turn.Action![PolicyFields.PublishedUrl], RegisteredAccount.MaxUrl + 1);
        if (policies.Newest(account.Id) is { } newest && newest.Number != version.Number)
            return Shown(turn, account, newest, NoticeKind.Attention, Newer(newest, typed, say), typed);
        if (version.Url is not null) return Shown(turn, account, version, NoticeKind.Info, Known(version, typed, say), "");
        if (typed.Length > RegisteredAccount.MaxUrl || !OfficialAccount.IsAddress(typed) || !pack.Organisation.IsOwn(new Uri(typed)))
            return Shown(turn, account, version, NoticeKind.Attention, OwnPage(say), typed);
        version.Publish(typed, person!.Name, time.GetUtcNow());
        accounts.RecordOf(account.Id).Describe(null, typed, person.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "policy.publish", AccountRegister.Subject(account.Id), new { version.Number, url = typed });
        Pass(turn, accounts.Find(account.Id)!, person, typed);
        await duties.FinishAsync(turn, account, PolicyDuties.Publish, cancellationToken);
        return Shown(
            turn, accounts.Find(account.Id)!, version, NoticeKind.Done, say.Say("公開したページを記録しました。", "The page is recorded."), "");
    }

    public async Task<Reply> HandleReceive(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var say = views.LanguageOf(turn);
        if (Find(turn) is not var (account, version)) return AccountParts.NotFoundIn(say);
        var person = people.Find(turn.Actor!);
        if (!PolicyViews.MayReceive(person))
            return Refused(turn, account, say.Say("運用ポリシーを受け取れるのは、広報担当の方です。", "The PR desk takes policies in."));
        if (!version.Receive(person!.Name, time.GetUtcNow()))
            return Shown(
                turn, account, version, NoticeKind.Info,
                say.Say($"すでに{version.ReceivedBy}さんが受け取っています。", $"{version.ReceivedBy} has taken it in already."), "");
        audit.Record(turn.Actor, "policy.receive", AccountRegister.Subject(account.Id), new { version.Number });
        if (policies.Newest(account.Id)!.Number == version.Number)
            await duties.FinishAsync(turn, account, PolicyDuties.Submit, cancellationToken);
        return Shown(turn, account, version, NoticeKind.Done, say.Say("受け取ったことを記録しました。", "Your receipt is recorded."), "");
    }

    public async Task<Reply> HandleRead(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var say = views.LanguageOf(turn);
        if (Find(turn) is not var (account, version)) return AccountParts.NotFoundIn(say);
        if (people.Find(turn.Actor!) is not { } person || !audience.Members(account).Contains(person))
            return Refused(turn, account, say.Say(
                $"読んだことを記録するのは、{account.Section}の方です。", $"It is read by those of {account.Section}."));
        if (!policies.Read(version, person.ObjectId, time.GetUtcNow()))
            return Shown(turn, account, version, NoticeKind.Info, say.Say("すでに記録しています。", "That is recorded already."), "");
        audit.Record(turn.Actor, "policy.read", AccountRegister.Subject(account.Id), new { version.Number });
        if (policies.Newest(account.Id) is { } newest && newest.Number != version.Number)
            return Shown(
                turn, account, newest, NoticeKind.Info,
                say.Say(
                    Numbered($"第{version.Number}版を読んだことを記録しました。いまはこの第{newest.Number}版です。"),
                    Numbered($"Version {version.Number} is recorded as read. This is version {newest.Number}, which is in force.")),
                "");
        if (audience.Unread(account, version).Count == 0) await duties.FinishAsync(turn, account, PolicyDuties.Read, cancellationToken);
        return Shown(turn, account, version, NoticeKind.Done, say.Say("読んだことを記録しました。", "It is recorded that you read it."), "");
    }

    /// <summary>The address stays in the field where the newer version wants one; else it is said, so that it can be copied.</summary>
    private static string Newer(PolicyVersion newest, string typed, CardLanguage say)
    {
        var there = say.Say(
            Numbered($"第{newest.Number}版が確定しています。"), Numbered($"Version {newest.Number} was finalised meanwhile. "));
        return there + (newest.Url is not null ? Known(newest, typed, say) : say.Say(
            Numbered($"公開したのが第{newest.Number}版のときは、もう一度「公開を記録する」を押してください。"),
            "If that is the one you published, press \"Record the page\" again."));
    }

    private static string Known(PolicyVersion version, string typed, CardLanguage say) =>
        say.Say($"すでに{version.PublishedBy}さんが記録しています：", $"{version.PublishedBy} has recorded it already: ") + $"{version.Url}\n"
            + (typed == version.Url ? "" : CardInHand.GivenBack(typed, say));

    private static string Numbered(FormattableString said) => FormattableString.Invariant(said);

    private string OwnPage(CardLanguage say) => pack.Organisation.OwnDomains.Count == 0
        ? say.Say("公開したページを、https:// で始まるアドレスで入力してください。", "Enter the address of the page; it begins with https://.")
        : say.Say(
            $"公式ホームページ（{string.Join("、", pack.Organisation.OwnDomains)}）のページのアドレスを入力してください。",
            $"Enter the address of a page of the own site ({string.Join(", ", pack.Organisation.OwnDomains)}).");

    /// <summary>The page is the proof of the gate, where that is open now; else the gate asks for it when its turn has come.</summary>
    private void Pass(ParsedTurn turn, OfficialAccount account, Person person, string url)
    {
        var before = life.Of(account);
        if (account.State != AccountState.Preparing || before.Of(AccountGate.Policy) is not { } gate || !gate.MaySettle(person)) return;
        life.Ask(account, AccountGate.Policy, person).Settle(isPassed: true, url, person.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "accounts.gate", AccountRegister.Subject(account.Id), new { gate = AccountGate.Policy, proof = url });
        turns.Tell(turn, before, account);
    }

    private (OfficialAccount Account, PolicyVersion Version)? Find(ParsedTurn turn) =>
        accounts.Find(turn.Action![AccountFields.Account]) is { } account
        && int.TryParse(turn.Action[PolicyFields.Number], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && policies.Find(account.Id, number) is { } version ? (account, version) : null;

    private Reply Shown(ParsedTurn turn, OfficialAccount account, PolicyVersion version, NoticeKind kind, string said, string typed) =>
        turn.IsInvoke ? views.Show(turn, account, version, CardParts.Notice(kind, said), typed) : Reply.Say(said);

    private Reply Refused(ParsedTurn turn, OfficialAccount account, string said)
    {
        audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = turn.Action!.Verb });
        return Reply.Say(said);
    }
}
