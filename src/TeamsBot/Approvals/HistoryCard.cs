using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals;

/// <summary>「履歴 N」: everything that happened to a draft, who answered what, and whom its cards reached.</summary>
internal static class HistoryCard
{
    /// <summary>Events drawn; a draft with more shows the latest.</summary>
    private const int MaxEvents = 40;

    public static AdaptiveCard For(DraftView view, IReadOnlyList<(string Name, string State)> deliveries)
    {
        var draft = view.Draft;
        return CardParts.Card(
            [
                .. DraftSections.Header(view),
                CardParts.Heading("経過"),
                .. draft.Events.TakeLast(MaxEvents).Select(happened => DraftSections.Happened(happened, view.Now)),
                CardParts.Heading("カードの送付状況"),
                .. deliveries.Select(delivery => CardParts.Field(delivery.Name, delivery.State)),
                .. draft.PostedUrl is { } url ? [CardParts.Field("投稿URL", url)] : Array.Empty<AdaptiveElement>(),
                .. draft.ApprovedHash is { } hash ? [CardParts.Remark($"承認した内容の照合番号：{hash[..16]}")] : Array.Empty<AdaptiveElement>(),
            ],
            $"下書き No.{draft.Number} の履歴",
            [Buttons.Execute("この下書きを開く", ApprovalVerbs.Show, new JsonObject { ["draft"] = draft.Number.ToString(CultureInfo.InvariantCulture) })]);
    }
}
