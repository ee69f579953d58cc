using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Profiles;

/// <summary>
/// プロフィール作成: writes a profile text within the medium's limit (yamaguchi-4-1-5b). Purpose and policy are stored when the account's people
/// enter them.
/// </summary>
internal sealed class WriteProfile(
    AccountRegister accounts,
    AccountAccess access,
    ProfileTurns profiles,
    OutboxWriter outbox,
    ClauseNames clauses,
    AuditTrail audit
)
{
    public Task<Reply> HandleCommand(string argument) => Task.FromResult(accounts.Named(argument) switch
    {
        [var account] => Show(account, null),
        [] when argument.Length == 0 => Reply.Show(ProfileTextCard.Choose(accounts.All, null)),
        [] => Reply.Show(ProfileTextCard.Choose(accounts.All, $"「{TypedText.Quote(argument)}」は台帳にありません。アカウントを選んでください。")),
        _ => Reply.Show(ProfileTextCard.Choose(accounts.All, $"「{TypedText.Quote(argument)}」のアカウントは複数あります。一つを選んでください。")),
    });

    /// <summary>The card of the chosen account; with fields filled in, those are stored first.</summary>
    public Task<Reply> HandleWrite(ParsedTurn turn)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account)
            return Task.FromResult(Reply.Show(ProfileTextCard.Choose(accounts.All, "アカウントを選んでください。")));
        var (purpose, policyUrl) = (
            TypedText.Of(turn.Action[AccountFields.Purpose], RegisteredAccount.MaxText + 1),
            TypedText.Of(turn.Action[AccountFields.PolicyUrl], RegisteredAccount.MaxUrl + 1)
        );
        var facts = profiles.FactsOf(account);
        if (purpose.Length == 0 || purpose == facts.Purpose) purpose = "";
        if (policyUrl == facts.PolicyUrl) policyUrl = "";
        if (purpose.Length == 0 && policyUrl.Length == 0) return Task.FromResult(Show(account, null));

        var person = access.Of(turn);
        if (!AccountAccess.MayChange(person, account))
        {
            audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.ProfileWrite });
            return Task.FromResult(Show(account, AccountAccess.NotYours(account)));
        }

        if (purpose.Length > RegisteredAccount.MaxText) return Task.FromResult(Show(account, "目的は300字までで入力してください。"));
        if (policyUrl.Length > 0 && profiles.ProblemOf(policyUrl) is { } problem) return Task.FromResult(Show(account, problem));
        accounts
            .RecordOf(account.Id)
            .Describe(purpose.Length > 0 ? purpose : null, policyUrl.Length > 0 ? policyUrl : null, person!.Name, profiles.Now);
        audit.Record(turn.Actor, "accounts.describe", AccountRegister.Subject(account.Id), new { purpose, policyUrl });
        return Task.FromResult(Show(accounts.Find(account.Id)!, null));
    }

    /// <summary>The text alone, as a message that can be copied with one press.</summary>
    public Task<Reply> HandleHandOut(ParsedTurn turn)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account)
            return Task.FromResult(Reply.Show(ProfileTextCard.Choose(accounts.All, "アカウントを選んでください。")));
        var text = turn.Action[AccountFields.Text].Trim();
        if (text.Length is 0 or > ProfileTurns.MaxText || CredentialMask.Mask(text).Seen)
            text = ProfileText.Write(profiles.FactsOf(account)).Text;
        outbox.Say(Address.Of(turn), text, AccountRegister.Subject(account.Id), isAnswer: true);
        return Task.FromResult(Reply.Show(Card(account, CardParts.Notice(NoticeKind.Done, "次のメッセージが文章です。長押しまたは右クリックでコピーしてください。"), text)));
    }

    private Reply Show(OfficialAccount account, string? problem) => Reply.Show(Card(account, AccountParts.Problem(problem)));

    private AdaptiveCard Card(OfficialAccount account, AdaptiveContainer? notice, string? edited = null)
    {
        var facts = profiles.FactsOf(account);
        var written = ProfileText.Write(facts);
        if (edited is not null) written = written with { Text = edited };
        var rests = facts.Demands.SelectMany(demand => demand.Clauses).Distinct(StringComparer.Ordinal).ToList();
        return ProfileTextCard.For(account, facts, written, profiles.LimitOf(account), clauses.OwnOf(rests), notice);
    }
}
