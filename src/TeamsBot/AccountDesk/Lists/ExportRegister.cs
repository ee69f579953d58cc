using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
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
        return Task.FromResult(files.Offer(turn, file) ?? Reply.Show(Card(ListFiles.Offered)));
    }

    private static AdaptiveCard Card(string? said) => CardParts.Card(
        [
            CardParts.Title("台帳書出"),
            .. said is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Info, said) },
            CardParts.Line("台帳の全ての列を、一つのファイルで受け取ります。直してから「台帳取込」で取り込めます。パスワードそのものは入りません。"),
        ],
        "台帳書出",
        [.. InspectionCard.Files, AccountParts.ListButton]);
}
