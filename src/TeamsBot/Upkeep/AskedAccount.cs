using System.Text.Json.Nodes;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What is asked where a command does not say which account it means.</summary>
/// <param name="Verb">Of the buttons by which one is chosen.</param>
/// <param name="Title">What the accounts are chosen for.</param>
internal sealed record AccountQuestion(string Verb, string Title)
{
    /// <summary>Why it is asked, where that is not plain.</summary>
    public string? Said { get; init; }

    /// <summary>Which accounts it can be about.</summary>
    public Func<OfficialAccount, bool> IsMeant { get; init; } = account => account.State != AccountState.Closed;

    /// <summary>The sentence where there is none to choose.</summary>
    public string? Nobody { get; init; }

    /// <summary>What was typed besides, so that it still stands there once the account is chosen.</summary>
    public IReadOnlyDictionary<string, string> Along { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>The account that a command means: named in front of what else was typed, or chosen from a card.</summary>
internal sealed class AskedAccount(AccountRegister accounts, AccountAccess access)
{
    private const int MostChoices = 30;

    /// <summary>
    /// The name is the longest beginning that the register knows; what follows is the rest. Where it knows none, all of it is the rest.
    /// </summary>
    public (string Name, string Behind) Split(string argument)
    {
        var words = argument.Trim().Split([' ', '\u3000', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length; count > 0; count--)
        {
            var name = string.Join(' ', words[..count]);
            if (accounts.Named(name).Count > 0) return (name, string.Join(' ', words[count..]));
        }

        return ("", string.Join(' ', words));
    }

    /// <summary>The one account that has the name, or the card or sentence that asks for it.</summary>
    public (OfficialAccount? Account, Reply Ask) Find(string name, AccountQuestion question, TaskReader reader)
    {
        var named = accounts.Named(name);
        // The card of the only one that is called so says how it stands.
        if (named is [var only]) return (only, Reply.None);
        List<OfficialAccount> meant = [.. named.Where(question.IsMeant)];
        if (meant is [var one]) return (one, Reply.None);
        if (meant.Count == 0)
            meant = [.. accounts.All.Where(account => question.IsMeant(account) && IsOwn(reader, account))];
        if (meant.Count == 0)
            return (null, Reply.Say((question.Nobody ?? reader.Language.Say(
                "あなたの所属で運用しているアカウントがありません。広報担当に確認してください。", "Your section runs no account. Please ask the PR desk."))
                + Left(reader)));
        return (null, Reply.Show(ChooserCard.Of(
            question.Title, Said(question, meant.Count, reader), question.Verb,
            [.. meant.Take(MostChoices).Select(account => ($"{account.Name}（{account.Medium.Display()}）", Data(account, question)))],
            reader.Language)));
    }

    /// <summary>Named by words that no account has.</summary>
    public static string NotInRegister(string typed, CardLanguage say) => say.Say(
        $"「{TypedText.Quote(typed)}」は台帳にありません。", $"\"{TypedText.Quote(typed)}\" is not in the register.");

    /// <summary>
    /// Behind a sentence that is all there is to say: what was typed for nothing, and the warning where a password stood in it.
    /// </summary>
    public static string Left(TaskReader reader) =>
        SecretGuard.Said(CardInHand.GivenBack(Typed(reader), reader.Language), reader.Typed, reader.Language);

    /// <summary>Day and reason, as far as they were typed.</summary>
    public static string Typed(TaskReader reader) => string.Join(
        '\n', new[] { reader.Typed[UpkeepFields.Day], reader.Typed[UpkeepFields.Reason] }.Where(words => words.Length > 0));

    private static string? Said(AccountQuestion question, int count, TaskReader reader)
    {
        var more = count <= MostChoices ? "" : reader.Language.Say(
            "ここにないアカウントは、名前を付けて送ってください。", " Accounts that are not here are chosen by typing their name.");
        var said = SecretGuard.Said(question.Said + more, reader.Typed, reader.Language);
        return said.Length > 0 ? said : null;
    }

    private bool IsOwn(TaskReader reader, OfficialAccount account) =>
        AccountAccess.MayChange(reader.Person, account) || access.DecidesToday(reader.Person, account, reader.Today);

    private static JsonObject Data(OfficialAccount account, AccountQuestion question)
    {
        var data = UpkeepParts.Data(account);
        foreach (var (field, value) in question.Along) data[field] = value;
        return data;
    }
}
