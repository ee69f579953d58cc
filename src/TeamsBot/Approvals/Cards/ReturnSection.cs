using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// 差し戻す and 却下する: a folded part with its own fields, so that nobody who approves has to read past them. What was ticked and typed above
/// stays, because unfolding is the client's own doing.
/// </summary>
internal static class ReturnSection
{
    private const string Part = "return";

    /// <summary>What is most often asked for. The values stand in cards that are out there: they never change.</summary>
    public static readonly IReadOnlyList<(string Value, string Japanese, string English)> Quick =
    [
        ("date", "日付・時刻", "dates and times"),
        ("contact", "電話・連絡先", "telephone, contact"),
        ("name", "名称・誤字", "names, typos"),
        ("fact", "事実の裏付け", "proof of the facts"),
        ("wording", "言葉づかい・配慮", "wording, respect"),
        ("place", "投稿先・投稿する時", "account, time of posting"),
    ];

    public static IEnumerable<AdaptiveElement> For(DraftView view, Review review, ReviewInput typed, AdaptiveContainer? notice)
    {
        var say = view.Language;
        yield return new AdaptiveActionSet
        {
            Actions = [ReviewParts.Unfold(say.Say("差し戻す・却下する", "Return or reject"), Part)], Spacing = AdaptiveSpacing.Small,
        };
        yield return ReviewParts.Folded(Part, typed.IsReturning,
        [
            new AdaptiveChoiceSetInput
            {
                Label = say.Say("直してほしいところ", "What should be changed"),
                Id = ApprovalFields.QuickReason,
                IsMultiSelect = true,
                Wrap = true,
                Style = AdaptiveChoiceInputStyle.Expanded,
                Value = typed.QuickReason,
                Choices =
                [
                    .. Quick.Select(reason => new AdaptiveChoice
                    {
                        Title = say.Say(reason.Japanese, reason.English),
                        Value = reason.Value,
                    }),
                ],
            },
            new AdaptiveTextInput
            {
                Label = say.Marked(
                    typed.Lacks(ApprovalFields.Reason),
                    say.Say("どう直すか（起案者に届きます）", "How to change it (the writer reads this)"),
                    typed.Reason
                ),
                Id = ApprovalFields.ReturnReason,
                Value = typed.Reason,
                IsMultiline = true,
                MaxLength = DraftInput.MaxReason,
                Placeholder = say.Say("上の印だけでも差し戻せます", "Ticks above are enough to return it"),
            },
            .. typed.IsReturning && notice is not null ? [notice] : Array.Empty<AdaptiveElement>(),
            new AdaptiveActionSet
            {
                Actions =
                [
                    Answer(view, say.Say("差し戻す", "Return"), Decision.RequestChanges, null),
                    .. typed.IsAsked ? [GoOn(view, review)] : Array.Empty<AdaptiveAction>(),
                    Answer(view, say.Say("却下する", "Reject"), Decision.Reject, "destructive"),
                ],
                Spacing = AdaptiveSpacing.Small,
            },
            ReviewParts.Line(ReviewParts.Small(say.Say(
                "差し戻す：直して再申請できます。却下する：この下書きを終わりにします（理由を10字以上）。",
                "Return: it can be changed and handed in again. Reject: the draft ends here (reason of 10 characters or more)."))),
        ]);
    }

    /// <summary>The main button of the card; none where the way on stands beside the words of a return.</summary>
    public static IEnumerable<AdaptiveElement> Primary(ReviewInput typed, AdaptiveExecuteAction approve)
    {
        if (!typed.IsAsked) yield return ReviewParts.Primary(approve);
    }

    /// <summary>The approval that takes the words along, as they stand in the fields when it is pressed.</summary>
    private static AdaptiveExecuteAction GoOn(DraftView view, Review review)
    {
        var say = view.Language;
        return review.Step == RouteStep.SecondReview
            ? Answer(
                view,
                say.Say("連絡として伝え、確認済みにする", "Send as a note, mark as checked"),
                Decision.Approve,
                null,
                (ApprovalFields.WordsGoAlong, "true")
            )
            : Answer(
                view,
                say.Say("連絡として伝え、承認する", "Send as a note and approve"),
                Decision.Approve,
                null,
                (ApprovalFields.WordsGoAlong, "true"),
                (GateFields.Statement, GateFields.CannotBeErased)
            );
    }

    public static AdaptiveExecuteAction Answer(
        DraftView view,
        string title,
        Decision decision,
        string? style,
        params (string Key, string Value)[] more
    ) => Buttons.Execute(title, ApprovalVerbs.Decide, view.Data([(ApprovalFields.Decision, decision.ToString()), .. more]), style: style);
}

/// <summary>What a reviewer had typed and ticked, kept when the answer could not be taken.</summary>
/// <param name="IsReturning">The press was 差し戻す or 却下する: its fields stand open.</param>
internal sealed record ReviewInput(string Reason = "", string QuickReason = "", bool IsReturning = false)
{
    public GateAnswers Gates { get; init; } = new();

    /// <summary>An approval was pressed beside words of a return: both ways stand beside them.</summary>
    public bool IsAsked { get; init; }

    /// <summary>What the answer lacked, each with its field.</summary>
    public IReadOnlyList<GateProblem> Problems { get; init; } = [];

    public bool Lacks(string field) => Problems.Any(problem => problem.Field == field);
}
