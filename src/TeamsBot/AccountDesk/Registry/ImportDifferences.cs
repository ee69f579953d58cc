using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// What a row says of name and place otherwise than the register, which stays as it is: an old list overwrites nothing. The ID and the
/// address are what posts are judged by. Compared as people read it.
/// </summary>
internal static class ImportDifferences
{
    public static IEnumerable<string> Of(RegisteredAccount row, OfficialAccount known)
    {
        var name = $"「{known.Name}」：";
        if (TurnRouter.Fold(row.Name) != TurnRouter.Fold(known.Name))
            yield return $"{name}名前は台帳のままにしました（一覧では「{ShortText.Shorten(row.Name, 30)}」）。";
        if (row.Handle is { Length: > 0 } written
            && AccountRegister.HandleKey(row.Medium, written) != AccountRegister.HandleKey(known.Medium, known.Handle))
            yield return $"{name}ID「{ShortText.Shorten(written, 30)}」は、台帳のこのアカウントにありません。台帳のままにしました。"
                + "IDは、設定ファイルか「アカウント登録」で直してください。";
        if (row.Url is { Length: > 0 } url && SheetWords.Address(url) != SheetWords.Address(known.Url ?? ""))
            yield return $"{name}URLは台帳のままにしました（一覧では「{ShortText.Shorten(url, 60)}」）。";
        if (row.Opened is { Length: > 0 } opened && SheetWords.Month(opened) != SheetWords.Month(known.Opened ?? ""))
            yield return $"{name}開設は台帳のままにしました（一覧では「{opened}」）。";
    }
}
