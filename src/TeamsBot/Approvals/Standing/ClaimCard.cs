using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Standing;

/// <summary>Where the writer says which range a draft falls into and shows what the range asks for. Each range's fields stand folded away.</summary>
internal static class ClaimCard
{
    /// <summary>Longest published text that is compared, in UTF-16 units; three times it, in bytes, still fits a card.</summary>
    public const int MaxPublished = 5_000;

    public const int MaxField = 200;

    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null) => CardParts.Card(
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            CardParts.Heading("事前承認の範囲で出す"),
            .. view.Standing.Ranges.Count == 0
                ? [CardParts.Line("この投稿先には、今使える事前承認がありません。所属長が「事前承認」で定めると使えます。")]
                : view.Standing.Ranges.SelectMany(offered => Range(offered, view)),
        ],
        $"下書き No.{view.Draft.Number} 事前承認の範囲",
        [
            .. view.Standing.Ranges.Select(offered => new AdaptiveShowCardAction
            {
                Title = offered.Range.Name.Ja, Card = Form(view, offered.Range),
            }),
            .. view.Draft.Claim is null ? [] : new AdaptiveAction[] { Buttons.Execute("範囲を使わない", StandingVerbs.Claim, view.Data((StandingFields.Range, "")), takesInputs: false) },
            Buttons.Execute("戻る", ApprovalVerbs.Show, view.Data(), takesInputs: false),
        ]);

    private static IEnumerable<AdaptiveElement> Range((StandingRange Range, StandingGrant Grant) offered, DraftView view)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun { Text = offered.Range.Name.Ja, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun
            {
                Text = $"　{JapaneseTime.Format(offered.Grant.ExpiresOn, JapaneseTime.DateOf(view.Now).Year)}まで", IsSubtle = true,
            });
        yield return CardParts.Remark($"要るもの：{offered.Range.Needs}");
        if (offered.Grant.Extent.Length > 0) yield return CardParts.Line(new AdaptiveTextRun { Text = "範囲の補足　", IsSubtle = true }, new AdaptiveTextRun { Text = offered.Grant.Extent });
    }

    private static AdaptiveCard Form(DraftView view, StandingRange range)
    {
        var claim = view.Draft.Claim is { } made && made.RangeId == range.Id ? made : new StandingClaim(range.Id);
        List<AdaptiveElement> fields = range.Proof switch
        {
            RangeProof.Published =>
            [
                new AdaptiveTextInput
                {
                    Label = "公表したページのURL、または広報紙の号", Id = StandingFields.Where(range.Id), Value = claim.Where, MaxLength = MaxField,
                },
                new AdaptiveTextInput
                {
                    Label = "公表した文章（貼り付け）", Id = StandingFields.Published(range.Id), Value = claim.Published, IsMultiline = true,
                    MaxLength = MaxPublished,
                },
            ],
            RangeProof.Law => [new AdaptiveTextInput { Label = "根拠の法令名（記録に載ります）", Id = StandingFields.Law(range.Id), Value = claim.Law, MaxLength = MaxField }],
            RangeProof.Document =>
            [
                new AdaptiveTextInput
                {
                    Label = "文書番号", Id = StandingFields.DocumentNumber(range.Id), Value = claim.DocumentNumber, MaxLength = MaxField,
                },
                new AdaptiveDateInput
                {
                    Label = "文書の日付", Id = StandingFields.DocumentOn(range.Id),
                    Value = claim.DocumentOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
            ],
            _ => [CardParts.Line(range.Needs)],
        };
        return new AdaptiveCard("1.5") { Body = fields, Actions = [Buttons.Execute($"「{range.Name.Ja}」を使う", StandingVerbs.Claim, view.Data((StandingFields.Range, range.Id)), style: "positive")] };
    }
}
