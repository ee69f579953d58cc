using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The author's card once the draft may be posted: the way to the text, then the report. What stands in them is <see cref="PostingSection"/>'s. The
/// primary button is the one for what comes next.
/// </summary>
internal static class ApprovedSection
{
    public static IEnumerable<AdaptiveElement> For(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        var isHandedOut = draft.Events.Any(happened => happened.Kind == DraftEventKind.TextHandedOut && happened.At >= draft.ApprovedAt);
        foreach (var element in PostingSection.For(view)) yield return element;
        var isLike = draft.LikeOf is not null;
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            Buttons.Execute(
                isLike ? language.Say("アカウントを確認し、URLを受け取る", "Confirm the account, get the URL") : language.Say("投稿先を確認し、本文を受け取る", "Confirm the account, get the text"),
                ApprovalVerbs.HandOut, view.Data(), style: isHandedOut ? null : "positive", takesInputs: false),
            isLike ? PostingSection.LikeReport(view) : null);
        AdaptiveAction[] report = isLike ? [] : [CardParts.Unfold(language.Say("投稿を報告", "Report the post"), AuthorFolds.Report, [AuthorFolds.Body, AuthorFolds.Stop])];
        foreach (var element in WaitingSection.Folds(view, language.Say("直す・取り下げる", "Change or withdraw"), report)) yield return element;
        if (isLike) yield break;
        var fields = PostingSection.Report(view);
        yield return CardParts.Fold(AuthorFolds.Report, isHandedOut, [.. fields.Body, CardParts.Row(AdaptiveSpacing.Small, fields.Actions)]);
    }
}
