using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The author's card: the form while writing, then where the draft stands. From the approval on it is <see cref="PostingCard"/>.</summary>
internal static class AuthorCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null)
    {
        var draft = view.Draft;
        var isEditable = draft.Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired;
        AdaptiveElement[] body =
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            .. Reason(draft),
            .. isEditable ? FindingsSection.For(view, withAnswerFields: true) : [],
            .. isEditable ? AboutFindings(view) : [],
            .. DraftSections.Text(view),
            .. isEditable ? PicturesSection.ForWriter(view) : PicturesSection.ForReader(view),
            .. isEditable ? DraftForm.Fields(view) : [],
            .. isEditable ? StandingSection.ForAuthor(view) : StandingSection.ForReader(view),
            .. DraftSections.History(view),
        ];
        return CardParts.Card(body, $"下書き No.{draft.Number}「{draft.Status.Word()}」", [.. Actions(view)]);
    }

    /// <summary>The reviewer's words stand where the author looks first.</summary>
    private static IEnumerable<AdaptiveElement> Reason(Draft draft)
    {
        if (draft.Status is not (DraftStatus.Returned or DraftStatus.Rejected)) yield break;
        if (draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.Returned or DraftEventKind.Rejected) is not { } last) yield break;
        yield return CardParts.Notice(NoticeKind.Attention, $"{last.Who}から：{last.Note}");
    }

    /// <summary>What can be done about the findings stands under them: Teams draws six buttons of a row at most, and the foot of the card needs its own.</summary>
    private static IEnumerable<AdaptiveElement> AboutFindings(DraftView view)
    {
        AdaptiveAction?[] offered =
        [
            FixSection.Button(view),
            DismissSection.Button(view),
            CanAskLift(view) ? Buttons.Execute("所属長に例外を相談", ApprovalVerbs.AskLift, view.Data()) : null,
        ];
        AdaptiveAction[] actions = [.. offered.OfType<AdaptiveAction>()];
        if (actions.Length > 0) yield return new AdaptiveActionSet { Actions = [.. actions] };
    }

    private static IEnumerable<AdaptiveAction> Actions(DraftView view)
    {
        var draft = view.Draft;
        if (draft.Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)
        {
            yield return Buttons.Execute(draft.Current.SubmittedAt is null && draft.LastSubmitted is null ? "確認に回す" : "修正して再申請", ApprovalVerbs.Submit, view.Data(), style: "positive");
            if (StandingSection.Button(view) is { } standing) yield return standing;
            yield return Buttons.Execute("再チェック", ApprovalVerbs.Check, view.Data());
        }

        if (!draft.IsClosed && draft.Status != DraftStatus.OnHold && draft.LikeOf is null)
        {
            // A long text is edited on a card of its own: beside everything else it would not fit.
            yield return draft.Current.Text.Length <= view.MaxText / 2
                ? new AdaptiveShowCardAction { Title = "本文を直す", Card = DraftForm.TextEditor(view) }
                : Buttons.Execute("本文を直す", ApprovalVerbs.Edit, view.Data(), takesInputs: false);
        }
        if (DraftSections.IsCut(view)) yield return Buttons.Execute("全文を表示", ApprovalVerbs.FullText, view.Data(), takesInputs: false);
        if (!draft.IsClosed) yield return new AdaptiveShowCardAction { Title = "取り下げ", Card = Confirm(view) };
    }

    private static bool CanAskLift(DraftView view) =>
        view.Draft is { } draft
        && draft.Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired
        && !draft.IsLiftAsked && draft.Current.LiftedBy is null
        && (view.ClassNeedsHead || draft.Current.Findings.Any(finding => finding.Severity == Severity.Block))
        && draft.Current.Findings.All(finding => finding.Severity != Severity.Stop);

    private static AdaptiveCard Confirm(DraftView view) => new("1.5")
    {
        Body = [new AdaptiveTextBlock { Text = "この下書きを取り下げます。確認・決裁は取り消されます。内容と経過は記録に残ります。", Wrap = true }],
        Actions = [Buttons.Execute("取り下げる", ApprovalVerbs.Withdraw, view.Data(), style: "destructive", takesInputs: false)],
    };
}
