using TeamsBot.Accounts;
using TeamsBot.Checks;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;
using TeamsBot.Turns;

namespace TeamsBot.Rotations;

/// <summary>「パスワード変更 city-x」: the account's rotation card, whether it is due or not.</summary>
internal sealed class OpenRotation(
    AccountRegister accounts, CredentialRegister credentials, RotationViews views, RotationTurns turns, TaskBook book)
{
    /// <summary>
    /// Whether what follows "password" is meant for the command: the name of an account of the pack, or at least nothing that looks like
    /// the password itself.
    /// </summary>
    public static bool Takes(string argument, Pack pack) =>
        CommandArguments.Name(argument)
        && (new AccountRegister(pack).Named(argument).Count > 0 || !CredentialMask.Mask($"password {argument}").Seen);

    /// <param name="argument">An account's name, handle or id; empty for those the person keeps. It is never repeated: it may be a
    /// password.</param>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (argument.Length == 0 && turns.Kept(reader.Person) is { Count: > 0 } kept)
        {
            return kept is [var only]
                ? await ShowAsync(turn, only, reader, cancellationToken)
                : RotationTurns.Choose(kept, RotationVerbs.Open, reader);
        }

        return accounts.Named(argument) switch
        {
            [var account] => await ShowAsync(turn, account, reader, cancellationToken),
            [] => turns.Choose(argument, RotationVerbs.Open, reader),
            var several => RotationTurns.Choose(several, RotationVerbs.Open, reader),
        };
    }

    public async Task<Reply> HandleOpen(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action![RotationFields.Account]) is { } account
            ? await ShowAsync(turn, account, reader, cancellationToken)
            : RotationViews.NotFound(reader);
    }

    private async Task<Reply> ShowAsync(ParsedTurn turn, OfficialAccount account, TaskReader reader, CancellationToken cancellationToken)
    {
        if (!credentials.MaySee(reader.Person, account)) return turns.NotYours(turn, account, reader);
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, account.Id, cancellationToken);
        var task = open.FirstOrDefault(one => one.Key is RotationTasks.Staff or RotationTasks.Yearly);
        return Reply.Show(RotationCard.For(views.Of(account, task, reader)));
    }
}
