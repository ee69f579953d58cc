using TeamsBot.AccountDesk.Names;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>アカウント台帳: everybody may look; an account's people record why its name differs from the rule.</summary>
internal sealed class ShowRegistry(
    AccountRegister accounts,
    AccountAccess access,
    AccountNames names,
    AccountViews views,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <param name="argument">An account's name, handle or id; empty for the list.</param>
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument) =>
        Task.FromResult(
            argument.Length == 0
                ? views.List(turn, null)
                : accounts.Named(argument) switch
                {
                    [var account] => views.Show(turn, account, null),
                    [] => views.List(turn, AccountParts.Problem(views.LanguageOf(turn).Say(
                        $"「{TypedText.Quote(argument)}」は台帳にありません。", $"\"{TypedText.Quote(argument)}\" is not in the register."))),
                    var several => views.List(
                        turn,
                        CardParts.Notice(
                            NoticeKind.Info,
                            views.LanguageOf(turn).Say(
                                $"「{TypedText.Quote(argument)}」のアカウントは複数あります。下の欄から選んでください。",
                                $"Several accounts are called \"{TypedText.Quote(argument)}\". Please choose one below.")
                        ),
                        several
                    ),
                }
        );

    public Task<Reply> HandleList(ParsedTurn turn) => Task.FromResult(views.List(turn, null));

    public Task<Reply> HandleOpen(ParsedTurn turn)
    {
        var (id, say) = (turn.Action![AccountFields.Account], views.LanguageOf(turn));
        if (id.Length == 0)
            return Task.FromResult(views.List(turn, AccountParts.Problem(say.Say("開くアカウントを選んでください。", "Choose the account to open."))));
        return Task.FromResult(accounts.Find(id) is { } account ? views.Show(turn, account, null) : AccountParts.NotFoundIn(say));
    }

    public Task<Reply> HandleExcept(ParsedTurn turn)
    {
        var say = views.LanguageOf(turn);
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account) return Task.FromResult(AccountParts.NotFoundIn(say));
        var person = access.Of(turn);
        if (!AccountAccess.MayChange(person, account))
        {
            audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.Except });
            return Task.FromResult(Reply.Say(AccountAccess.NotYours(account)));
        }

        if (names.Check(account).Count == 0)
            return Task.FromResult(
                views.Show(turn, account, CardParts.Notice(NoticeKind.Info, say.Say(
                    "この名前は定めに沿っています。例外の記録は要りません。", "This name follows the rule; no exception is needed.")))
            );
        var reason = TypedText.Of(turn.Action[AccountFields.Reason], AccountRecord.MaxReason + 1);
        if (reason.Length is 0 or > AccountRecord.MaxReason)
            return Task.FromResult(views.Show(turn, account, AccountParts.Problem(say.Say(
                "例外とする理由を200字までで入力してください。", "Give the reason for the exception in up to 200 characters."))));
        accounts.RecordOf(account.Id).Except(reason, person!.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "accounts.nameException", AccountRegister.Subject(account.Id), new { account.Name, reason });
        return Task.FromResult(views.Show(turn, accounts.Find(account.Id)!, CardParts.Notice(
            NoticeKind.Done, say.Say("名前の例外の理由を記録しました。", "The reason for the exception is recorded."))));
    }
}
