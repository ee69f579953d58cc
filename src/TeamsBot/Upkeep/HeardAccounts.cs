using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Turns;

namespace TeamsBot.Upkeep;

/// <summary>
/// Tells what is said of an account from a text that only happens to begin with the same word: 「廃止 のお知らせ」 is a post. Asked before the
/// turn has its own database, and of texts that begin with such a word alone: those are few, so each of them is looked up.
/// </summary>
internal sealed class HeardAccounts(Pack pack, IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Longer texts are no commands, in UTF-16 units.</summary>
    private const int MostText = 300;

    /// <summary>A line that begins with an account, or nothing that looks like a post.</summary>
    public bool Names(string argument)
    {
        var line = argument.TrimStart('\n');
        return CommandArguments.Name(line) || (!line.Contains('\n', StringComparison.Ordinal) && Begins(line));
    }

    /// <summary>A short text whose first word names an account, whether the pack lists it or the desk entered it in chat.</summary>
    public bool Begins(string argument) => argument.Length <= MostText
        && argument.Split([' ', '\u3000', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
        && IsKnown(first);

    private bool IsKnown(string name)
    {
        if (new AccountRegister(pack).Named(name).Count > 0) return true;
        using var db = contexts.CreateDbContext();
        return new AccountRegister(pack, db).Named(name).Count > 0;
    }
}
