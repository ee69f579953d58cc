using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// An address came alone: what it is for. The report of one of the reader's drafts that wait for one, a like, or a draft of just this.
/// </summary>
internal static class AddressCard
{
    /// <summary>Drafts with a button of their own; more are found by a button for the list.</summary>
    public const int MostDrafts = 3;

    /// <param name="waiting">Approved drafts of the reader whose post is not reported.</param>
    /// <param name="text">All that was sent, for the draft.</param>
    public static AdaptiveCard For(IReadOnlyList<Draft> waiting, string address, string text, CardLanguage language) => CardParts.Card(
        [
            CardParts.Title(language.Say("このURLは、何に使いますか", "What is this address for?")),
            CardParts.Line(ShownText.Of(address)),
            CardParts.Remark(language.Say("まだ何も作成していません。", "Nothing was made of it yet.")),
            .. waiting.Take(MostDrafts).Select(draft => Row(
                language.Say(
                    $"No.{draft.Number}「{DraftTitle.Of(draft)}」の投稿を報告",
                    $"Report the post of No.{draft.Number}, {DraftTitle.Of(draft)}"
                ),
                ApprovalVerbs.ReportAddress,
                new JsonObject
                {
                    ["draft"] = draft.Number.ToString(CultureInfo.InvariantCulture),
                    [ApprovalFields.PostedUrl] = address,
                })),
            .. waiting.Count > MostDrafts
                ? [Row(language.Say("ほかの下書きを一覧で見る", "See other drafts in the list"), ApprovalVerbs.List, [])]
                : Array.Empty<AdaptiveElement>(),
            Row(
                language.Say("「いいね」を申請する", "Ask to like this post"),
                ApprovalVerbs.Like,
                new JsonObject { [ApprovalFields.PostedUrl] = address }
            ),
            Row(
                language.Say("このURLだけの下書きを作る", "Make a draft of just this"),
                ApprovalVerbs.Start,
                new JsonObject { [ApprovalFields.Text] = text }
            ),
        ],
        language.Say("このURLは、何に使いますか", "What is this address for?"),
        language: language);

    private static AdaptiveActionSet Row(string title, string verb, JsonObject data) =>
        CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(title, verb, data, takesInputs: false));
}
