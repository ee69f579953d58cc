using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Conversations;
using TeamsBot.Handouts;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tables;
using TeamsBot.Turns;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>
/// The files of the register: the public list, which everybody may have, and the whole list, which names who keeps passwords and is the
/// desk's alone. They show the register as it stands when the person accepts.
/// </summary>
internal sealed class ListFiles(
    Pack pack, SiteList list, RegisterRows rows, RegisterColumns columns, PeopleDirectory people, FileOffers offers,
    TurnRoom room)
{
    public const string Owner = "accounts";
    public const string PublicHtml = "public.html";
    public const string PublicCsv = "public.csv";
    public const string WholeCsv = "whole.csv";
    public const string WholeXlsx = "whole.xlsx";

    public static readonly FileWords Words = new(
        "アカウントの一覧のファイル",
        "アカウントの一覧のファイルは、保存しませんでした。",
        "アカウントの一覧のファイルを、OneDriveに保存しました。",
        "アカウントの一覧のファイルを保存しました",
        "このファイルはもう用意できません。「公開一覧」か「台帳書出」から、もう一度受け取ってください。",
        FileWords.FileNotPut);

    /// <summary>Why it is not offered; null where it is.</summary>
    public Reply? Offer(ParsedTurn turn, string file)
    {
        if (!turn.IsPersonal) return Reply.Say(FileWords.OnlyInPersonalChat);
        if (Make(turn, file) is not { } bytes) return AccountAccess.NotDesk;
        var (name, description) = file switch
        {
            PublicHtml => ("公開一覧.html", "運用中のアカウントの一覧です。"),
            PublicCsv => ("公開一覧.csv", "運用中のアカウントの一覧です。"),
            WholeCsv => ("アカウント台帳.csv", "台帳の全ての列です。"),
            _ => ("アカウント台帳.xlsx", "台帳の全ての列です。"),
        };
        offers.Offer(Address.Of(turn), Owner, file, new OfferedFile(name, description, bytes.Length));
        return null;
    }

    public async Task<string?> GiveAsync(ParsedTurn turn, string file, Func<byte[], Task<string?>> put) =>
        Make(turn, file) is { } bytes ? await room.OutsideAsync(turn, () => put(bytes), () => Words.NotPut) : Words.Over;

    /// <summary>Null for a file that is not this person's, or that nobody knows.</summary>
    private byte[]? Make(ParsedTurn turn, string file) => file switch
    {
        PublicHtml => PublicList.Html(list.Accounts, pack.Organisation.Name),
        PublicCsv => PublicList.Csv(list.Accounts),
        WholeCsv when IsDesk(turn) => CsvText.Write(Whole()),
        WholeXlsx when IsDesk(turn) => WorkbookWriter.Write("アカウント台帳", Whole()),
        _ => null,
    };

    private IEnumerable<IReadOnlyList<string>> Whole() =>
    [
        [.. RegisterColumns.Heading(columns.All)],
        .. rows.All.Select(row => (IReadOnlyList<string>)
            [.. RegisterColumns.First.Select(column => column.Write(row)), .. columns.All.Select(column => column.Write(row))]),
    ];

    private bool IsDesk(ParsedTurn turn) => people.Find(turn.Actor!)?.Has(Role.Desk) == true;
}
