using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The card of somebody of whom nothing is asked (any more): what happened, who is next, and text and story folded away. No button of a
/// decision is left.
/// </summary>
internal static class ReaderCard
{
    private const string TextPart = "body";

    private const string StoryPart = "story";

    /// <param name="viewerId">Null where it does not matter who looks.</param>
    public static AdaptiveCard For(DraftView view, string? viewerId, AdaptiveContainer? notice)
    {
        var (draft, say) = (view.Draft, view.Language);
        var own = draft.Reviews.LastOrDefault(review => review.Decision is not null && review.RevisionNumber == draft.Current.Number
            && string.Equals(review.ReviewerId, viewerId, StringComparison.OrdinalIgnoreCase));
        var state =
            own is { Decision: Decision.Approve } && draft.Status == DraftStatus.AwaitingDecision
                ? say.Say("確認済み", "Checked")
                : State(draft, say);
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(view, state, draft.Status.Color()),
            .. notice is not null ? [notice] : own is null || !Stands(draft, own) ? [] : new AdaptiveElement[] { Done(view, own) },
            .. notice is { Style: AdaptiveContainerStyle.Attention } ? [] : Ended(view, own),
            .. UnsentSection.For(view, viewerId),
            .. own is null ? ReviewParts.About(view).Take(2) : [],
            .. Now(view),
            .. own is { Step: RouteStep.SecondReview } ? [] : CheckedSection.For(view, "checked"),
            .. GateSection.Answered(view),
            .. StandingSection.ForReader(view),
            new AdaptiveActionSet
            {
                Actions =
                [
                    ReviewParts.Unfold(say.Say("本文を見る", "Show the text"), TextPart, StoryPart),
                    ReviewParts.Unfold(say.Say("経過を見る", "Show the story"), StoryPart, TextPart),
                ],
                Spacing = AdaptiveSpacing.Medium,
            },
            ReviewParts.Folded(TextPart, false, [.. ReviewParts.Text(view), .. PicturesSection.ForReader(view), .. FoundSection.For(view)]),
            ReviewParts.Folded(StoryPart, false, DraftSections.History(view)),
        ];
        return CardParts.Card(body, DraftCards.Summary(draft), language: say);
    }

    /// <summary>
    /// What the reader decided is still how the draft stands; an approval that was overtaken is none to be shown with a tick.
    /// </summary>
    private static bool Stands(Draft draft, Review own) => draft.Status switch
    {
        DraftStatus.InReview or DraftStatus.AwaitingDecision or DraftStatus.Approved or DraftStatus.Posted => true,
        DraftStatus.Returned => own.Decision == Decision.RequestChanges,
        DraftStatus.Rejected => own.Decision == Decision.Reject,
        _ => false,
    };

    /// <summary>Who ended what was asked, and why.</summary>
    private static IEnumerable<AdaptiveElement> Ended(DraftView view, Review? own)
    {
        var draft = view.Draft;
        var outcome = draft.Status switch
        {
            DraftStatus.Composing or DraftStatus.Withdrawn => draft.Ended(),
            DraftStatus.Returned => draft.Events.LastOrDefault(happened => happened.Kind == DraftEventKind.Returned),
            DraftStatus.Rejected => draft.Events.LastOrDefault(happened => happened.Kind == DraftEventKind.Rejected),
            _ => null,
        };
        if (outcome is not { } ended) yield break;
        if (ended.Kind is DraftEventKind.Revised or DraftEventKind.Withdrawn)
            yield return CardParts.Notice(NoticeKind.Info, ended.Sentence(draft, view.Now, view.Language));
        if (ended is not { Kind: DraftEventKind.Returned or DraftEventKind.Rejected, Note: { } reason }) yield break;
        var who =
            own is not null && Stands(draft, own)
                ? ""
                : $"{ended.Kind.Word(view.Language)}　{ended.Who}　{JapaneseTime.Format(ended.At, view.Now, view.Language)}";
        if (who.Length > 0) yield return ReviewParts.Line(ReviewParts.Bold(who));
        yield return ReviewParts.Line(ReviewParts.Subtle(view.Language.Say("理由　", "Reason　")), ReviewParts.Plain(reason));
    }

    private static AdaptiveContainer Done(DraftView view, Review own)
    {
        var (say, at) = (view.Language, own.ClosedAt is { } closed ? JapaneseTime.Format(closed, view.Now, view.Language) : "");
        var (kind, words) = own.Decision switch
        {
            Decision.Approve => (
                NoticeKind.Done,
                own.Step == RouteStep.SecondReview
                    ? say.Say("確認済みにしました。", "You marked it as checked.")
                    : say.Say("承認しました。", "You approved it.")
            ),
            Decision.RequestChanges => (NoticeKind.Info, say.Say("差し戻しました。", "You returned it.")),
            _ => (NoticeKind.Info, say.Say("却下しました。", "You rejected it.")),
        };
        return CardParts.Notice(kind, at.Length == 0 ? words : say.Say($"{words}{at}", $"{words} {at}"));
    }

    /// <summary>Who has to do what now.</summary>
    private static IEnumerable<AdaptiveElement> Now(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        var asked = draft.OpenReviews.Select(review => review.Reviewer.Polite(say)).ToList();
        var words = draft.Status switch
        {
            DraftStatus.InReview when asked.Count > 0 => say.Say(
                $"{string.Join("、", asked)}に確認を頼みました",
                $"{string.Join(", ", asked)} asked to check"
            ),
            DraftStatus.AwaitingDecision when asked.Count > 0 => say.Say(
                $"{string.Join("、", asked)}に決裁を頼みました",
                $"{string.Join(", ", asked)} asked to decide"
            ),
            DraftStatus.Approved => say.Say($"{draft.AuthorName}さんが投稿します", $"{draft.AuthorName} posts it"),
            DraftStatus.Returned => say.Say($"{draft.AuthorName}さんが直します", $"{draft.AuthorName} changes it"),
            DraftStatus.Posted when draft.Events.LastOrDefault(happened => happened.Kind == DraftEventKind.Posted) is { } posted => say.Say(
                $"{posted.Who}さんが投稿しました（{JapaneseTime.Format(posted.At, view.Now, say)}）",
                $"{posted.Who} posted it ({JapaneseTime.Format(posted.At, view.Now, say)})"
            ),
            _ => "",
        };
        if (words.Length > 0) yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("いま　", "Now　")), ReviewParts.Plain(words));
        if (draft is { Status: DraftStatus.Posted, PostedUrl: { } url }) yield return ReviewParts.Line(ReviewParts.Plain(url));
        if (draft.OpenAlarm != AlarmKind.None)
            yield return CardParts.Notice(
                NoticeKind.Attention,
                draft.OpenAlarm == AlarmKind.Account
                    ? say.Say("別のアカウントに投稿されたと報告されています。", "It was reported as posted from another account.")
                    : say.Say("投稿文が承認文と違うと報告されています。", "The reported text is not the approved one.")
            );
    }

    public static string State(Draft draft, CardLanguage language) => language.Say(draft.Status.Word(), draft.Status switch
    {
        DraftStatus.Composing => "Being written",
        DraftStatus.InReview => "Being checked",
        DraftStatus.AwaitingDecision => "Awaiting a decision",
        DraftStatus.Approved => "Approved, to be posted",
        DraftStatus.Posted => "Posted",
        DraftStatus.Returned => "Returned",
        DraftStatus.Rejected => "Rejected",
        DraftStatus.Withdrawn => "Withdrawn",
        DraftStatus.Expired => "Expired",
        _ => "On hold",
    });
}
