using System.Globalization;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Where the writer says which range a draft falls into and shows what the range asks for. Each range's fields stand folded away.
/// </summary>
internal static class ClaimCard
{
    /// <summary>Longest published text that is compared, in UTF-16 units; three times it, in bytes, still fits a card.</summary>
    public const int MaxPublished = 5_000;

    public const int MaxField = 200;

    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null)
    {
        var say = view.Language;
        var leave = Buttons.Execute(
            say.Say("範囲を使わない", "Use no range"),
            StandingVerbs.Claim,
            view.Data((StandingFields.Range, "")),
            takesInputs: false
        );
        return CardParts.Card(
            [
                .. DraftSections.Header(view),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Heading(say.Say("事前承認の範囲で出す", "Post within a range approved ahead")),
                .. view.Standing.Ranges.Count == 0
                    ? [CardParts.Line(say.Say(
                        "この投稿先には、今使える事前承認がありません。所属長が「事前承認」で定めると使えます。",
                        "This account has no range that can be used now. The head sets one with 「事前承認」."))]
                    : view.Standing.Ranges.SelectMany(offered => Range(offered, view)),
            ],
            say.Say($"下書き No.{view.Draft.Number} 事前承認の範囲", $"Draft No.{view.Draft.Number}: ranges approved ahead"),
            [
                .. view.Standing.Ranges.Select(offered => new AdaptiveShowCardAction
                {
                    Title = NameOf(offered.Range, say),
                    Card = Form(view, offered.Range),
                }),
                .. view.Draft.Claim is null ? [] : new AdaptiveAction[] { leave },
                Buttons.Execute(say.Say("戻る", "Back"), ApprovalVerbs.Show, view.Data(), takesInputs: false),
            ],
            language: say);
    }

    private static string NameOf(StandingRange range, CardLanguage say) => say.Say(range.Name.Ja, range.Name.En);

    private static IEnumerable<AdaptiveElement> Range((StandingRange Range, StandingGrant Grant) offered, DraftView view)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun { Text = NameOf(offered.Range, view.Language), Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun
            {
                Text = view.Language.Say($"　{Until(offered.Grant, view)}まで", $"  until {Until(offered.Grant, view)}"), IsSubtle = true,
            });
        yield return CardParts.Remark(view.Language.Say($"要るもの：{offered.Range.Needs}", $"What it needs: {offered.Range.Needs}"));
        if (offered.Grant.Extent.Length > 0)
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = view.Language.Say("範囲の補足　", "More on the range  "), IsSubtle = true },
                new AdaptiveTextRun { Text = offered.Grant.Extent }
            );
    }

    private static string Until(StandingGrant grant, DraftView view) =>
        JapaneseTime.Format(grant.ExpiresOn, JapaneseTime.DateOf(view.Now).Year, view.Language);

    private static AdaptiveCard Form(DraftView view, StandingRange range)
    {
        var say = view.Language;
        var claim = view.Draft.Claim is { } made && made.RangeId == range.Id ? made : new StandingClaim(range.Id);
        List<AdaptiveElement> fields = range.Proof switch
        {
            RangeProof.Published =>
            [
                new AdaptiveTextInput
                {
                    Label = say.Say("公表したページのURL、または広報紙の号", "Address of the published page, or issue of the newsletter"),
                    Id = StandingFields.Where(range.Id),
                    Value = claim.Where,
                    MaxLength = MaxField,
                },
                new AdaptiveTextInput
                {
                    Label = say.Say("公表した文章（貼り付け）", "The published text (paste it)"),
                    Id = StandingFields.Published(range.Id),
                    Value = claim.Published,
                    IsMultiline = true,
                    MaxLength = MaxPublished,
                },
            ],
            RangeProof.Law =>
            [
                new AdaptiveTextInput
                {
                    Label = say.Say("根拠の法令名（記録に載ります）", "The law it rests on (kept on record)"),
                    Id = StandingFields.Law(range.Id),
                    Value = claim.Law,
                    MaxLength = MaxField,
                },
            ],
            RangeProof.Document =>
            [
                new AdaptiveTextInput
                {
                    Label = say.Say("文書番号", "Document number"),
                    Id = StandingFields.DocumentNumber(range.Id),
                    Value = claim.DocumentNumber,
                    MaxLength = MaxField,
                },
                new AdaptiveDateInput
                {
                    Label = say.Say("文書の日付", "Date of the document"),
                    Id = StandingFields.DocumentOn(range.Id),
                    Value = claim.DocumentOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
            ],
            _ => [CardParts.Line(range.Needs)],
        };
        return new AdaptiveCard("1.5")
        {
            Body = fields,
            Actions =
            [
                Buttons.Execute(
                    say.Say($"「{range.Name.Ja}」を使う", $"Use \"{range.Name.En}\""),
                    StandingVerbs.Claim,
                    view.Data((StandingFields.Range, range.Id)),
                    style: "positive"
                ),
            ],
        };
    }
}
