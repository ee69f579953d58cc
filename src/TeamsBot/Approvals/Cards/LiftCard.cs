using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Asks the head whether blocking findings may pass, with a written reason that stays on record (rules.md 1.1). A stop is never asked
/// about.
/// </summary>
internal static class LiftCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null, string reason = "", bool isMissing = false)
    {
        var say = view.Language;
        return CardParts.Card(
            [
                ReviewParts.Heading(view, say.Say("例外の判断をお願いします", "Please decide on an exception")),
                .. ReviewParts.About(view),
                CardParts.Notice(
                    NoticeKind.Info,
                    say.Say(
                        "「要修正」の項目について、例外として確認に回してよいかの判断をお願いします。この判断は承認ではありません。確認と決裁は別に行います。",
                        "May this go on in spite of what is to be fixed? This is not the approval: check and decision follow."
                    )
                ),
                .. Why(view),
                .. ReviewParts.Text(view),
                .. PicturesSection.ForReader(view),
                .. DraftSections.Note(view.Draft),
                .. FoundSection.For(view),
                new AdaptiveTextInput
                {
                    Label = say.Marked(
                        isMissing,
                        say.Say(
                            "判断の理由（10字以上。確認者と監査の記録に残ります）",
                            "Reason (10 characters or more; kept for reviewers and audit)"
                        ),
                        reason
                    ),
                    Id = ApprovalFields.Reason,
                    Value = reason,
                    IsMultiline = true,
                    MaxLength = DraftInput.MaxReason,
                },
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                ReviewParts.Primary(
                    Buttons.Execute(
                        say.Say("例外として認める", "Allow the exception"),
                        ApprovalVerbs.Lift,
                        view.Data((ApprovalFields.Decision, "grant")),
                        style: "positive"
                    )
                ),
                ReviewParts.Primary(
                    Buttons.Execute(
                        say.Say("認めない", "Do not allow it"),
                        ApprovalVerbs.Lift,
                        view.Data((ApprovalFields.Decision, "refuse"))
                    )
                ),
            ],
            say.Say($"例外の判断のお願い No.{view.Draft.Number}", $"No.{view.Draft.Number}: an exception to decide on"), language: say);
    }

    /// <summary>The author's own words: without them the head would decide on an exception nobody explained.</summary>
    private static IEnumerable<AdaptiveElement> Why(DraftView view)
    {
        if (view.Draft.Events.LastOrDefault(happened => happened.Kind == DraftEventKind.LiftAsked)?.Note is not { Length: > 0 } reason)
            yield break;
        yield return ReviewParts.Line(
            ReviewParts.Bold(view.Language.Say("起案者の理由　", "The author's reason  ")), ReviewParts.Plain(ShownText.Of(reason)));
    }
}
