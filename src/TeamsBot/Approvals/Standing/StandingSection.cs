using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Standing;

/// <summary>What the cards of a draft say about ranges approved ahead.</summary>
internal static class StandingSection
{
    /// <summary>For the writer: which ranges the account has, or how the claim counts.</summary>
    public static IEnumerable<AdaptiveElement> ForAuthor(DraftView view)
    {
        if (view.Standing.Claimed is { } use)
        {
            yield return use.Holds
                ? CardParts.Notice(NoticeKind.Done, $"事前承認「{use.RangeName}」の範囲です。確認が済めば、決裁を待たずに投稿できます（{use.GrantedBy}が{Until(use, view)}まで承認）。")
                : CardParts.Notice(NoticeKind.Attention, $"事前承認「{use.RangeName}」の範囲に当たらないため、決裁にも回ります：{use.WhyNot}");
        }
        else if (view.Standing.Ranges.Count > 0)
        {
            yield return CardParts.Remark($"この投稿先には事前承認の範囲があります：{string.Join("、", view.Standing.Ranges.Select(offered => offered.Range.Name.Ja))}");
        }
    }

    public static AdaptiveExecuteAction? Button(DraftView view) => view.Standing.Ranges.Count > 0 || view.Draft.Claim is not null
        ? Buttons.Execute("事前承認の範囲で出す", StandingVerbs.ClaimForm, view.Data())
        : null;

    /// <summary>For reviewers and readers: how it was handed in, and on what it rests.</summary>
    public static IEnumerable<AdaptiveElement> ForReader(DraftView view)
    {
        if (view.Draft.Route?.Standing is not { } use || view.Draft.Status is DraftStatus.Composing) yield break;
        yield return CardParts.Heading("事前承認");
        yield return use.Holds
            ? CardParts.Field(use.RangeName, $"{use.GrantedBy}が{Until(use, view)}まで承認")
            : CardParts.Line($"「{use.RangeName}」の範囲に当たらないため、決裁にも回ります：{use.WhyNot}");
        if (use.Proof.Length > 0) yield return CardParts.Line(use.Proof);
    }

    private static string Until(StandingUse use, DraftView view) => use.ExpiresOn is { } day ? JapaneseTime.Format(day, JapaneseTime.DateOf(view.Now).Year) : "";
}

/// <summary>What a draft's card knows of ranges approved ahead.</summary>
/// <param name="Ranges">Those its account may use today; empty once it can no longer be handed in.</param>
/// <param name="Claimed">How the writer's claim counts now; null where nothing is claimed.</param>
internal sealed record StandingView(IReadOnlyList<(StandingRange Range, StandingGrant Grant)> Ranges, StandingUse? Claimed)
{
    public static StandingView None { get; } = new([], null);
}
