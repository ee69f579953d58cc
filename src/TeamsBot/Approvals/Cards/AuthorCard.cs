using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The author's card: the form while writing, then where the draft stands, then the text to post and the report that it was posted.</summary>
internal static class AuthorCard
{
    public static AdaptiveCard For(DraftView view, Container? notice = null)
    {
        var draft = view.Draft;
        var isEditable = draft.Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired;
        CardElement[] body =
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new CardElement[] { notice },
            .. Reason(draft),
            .. isEditable ? FindingsSection.For(view, withAnswerFields: true) : [],
            .. isEditable ? AboutFindings(view) : [],
            .. DraftSections.Text(view),
            .. isEditable ? PicturesSection.ForWriter(view) : PicturesSection.ForReader(view),
            .. isEditable ? DraftForm.Fields(view) : [],
            .. isEditable ? StandingSection.ForAuthor(view) : StandingSection.ForReader(view),
            .. draft.Status == DraftStatus.Approved ? PostingSection.For(view) : [],
            .. draft.Status == DraftStatus.Posted ? [CardParts.Field("投稿URL", draft.PostedUrl ?? "")] : Array.Empty<CardElement>(),
            .. DraftSections.History(view),
        ];
        return CardParts.Card(body, $"下書き No.{draft.Number}「{draft.Status.Word()}」", [.. Actions(view)]);
    }

    /// <summary>The reviewer's words stand where the author looks first.</summary>
    private static IEnumerable<CardElement> Reason(Draft draft)
    {
        if (draft.Status is not (DraftStatus.Returned or DraftStatus.Rejected)) yield break;
        if (draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.Returned or DraftEventKind.Rejected) is not { } last) yield break;
        yield return CardParts.Notice(NoticeKind.Attention, $"{last.Who}から：{last.Note}");
    }

    /// <summary>What can be done about the findings stands under them: Teams draws six buttons of a row at most, and the foot of the card needs its own.</summary>
    private static IEnumerable<CardElement> AboutFindings(DraftView view)
    {
        CardActionElement?[] offered =
        [
            FixSection.Button(view),
            DismissSection.Button(view),
            CanAskLift(view) ? new ExecuteAction("所属長に例外を相談", ApprovalVerbs.AskLift, view.Data()) : null,
        ];
        CardActionElement[] actions = [.. offered.OfType<CardActionElement>()];
        if (actions.Length > 0) yield return new ActionSet(actions);
    }

    private static IEnumerable<CardActionElement> Actions(DraftView view)
    {
        var draft = view.Draft;
        if (draft.Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)
        {
            yield return new ExecuteAction(draft.Current.SubmittedAt is null && draft.LastSubmitted is null ? "確認に回す" : "修正して再申請", ApprovalVerbs.Submit, view.Data()) { Style = "positive" };
            if (StandingSection.Button(view) is { } standing) yield return standing;
            yield return new ExecuteAction("再チェック", ApprovalVerbs.Check, view.Data());
        }

        if (draft.Status == DraftStatus.Approved)
        {
            yield return new ExecuteAction(draft.LikeOf is null ? "投稿先を確認し、本文を受け取る" : "アカウントを確認し、URLを受け取る", ApprovalVerbs.HandOut, view.Data()) { AssociatedInputs = "none", Style = "positive" };
            yield return draft.LikeOf is null ? new ShowCardAction("投稿を報告", PostingSection.Report(view)) : PostingSection.LikeReport(view);
        }

        if (!draft.IsClosed && draft.Status != DraftStatus.OnHold && draft.LikeOf is null)
        {
            // A long text is edited on a card of its own: beside everything else it would not fit.
            yield return draft.Current.Text.Length <= view.MaxText / 2
                ? new ShowCardAction("本文を直す", DraftForm.TextEditor(view))
                : new ExecuteAction("本文を直す", ApprovalVerbs.Edit, view.Data()) { AssociatedInputs = "none" };
        }
        if (DraftSections.IsCut(view)) yield return new ExecuteAction("全文を表示", ApprovalVerbs.FullText, view.Data()) { AssociatedInputs = "none" };
        if (!draft.IsClosed) yield return new ShowCardAction("取り下げ", Confirm(view));
    }

    private static bool CanAskLift(DraftView view) =>
        view.Draft is { } draft
        && draft.Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired
        && !draft.IsLiftAsked && draft.Current.LiftedBy is null
        && (view.ClassNeedsHead || draft.Current.Findings.Any(finding => finding.Severity == Severity.Block))
        && draft.Current.Findings.All(finding => finding.Severity != Severity.Stop);

    private static AdaptiveCard Confirm(DraftView view) => new()
    {
        Body = [new TextBlock("この下書きを取り下げます。確認・決裁は取り消されます。内容と経過は記録に残ります。")],
        Actions = [new ExecuteAction("取り下げる", ApprovalVerbs.Withdraw, view.Data()) { AssociatedInputs = "none", Style = "destructive" }],
    };
}
