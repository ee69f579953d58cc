using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The gates on an approver's card: only those that apply, ticks together. What the last press lacked is marked in its own label.
/// </summary>
internal static class GateSection
{
    public static IEnumerable<AdaptiveElement> Form(DraftView view, ReviewGates gates, ReviewInput typed)
    {
        var say = view.Language;
        if (gates.Facts.Count > 0)
            yield return CardParts.Heading(
                say.Say("事実を述べた文（一つずつ確かめて印を付ける）", "Lines that state facts (check and tick each)")
            );
        foreach (var (at, fact) in gates.Facts.Index())
        {
            // The writer's words stand in a run: some clients read the title of a tick as Markdown.
            yield return CardParts.Line(ShownText.Of(fact));
            var title = say.Say($"事実{at + 1}　確かめた", $"Fact {at + 1}: checked");
            yield return Tick(
                GateFields.Fact(at),
                say.MarkedTick(typed.Lacks(GateFields.Fact(at)), title),
                typed.Gates.Ticked.Contains(fact)
            );
        }

        if (gates.Facts.Count > 0)
            yield return Field(
                GateFields.Basis,
                say.Say("何と照らして確かめましたか（資料・URL・人）", "Compared with (document, URL, person)"),
                typed.Gates.Basis
            );
        if (gates.Impact is not null)
            yield return Field(
                GateFields.Impact,
                say.Say("影響の確認（漏えい・中傷につながらないか。必須）", "Effect on people (no leak, no slander; required)"),
                typed.Gates.Impact
            );
        if (gates.Compliance is { } compliance)
            yield return Tick(
                GateFields.Compliance,
                say.MarkedTick(typed.Lacks(GateFields.Compliance), compliance.Tick!),
                typed.Gates.Compliance
            );

        AdaptiveTextInput Field(string id, string label, string value) => new()
        {
            Label = say.Marked(typed.Lacks(id), label, value), Id = id, Value = value, MaxLength = GateAnswers.MaxLine,
        };
    }

    /// <summary>How far the account reaches, while a warning is open.</summary>
    public static IEnumerable<AdaptiveElement> Reach(DraftView view, ReviewGates gates)
    {
        if (!gates.ShowsReach) yield break;
        yield return CardParts.Notice(
            NoticeKind.Attention,
            view.Language.Say(
                $"要確認の項目が残っています。良いことも悪いことも、速く広く伝わります。{view.Reach}",
                $"A warning is open. Good and bad news alike spread fast and far. {view.Reach}"
            )
        );
    }

    /// <summary>What earlier approvers of this text wrote, for the next one and for the record.</summary>
    public static IEnumerable<AdaptiveElement> Answered(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        foreach (
            var review in draft.Reviews.Where(review =>
                review.RevisionNumber == draft.Current.Number && review is { Decision: Decision.Approve, Answers: not null }
            )
        )
        {
            if (review.Answers!.Impact is { Length: > 0 } impact)
                yield return CardParts.Line(
                    ReviewParts.Subtle(say.Say($"影響の確認（{review.ReviewerName}）　", $"Effect on people ({review.ReviewerName})　")),
                    ReviewParts.Plain(impact)
                );
            if (review.Answers.Basis is { Length: > 0 } basis)
                yield return CardParts.Line(
                    ReviewParts.Subtle(say.Say($"照合した資料など（{review.ReviewerName}）　", $"Compared with ({review.ReviewerName})　")),
                    ReviewParts.Plain(basis)
                );
        }
    }

    public static AdaptiveToggleInput Tick(string id, string title, bool isOn) => new()
    {
        Title = title, Wrap = true, Id = id, Value = isOn ? "true" : "false", ValueOn = "true", ValueOff = "false",
        Spacing = AdaptiveSpacing.Small,
    };
}
