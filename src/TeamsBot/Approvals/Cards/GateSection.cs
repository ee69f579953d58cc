using System.Globalization;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The gates on an approver's card: only those that apply, ticks together.</summary>
internal static class GateSection
{
    /// <param name="problem">What the last press lacked; said beside its field.</param>
    public static IEnumerable<AdaptiveElement> Form(ReviewGates gates, GateAnswers typed, GateProblem? problem)
    {
        if (gates.Facts.Count > 0) yield return CardParts.Heading("事実を述べた文（一つずつ確かめて印を付ける）");
        foreach (var (at, fact) in gates.Facts.Index())
        {
            foreach (var said in Beside(GateFields.Fact(at))) yield return said;
            // The author's words stand in a run of their own: a client may read a tick's title as Markdown.
            yield return CardParts.Line(ShownText.Of(fact));
            yield return Tick(GateFields.Fact(at), string.Create(CultureInfo.InvariantCulture, $"事実{at + 1}を確かめた"), typed.Ticked.Contains(fact));
        }

        if (gates.Facts.Count > 0)
        {
            foreach (var said in Beside(GateFields.Basis)) yield return said;
            yield return new AdaptiveTextInput
            {
                Label = "何と照らして確かめましたか（資料・URL・人）", Id = GateFields.Basis, Value = typed.Basis, MaxLength = GateAnswers.MaxLine,
            };
        }

        if (gates.Impact is not null)
        {
            foreach (var said in Beside(GateFields.Impact)) yield return said;
            yield return new AdaptiveTextInput
            {
                Label = "影響の確認（漏えい・中傷につながらないか。必須）", Id = GateFields.Impact, Value = typed.Impact, MaxLength = GateAnswers.MaxLine,
            };
        }

        if (gates.Compliance is { } compliance)
        {
            foreach (var said in Beside(GateFields.Compliance)) yield return said;
            yield return Tick(GateFields.Compliance, compliance.Tick!, typed.Compliance);
        }

        AdaptiveElement[] Beside(string field) => problem?.Field == field ? [CardParts.Notice(NoticeKind.Attention, problem.Sentence)] : [];
    }

    /// <summary>How far the account reaches, while a warning is open.</summary>
    public static IEnumerable<AdaptiveElement> Reach(DraftView view, ReviewGates gates)
    {
        if (!gates.ShowsReach) yield break;
        yield return CardParts.Notice(NoticeKind.Attention, $"要確認の項目が残っています。良いことも悪いことも、速く広く伝わります。{view.Reach}");
    }

    /// <summary>What earlier approvers of this text wrote, for the next one and for the record.</summary>
    public static IEnumerable<AdaptiveElement> Answered(Draft draft)
    {
        foreach (var review in draft.Reviews.Where(review => review.RevisionNumber == draft.Current.Number && review is { Decision: Decision.Approve, Answers: not null }))
        {
            if (review.Answers!.Impact.Length > 0) yield return CardParts.Line(new AdaptiveTextRun { Text = $"影響の確認（{review.ReviewerName}）　", IsSubtle = true }, new AdaptiveTextRun { Text = review.Answers.Impact });
            if (review.Answers.Basis.Length > 0) yield return CardParts.Line(new AdaptiveTextRun { Text = $"照合した資料など（{review.ReviewerName}）　", IsSubtle = true }, new AdaptiveTextRun { Text = review.Answers.Basis });
        }
    }

    public static AdaptiveToggleInput Tick(string id, string title, bool isOn) => new()
    {
        Title = title, Wrap = true, Id = id, Value = isOn ? "true" : "false", ValueOn = "true", ValueOff = "false",
        Spacing = AdaptiveSpacing.Small,
    };
}
