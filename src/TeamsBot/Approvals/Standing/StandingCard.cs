using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Approvals.Standing;

/// <summary>「事前承認」: the ranges in force; for a head also the form to approve one ahead and the button to end one.</summary>
internal static class StandingCard
{
    /// <summary>How much is drawn, fullest first; the first that fits the limit of a card is shown, the rest is counted (protocol.md 3.10).</summary>
    private static readonly (int Rows, int Documents, int Choices)[] Details = [(12, 50, 100), (12, 5, 60), (6, 3, 40), (1, 1, 12)];

    /// <param name="typed">What could not be taken: its form stands open, with what was typed, beside what is lacking.</param>
    public static AdaptiveCard For(StandingList list, Container? notice = null, StandingInput? typed = null)
    {
        var cards = Details.Select(detail => Of(list, notice, typed, detail.Rows, detail.Documents, detail.Choices));
        return cards.FirstOrDefault(CardSize.Fits) ?? cards.Last();
    }

    private static AdaptiveCard Of(StandingList list, Container? notice, StandingInput? typed, int most, int mostDocuments, int mostChoices)
    {
        var form = list.Decided.Count == 0 ? null : Form(list, typed ?? new StandingInput(), mostChoices);
        var isOpen = typed is not null;
        return CardParts.Card(
            [
                CardParts.Title("事前承認の範囲"),
                .. notice is null ? [] : new CardElement[] { notice },
                CardParts.Remark("範囲に当たる下書きは、決裁を省き、二人目の職員の確認だけで投稿できます。点検はすべて行います。"),
                .. list.Rows.Count == 0 ? [CardParts.Line("今、有効な事前承認はありません。")] : list.Rows.Take(most).SelectMany(row => Row(row, mostDocuments, list.MayDecide(row.Account), list.Now)),
                .. list.Rows.Count == 0 && form is null ? [CardParts.Remark("範囲を定めるのは、そのアカウントの決裁者です。使いたい範囲があれば、ご相談ください。")] : Array.Empty<CardElement>(),
                .. list.Rows.Count > most ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{list.Rows.Count - most}件。"))] : Array.Empty<CardElement>(),
                .. isOpen && form is not null ? form.Body : [],
            ],
            "事前承認の範囲",
            form is null ? null : isOpen ? form.Actions : [new ShowCardAction("範囲を事前承認する", form)]);
    }

    private static IEnumerable<CardElement> Row(StandingRow row, int mostDocuments, bool mayEnd, DateTimeOffset now)
    {
        yield return new Container(
        [
            CardParts.Line(new TextRun(row.Range.Name.Ja) { Weight = "Bolder" }, new TextRun($"　{AccountRegister.Display(row.Account)}")),
            CardParts.Line(
                new TextRun($"{JapaneseTime.Format(row.Grant.ExpiresOn, JapaneseTime.DateOf(now).Year)}まで　") { Weight = "Bolder" },
                new TextRun($"{row.Grant.GrantedBy}　{JapaneseTime.Format(row.Grant.GrantedAt, now)}") { IsSubtle = true, Size = "Small" }),
            .. row.Grant.Extent.Length > 0 ? [CardParts.Line(row.Grant.Extent)] : Array.Empty<CardElement>(),
            .. row.Grant.Documents.Count > 0 ? [CardParts.Remark($"文書：{Documents(row.Grant.Documents, mostDocuments)}")] : Array.Empty<CardElement>(),
            .. mayEnd ? [new ActionSet([new ExecuteAction($"終了する：{row.Range.Name.Ja}", StandingVerbs.End, DataOf(row)) { AssociatedInputs = "none" }])] : Array.Empty<CardElement>(),
        ])
        {
            Separator = true, Spacing = "Small",
        };
    }

    private static string Documents(IReadOnlyList<DecidedDocument> documents, int most) =>
        string.Join("、", documents.Take(most)) + (documents.Count > most ? string.Create(CultureInfo.InvariantCulture, $"　ほか{documents.Count - most}件") : "");

    private static JsonObject DataOf(StandingRow row) => new()
    {
        [ApprovalFields.Account] = row.Account.Id, [StandingFields.Range] = row.Range.Id, ["version"] = row.Grant.Version.ToString(CultureInfo.InvariantCulture),
    };

    private static AdaptiveCard Form(StandingList list, StandingInput typed, int mostChoices)
    {
        var asksDocuments = list.Ranges.Any(range => range.Proof == RangeProof.Document);
        return new()
        {
            Body =
            [
                CardParts.Choice(ApprovalFields.Account, "アカウント", list.Decided.OrderByDescending(account => account.Id == typed.Account)
                    .Take(mostChoices).Select(account => (AccountRegister.Display(account), account.Id))) with
                {
                    Value = typed.Account ?? (list.Decided is [var only] ? only.Id : null),
                },
                new ChoiceSetInput("範囲", [.. list.Ranges.Select(range => new Choice(range.Name.Ja, range.Id))]) { Id = StandingFields.Range, Value = typed.Range, Style = "compact", Placeholder = "選んでください" },
                new DateInput($"いつまで　最長{list.MostDays.Show("日")}")
                {
                    Id = StandingFields.Expires, Value = typed.Expires ?? Field(list.LastDay), Min = Field(list.Today), Max = Field(list.LastDay),
                },
                new TextInput("範囲の補足（なくてもかまいません）") { Id = StandingFields.Extent, Value = typed.Extent, MaxLength = StandingGrant.MaxExtent, Placeholder = "例：市民まつりの会場からの発信" },
                .. asksDocuments
                    ? [new TextInput($"文書の番号と日付（「{list.Ranges.First(range => range.Proof == RangeProof.Document).Name.Ja}」のとき、1行に1件）")
                    {
                        Id = StandingFields.Documents, Value = typed.Documents, IsMultiline = true, MaxLength = StandingInput.MaxDocuments, Placeholder = "朝シ発第12号 2026-10-01",
                    }]
                    : Array.Empty<CardElement>(),
                CardParts.Remark("同じアカウントと範囲に今ある事前承認は、これに置き換わります。"),
            ],
            Actions = [new ExecuteAction("この範囲を事前承認する", StandingVerbs.Grant) { Style = "positive" }],
        };
    }

    private static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What the card shows, gathered before it is drawn.</summary>
/// <param name="Decided">The accounts the viewer decides for; empty for everybody but heads.</param>
internal sealed record StandingList(
    IReadOnlyList<StandingRow> Rows, IReadOnlyList<OfficialAccount> Decided, IReadOnlyList<StandingRange> Ranges, NumberSetting MostDays, DateTimeOffset Now)
{
    public DateOnly Today => JapaneseTime.DateOf(Now);

    public DateOnly LastDay => Today.AddDays(MostDays.Value);

    public bool MayDecide(OfficialAccount account) => Decided.Any(decided => decided.Id == account.Id);
}

internal sealed record StandingRow(OfficialAccount Account, StandingRange Range, StandingGrant Grant);

/// <summary>What the head filled in, kept where it could not be taken.</summary>
internal sealed record StandingInput(string? Account = null, string? Range = null, string? Expires = null, string Extent = "", string Documents = "")
{
    public const int MaxDocuments = 4_000;
}
