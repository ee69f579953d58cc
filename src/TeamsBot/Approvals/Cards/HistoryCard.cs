using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>「履歴 N」: everything that happened to a draft, who answered what, and whom its cards reached.</summary>
internal static class HistoryCard
{
    /// <summary>Events drawn; a draft with more shows the latest.</summary>
    private const int MaxEvents = 40;

    public static AdaptiveCard For(DraftView view, IReadOnlyList<(string Name, string State)> deliveries)
    {
        var (draft, language) = (view.Draft, view.Language);
        return CardParts.Card(
            [
                CardParts.Title($"{draft.Status.Word(language)} {DraftSections.NumberOf(view)}"),
                .. DraftSections.Header(view).Skip(1),
                CardParts.Heading(language.Say("経過", "History")),
                .. draft.Events.TakeLast(MaxEvents).Select(happened => DraftSections.Happened(happened, view.Now, language: language)),
                CardParts.Heading(language.Say("カードの送付状況", "Who has the card")),
                .. deliveries.Distinct().Select(delivery => CardParts.Field(delivery.Name, delivery.State)),
                .. draft.PostedUrl is { } url ? [CardParts.Field(language.Say("投稿URL", "Post"), url)] : Array.Empty<AdaptiveElement>(),
                .. draft.ApprovedHash is { } hash
                    ? [CardParts.Remark(Approved(hash == draft.CurrentHash, language))]
                    : Array.Empty<AdaptiveElement>(),
            ],
            language.Say($"下書き No.{draft.Number} の履歴", $"History of draft No.{draft.Number}"),
            [
                Buttons.Execute(
                    language.Say("この下書きを開く", "Open this draft"),
                    ApprovalVerbs.Show,
                    new JsonObject { ["draft"] = draft.Number.ToString(CultureInfo.InvariantCulture) }
                ),
            ],
            language
        );
    }

    /// <summary>What the numbers say that the record keeps for its examiners.</summary>
    private static string Approved(bool isSame, CardLanguage language) =>
        isSame
            ? language.Say("本文・投稿先・希望日時・画像は、承認されたときのままです。", "Text, account, time and pictures are as approved.")
            : language.Say("承認されたあとに、本文・投稿先・希望日時・画像のどれかが変わっています。", "Something changed after the approval.");
}
