using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>What the cards of a draft say about ranges approved ahead.</summary>
internal static class StandingSection
{
    /// <summary>For the writer: which ranges the account has, or how the claim counts.</summary>
    public static IEnumerable<AdaptiveElement> ForAuthor(DraftView view)
    {
        var say = view.Language;
        if (view.Standing.Claimed is { } use)
        {
            yield return use.Holds
                ? CardParts.Notice(
                    NoticeKind.Done,
                    say.Say(
                        $"事前承認「{use.RangeName}」の範囲です。確認が済めば、決裁を待たずに投稿できます（{use.GrantedBy}が{Until(use, view)}まで承認）。",
                        $"Within the range \"{use.RangeName}\" approved ahead: after the check it may be posted without the head's "
                            + $"decision (approved by {use.GrantedBy} until {Until(use, view)})."
                    )
                )
                : CardParts.Notice(NoticeKind.Attention, NotWithin(use, say));
        }
        else if (view.Standing.Ranges.Count > 0)
        {
            yield return CardParts.Remark(
                say.Say(
                    $"この投稿先には事前承認の範囲があります：{string.Join("、", view.Standing.Ranges.Select(offered => offered.Range.Name.Ja))}",
                    $"This account has ranges approved ahead:"
                        + $" {string.Join(", ", view.Standing.Ranges.Select(offered => offered.Range.Name.En))}"
                )
            );
        }
    }

    public static AdaptiveExecuteAction? Button(DraftView view) => view.Standing.Ranges.Count > 0 || view.Draft.Claim is not null
        ? Buttons.Execute(view.Language.Say("事前承認の範囲で出す", "Within a range approved ahead"), StandingVerbs.ClaimForm, view.Data())
        : null;

    /// <summary>For reviewers and readers: how it was handed in, and on what it rests.</summary>
    public static IEnumerable<AdaptiveElement> ForReader(DraftView view)
    {
        if (view.Draft.Route?.Standing is not { } use || view.Draft.Status is DraftStatus.Composing) yield break;
        var say = view.Language;
        yield return CardParts.Heading(say.Say("事前承認", "Approved ahead"));
        yield return use.Holds
            ? CardParts.Field(
                use.RangeName,
                say.Say($"{use.GrantedBy}が{Until(use, view)}まで承認", $"by {use.GrantedBy} until {Until(use, view)}")
            )
            : CardParts.Line(NotWithin(use, say));
        if (use.Proof.Length > 0) yield return CardParts.Line(use.Proof);
    }

    private static string NotWithin(StandingUse use, CardLanguage say) => say.Say(
        $"事前承認「{use.RangeName}」の範囲に当たらないため、決裁にも回ります：{use.WhyNot}",
        $"Outside the range \"{use.RangeName}\", so the head decides as well: {use.WhyNot}");

    private static string Until(StandingUse use, DraftView view) =>
        use.ExpiresOn is { } day ? JapaneseTime.Format(day, JapaneseTime.DateOf(view.Now).Year, view.Language) : "";
}

/// <summary>What a draft's card knows of ranges approved ahead.</summary>
/// <param name="Ranges">Those its account may use today; empty once it can no longer be handed in.</param>
/// <param name="Claimed">How the writer's claim counts now; null where nothing is claimed.</param>
internal sealed record StandingView(IReadOnlyList<(StandingRange Range, StandingGrant Grant)> Ranges, StandingUse? Claimed)
{
    public static StandingView None { get; } = new([], null);
}
