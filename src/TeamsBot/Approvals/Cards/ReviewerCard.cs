using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The card of a second reviewer or a head: the draft, what was found, what to tick, and the three answers. Read-only when it is not their turn.</summary>
internal static class ReviewerCard
{
    /// <summary>The five items of the second reviewer [asaka-6-2-1a] to [asaka-6-2-5]; each must be ticked to approve.</summary>
    public static readonly IReadOnlyList<(string Id, string Title)> Items =
    [
        ("item1", "日付・曜日・住所・電話番号に誤りがない"),
        ("item2", "誤字・脱字がなく、名称が正式である"),
        ("item3", "内容が事実と合っている（出典・担当を確認した）"),
        ("item4", "炎上しやすい話題（さしすせそ）に配慮している"),
        ("item5", "人権への配慮に欠ける表現がない"),
    ];

    private static readonly IReadOnlyList<AdaptiveChoice> QuickReasons =
    [
        new AdaptiveChoice { Title = "事実関係の確認が必要です。", Value = "事実関係の確認が必要です。" },
        new AdaptiveChoice { Title = "日付・時刻・連絡先を見直してください。", Value = "日付・時刻・連絡先を見直してください。" },
        new AdaptiveChoice { Title = "表現を見直してください。", Value = "表現を見直してください。" },
        new AdaptiveChoice { Title = "投稿先・投稿時期を見直してください。", Value = "投稿先・投稿時期を見直してください。" },
    ];

    public static AdaptiveCard For(DraftView view, Review? review, AdaptiveContainer? notice = null, ReviewInput? typed = null)
    {
        var draft = view.Draft;
        if (review?.Shown is { } shown && shown.Hash == draft.CurrentHash) return FinalCard.For(view, shown, notice);
        var gates = review is null ? null : ReviewGates.For(view.Gates, draft, review);
        AdaptiveElement[] body =
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            .. review is null ? [] : new AdaptiveElement[] { Task(draft, review) },
            .. DraftSections.Difference(draft, view.Language),
            .. DraftSections.Text(view),
            .. PicturesSection.ForReader(view),
            .. view.Classes.Count > 0 ? [CardParts.Field("情報の区分", view.ClassName)] : Array.Empty<AdaptiveElement>(),
            .. StandingSection.ForReader(view),
            .. DraftSections.Note(draft, view.Language),
            .. FindingsSection.For(view, withAnswerFields: false),
            .. GateSection.Answered(draft),
            .. gates is null ? [] : GateSection.Reach(view, gates),
            .. review is null ? [] : Form(review, gates!, typed ?? new ReviewInput { Gates = Proposed(draft, review) }),
            .. DraftSections.History(view),
        ];
        return CardParts.Card(body, $"下書き No.{draft.Number}「{draft.Status.Word()}」", [.. Actions(view, review)]);
    }

    private static AdaptiveContainer Task(Draft draft, Review review) => CardParts.Notice(NoticeKind.Info, review.Step == RouteStep.SecondReview && draft.Route?.Standing is { Holds: true }
        ? "起案者とは別の目で、下の5項目と、事前承認の範囲に当たることを確かめてください。承認すると、決裁を待たずに担当者が投稿できます。"
        : review.Step == RouteStep.SecondReview
        ? "起案者とは別の目で、下の5項目を確かめてください。承認しても投稿はされません。次に決裁へ進みます。"
        : review.OnBehalfOf is { } head ? $"{head}の代決として決裁をお願いします。承認しても投稿はされません。担当者が投稿します。"
        : "決裁をお願いします。承認しても投稿はされません。担当者が投稿します。");

    /// <summary>The head finds the second reviewer's line on the effect filled in, to be taken over or bettered.</summary>
    private static GateAnswers Proposed(Draft draft, Review review) => review.Answers ?? new GateAnswers(
        Impact: draft.Reviews.LastOrDefault(earlier => earlier.Decision == Decision.Approve && earlier.RevisionNumber == draft.Current.Number)?.Answers?.Impact ?? "");

    private static IEnumerable<AdaptiveElement> Form(Review review, ReviewGates gates, ReviewInput typed)
    {
        if (review.Step == RouteStep.SecondReview)
        {
            yield return CardParts.Heading("確認項目");
            foreach (var (id, title) in Items)
            {
                yield return new AdaptiveToggleInput
                {
                    Title = title, Wrap = true, Id = id, Value = typed.Ticked.Contains(id) ? "true" : "false", ValueOn = "true",
                    ValueOff = "false", Spacing = AdaptiveSpacing.Small,
                };
            }
        }
        else
        {
            const string Erase = "公開後は完全には消せないことを踏まえ、本文と投稿先を確認した";
            yield return new AdaptiveToggleInput
            {
                Title = Erase, Wrap = true, Id = ApprovalFields.Confirmed,
                Value = typed.Ticked.Contains(ApprovalFields.Confirmed) ? "true" : "false", ValueOn = "true", ValueOff = "false",
            };
        }

        foreach (var element in GateSection.Form(gates, typed.Gates, typed.Problem)) yield return element;
        yield return new AdaptiveChoiceSetInput
        {
            Label = "よくある理由（差し戻し・却下のとき）", Choices = [.. QuickReasons], Wrap = true, Id = ApprovalFields.QuickReason,
            Value = typed.QuickReason, Style = AdaptiveChoiceInputStyle.Compact, Placeholder = "選ばなくてもかまいません",
        };
        yield return new AdaptiveTextInput
        {
            Label = "理由・連絡（差し戻し・却下は10字以上）", Id = ApprovalFields.Reason, Value = typed.Reason, IsMultiline = true,
            MaxLength = DraftInput.MaxReason,
        };
    }

    private static IEnumerable<AdaptiveAction> Actions(DraftView view, Review? review)
    {
        if (review is not null)
        {
            yield return Answer(view, "承認する", Decision.Approve, "positive");
            yield return Answer(view, "差し戻す", Decision.RequestChanges);
            yield return Answer(view, "却下する", Decision.Reject, "destructive");
        }

        if (DraftSections.IsCut(view)) yield return Buttons.Execute("全文を表示", ApprovalVerbs.FullText, view.Data(), takesInputs: false);
    }

    private static AdaptiveExecuteAction Answer(DraftView view, string title, Decision decision, string? style = null) =>
        Buttons.Execute(title, ApprovalVerbs.Decide, view.Data((ApprovalFields.Decision, decision.ToString())), style: style);
}

/// <summary>What a reviewer had typed and ticked, kept when the answer could not be taken.</summary>
internal sealed record ReviewInput(string Reason = "", string QuickReason = "", IReadOnlyCollection<string>? Ticks = null)
{
    public IReadOnlyCollection<string> Ticked => Ticks ?? [];

    public GateAnswers Gates { get; init; } = new();

    /// <summary>The gate that the answer did not pass.</summary>
    public GateProblem? Problem { get; init; }
}
