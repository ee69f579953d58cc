using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Standing;

/// <summary>「事前承認」: the ranges in force; for a head also the form to approve one ahead and the button to end one.</summary>
internal static class StandingCard
{
    /// <summary>
    /// How much is drawn, fullest first; the first that fits the limit of a card is shown, the rest is counted (protocol.md 3.10).
    /// </summary>
    private static readonly (int Rows, int Documents, int Choices)[] Details = [(12, 50, 100), (12, 5, 60), (6, 3, 40), (1, 1, 12)];

    /// <param name="typed">What could not be taken: its form stands open, with what was typed, beside what is lacking.</param>
    public static AdaptiveCard For(StandingList list, AdaptiveContainer? notice = null, StandingInput? typed = null)
    {
        var cards = Details.Select(detail => Of(list, notice, typed, detail.Rows, detail.Documents, detail.Choices));
        return cards.FirstOrDefault(CardSize.Fits) ?? cards.Last();
    }

    private static AdaptiveCard Of(
        StandingList list,
        AdaptiveContainer? notice,
        StandingInput? typed,
        int most,
        int mostDocuments,
        int mostChoices
    )
    {
        var form = list.Decided.Count == 0 ? null : Form(list, typed ?? new StandingInput(), mostChoices);
        var isOpen = typed is not null;
        return CardParts.Card(
            [
                CardParts.Title("事前承認の範囲"),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Remark("範囲に当たる下書きは、決裁を省き、二人目の職員の確認だけで投稿できます。点検はすべて行います。"),
                .. list.Rows.Count == 0
                    ? [CardParts.Line("今、有効な事前承認はありません。")]
                    : list.Rows.Take(most).SelectMany(row => Row(row, mostDocuments, list.MayDecide(row.Account), list.Now)),
                .. list.Rows.Count == 0 && form is null
                    ? [CardParts.Remark("範囲を定めるのは、そのアカウントの決裁者です。使いたい範囲があれば、ご相談ください。")]
                    : Array.Empty<AdaptiveElement>(),
                .. list.Rows.Count > most
                    ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{list.Rows.Count - most}件。"))]
                    : Array.Empty<AdaptiveElement>(),
                .. isOpen && form is not null ? form.Body : [],
            ],
            "事前承認の範囲",
            form is null ? null : isOpen ? form.Actions : [new AdaptiveShowCardAction { Title = "範囲を事前承認する", Card = form }]);
    }

    private static IEnumerable<AdaptiveElement> Row(StandingRow row, int mostDocuments, bool mayEnd, DateTimeOffset now)
    {
        yield return new AdaptiveContainer
        {
            Items =
            [
                CardParts.Line(
                    new AdaptiveTextRun { Text = row.Range.Name.Ja, Weight = AdaptiveTextWeight.Bolder },
                    new AdaptiveTextRun { Text = $"　{AccountRegister.Display(row.Account)}" }
                ),
                CardParts.Line(
                    new AdaptiveTextRun
                    {
                        Text = $"{JapaneseTime.Format(row.Grant.ExpiresOn, JapaneseTime.DateOf(now).Year)}まで　",
                        Weight = AdaptiveTextWeight.Bolder,
                    },
                    new AdaptiveTextRun
                    {
                        Text = $"{row.Grant.GrantedBy}　{JapaneseTime.Format(row.Grant.GrantedAt, now)}",
                        IsSubtle = true,
                        Size = AdaptiveTextSize.Small,
                    }
                ),
                .. row.Grant.Extent.Length > 0 ? [CardParts.Line(row.Grant.Extent)] : Array.Empty<AdaptiveElement>(),
                .. row.Grant.Documents.Count > 0
                    ? [CardParts.Remark($"文書：{Documents(row.Grant.Documents, mostDocuments)}")]
                    : Array.Empty<AdaptiveElement>(),
                .. mayEnd
                    ?
                    [
                        new AdaptiveActionSet
                        {
                            Actions =
                            [
                                Buttons.Execute($"終了する：{row.Range.Name.Ja}", StandingVerbs.End, DataOf(row), takesInputs: false),
                            ],
                        },
                    ]
                    : Array.Empty<AdaptiveElement>(),
            ],
            Separator = true, Spacing = AdaptiveSpacing.Small,
        };
    }

    private static string Documents(IReadOnlyList<DecidedDocument> documents, int most) =>
        string.Join("、", documents.Take(most))
        + (documents.Count > most ? string.Create(CultureInfo.InvariantCulture, $"　ほか{documents.Count - most}件") : "");

    private static JsonObject DataOf(StandingRow row) => new()
    {
        [ApprovalFields.Account] = row.Account.Id,
        [StandingFields.Range] = row.Range.Id,
        ["version"] = row.Grant.Version.ToString(CultureInfo.InvariantCulture),
    };

    private static AdaptiveCard Form(StandingList list, StandingInput typed, int mostChoices)
    {
        var asksDocuments = list.Ranges.Any(range => range.Proof == RangeProof.Document);
        return new AdaptiveCard("1.5")
        {
            Body =
            [
                CardParts.Choice(
                    ApprovalFields.Account,
                    "アカウント",
                    list.Decided.OrderByDescending(account => account.Id == typed.Account)
                        .Take(mostChoices)
                        .Select(one => (AccountRegister.Display(one), one.Id)),
                    typed.Account ?? (list.Decided is [var only] ? only.Id : null)
                ),
                new AdaptiveChoiceSetInput
                {
                    Label = "範囲",
                    Choices = [.. list.Ranges.Select(range => new AdaptiveChoice { Title = range.Name.Ja, Value = range.Id })],
                    Wrap = true, Id = StandingFields.Range, Value = typed.Range, Style = AdaptiveChoiceInputStyle.Compact,
                    Placeholder = "選んでください",
                },
                new AdaptiveDateInput
                {
                    Label = $"いつまで　最長{list.MostDays.Show("日")}", Id = StandingFields.Expires,
                    Value = typed.Expires ?? Field(list.LastDay), Min = Field(list.Today), Max = Field(list.LastDay),
                },
                new AdaptiveTextInput
                {
                    Label = "範囲の補足（なくてもかまいません）", Id = StandingFields.Extent, Value = typed.Extent, MaxLength = StandingGrant.MaxExtent,
                    Placeholder = "例：市民まつりの会場からの発信",
                },
                .. asksDocuments
                    ? [new AdaptiveTextInput
                    {
                        Label = $"文書の番号と日付（「{list.Ranges.First(range => range.Proof == RangeProof.Document).Name.Ja}」のとき、1行に1件）",
                        Id = StandingFields.Documents, Value = typed.Documents, IsMultiline = true,
                        MaxLength = StandingInput.MaxDocuments, Placeholder = "朝シ発第12号 2026-10-01",
                    }]
                    : Array.Empty<AdaptiveElement>(),
                CardParts.Remark("同じアカウントと範囲に今ある事前承認は、これに置き換わります。"),
            ],
            Actions = [Buttons.Execute("この範囲を事前承認する", StandingVerbs.Grant, style: "positive")],
        };
    }

    private static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What the card shows, gathered before it is drawn.</summary>
/// <param name="Decided">The accounts the viewer decides for; empty for everybody but heads.</param>
internal sealed record StandingList(
    IReadOnlyList<StandingRow> Rows,
    IReadOnlyList<OfficialAccount> Decided,
    IReadOnlyList<StandingRange> Ranges,
    NumberSetting MostDays,
    DateTimeOffset Now
)
{
    public DateOnly Today => JapaneseTime.DateOf(Now);

    public DateOnly LastDay => Today.AddDays(MostDays.Value);

    public bool MayDecide(OfficialAccount account) => Decided.Any(decided => decided.Id == account.Id);
}

internal sealed record StandingRow(OfficialAccount Account, StandingRange Range, StandingGrant Grant);

/// <summary>What the head filled in, kept where it could not be taken.</summary>
internal sealed record StandingInput(
    string? Account = null,
    string? Range = null,
    string? Expires = null,
    string Extent = "",
    string Documents = ""
)
{
    public const int MaxDocuments = 4_000;
}
