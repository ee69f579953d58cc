using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Handouts;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>「台帳書出」: the whole register as a file, with the columns that 「台帳取込」 takes in again. The desk's alone.</summary>
internal sealed class ExportRegister(AccountAccess access, ListFiles files)
{
    public Task<Reply> Handle(ParsedTurn turn) =>
        Task.FromResult(access.Desk(turn) is null ? AccountAccess.NotDesk : Reply.Show(Card(null)));

    public Task<Reply> HandleFile(ParsedTurn turn)
    {
        var file = turn.Action![PublicListCard.Format] == ListFiles.WholeCsv ? ListFiles.WholeCsv : ListFiles.WholeXlsx;
        return Task.FromResult(files.Offer(turn, file) ?? Reply.Show(Card(FileWords.HowToAccept)));
    }

    private static AdaptiveCard Card(string? said) => CardParts.Card(
        [
            CardParts.Title("台帳書出"),
            .. said is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Info, said) },
            CardParts.Line(
                "台帳の全ての列を、一つのファイルで受け取ります。パスワードそのものは入りません。新しい行や空いている欄は、書き足して「台帳取込」で取り込めます。"
                    + "すでにある内容は、取り込んでも変わりません。直すときは、アカウントのカードから直してください。"),
        ],
        "台帳書出",
        [.. InspectionCard.Files, AccountParts.ListButton]);
}
