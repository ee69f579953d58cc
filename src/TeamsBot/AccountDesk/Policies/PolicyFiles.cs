using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Handouts;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>Hands a version of a policy out as a file: everybody may have it, as it is made to be published.</summary>
internal sealed class PolicyFiles(AccountRegister accounts, PolicyBook policies, PolicyViews views, FileOffers offers, TurnRoom room)
{
    public const string Owner = "policy";

    public static readonly FileWords Words = new(
        "運用ポリシーのファイル",
        "運用ポリシーのファイルは、保存しませんでした。",
        "運用ポリシーのファイルを、OneDriveに保存しました。",
        "運用ポリシーのファイルを保存しました",
        "このファイルはもう用意できません。「運用ポリシー」から、もう一度受け取ってください。",
        FileWords.FileNotPut);

    public Task<Reply> HandleOffer(ParsedTurn turn)
    {
        var action = turn.Action!;
        if (Find($"{action[AccountFields.Account]}/{action[PolicyFields.Number]}/{action[PolicyFields.Format]}") is not { } found)
            return Task.FromResult(AccountParts.NotFound);
        var (paper, format) = found;
        if (!turn.IsPersonal) return Task.FromResult(Reply.Say(FileWords.OnlyInPersonalChat));
        var id = string.Create(CultureInfo.InvariantCulture, $"{paper.Account.Id}/{paper.Version.Number}/{format}");
        offers.Offer(Address.Of(turn), Owner, id, new OfferedFile(
            PolicyDocuments.NameOf(paper, format), "運用ポリシーのファイルです。", PolicyDocuments.Write(paper, format).Length));
        return Task.FromResult(views.Show(turn, paper.Account, paper.Version, CardParts.Notice(NoticeKind.Info, FileWords.HowToAccept)));
    }

    /// <summary>The file of an offer that was accepted.</summary>
    public async Task<string?> GiveAsync(ParsedTurn turn, string id, Func<byte[], Task<string?>> put)
    {
        if (Find(id) is not { } found) return Words.Over;
        var bytes = PolicyDocuments.Write(found.Paper, found.Format);
        return await room.OutsideAsync(turn, () => put(bytes), () => Words.NotPut);
    }

    private (PolicyPaper Paper, PolicyFormat Format)? Find(string id) =>
        id.Split('/') is [var account, var written, var form]
        && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Chosen.Of<PolicyFormat>(form) is { } format
        && accounts.Find(account) is { } known && policies.Find(known.Id, number) is { } version
            ? (views.PaperOf(known, version), format)
            : null;
}
