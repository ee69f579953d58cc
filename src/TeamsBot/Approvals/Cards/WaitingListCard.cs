using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>Several requests that came to a person at once, as one message: each with the button that opens it below.</summary>
internal static class WaitingListCard
{
    /// <summary>More would not fit a card; they stand in 「一覧」.</summary>
    private const int MaxRows = 15;

    public static WaitingListMessage For(IReadOnlyList<WaitingRequest> requests)
    {
        var language = requests[^1].Opening.Language == CardLanguage.En.Code() ? CardLanguage.En : CardLanguage.Ja;
        var title = string.Create(
            CultureInfo.InvariantCulture,
            $"{language.Say($"お知らせ {requests.Count}件", $"{requests.Count} messages for you")}"
        );
        AdaptiveElement[] body =
        [
            CardParts.Title(title),
            CardParts.Remark(language.Say("お待ちの間に届いたものを、ひとつにまとめました。", "What came for you meanwhile, in one message.")),
            .. requests.Take(MaxRows).Select(Row),
            .. requests.Count > MaxRows
                ?
                [
                    CardParts.Remark(
                        language.Say(
                            $"ほか{requests.Count - MaxRows}件は「一覧」で見られます。",
                            $"{requests.Count - MaxRows} more: type \"list\"."
                        )
                    ),
                ]
                : Array.Empty<AdaptiveElement>(),
        ];
        // A phone shows no more than this: what is wanted stands in it.
        var summary = ShortText.Shorten(
            language.Say($"{title}：{requests[0].Summary}", $"{title}: {requests[0].Summary}"),
            NoticeSummary.MaxLength
        );
        return new WaitingListMessage(CardParts.Card(body, title, language: language), summary);
    }

    private static AdaptiveContainer Row(WaitingRequest request)
    {
        var data = request.Opening.Data.DeepClone().AsObject();
        data[ApprovalFields.FromList] = "true";
        return new AdaptiveContainer
        {
            Items =
            [
                CardParts.Line(request.Summary),
                new AdaptiveActionSet
                {
                    Actions = [Buttons.Execute(request.Opening.Title, request.Opening.Verb, data, takesInputs: false)],
                    Spacing = AdaptiveSpacing.Small,
                },
            ],
            Separator = true, Spacing = AdaptiveSpacing.Medium,
        };
    }
}
