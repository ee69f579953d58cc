using System.Globalization;
using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// What one approver has to tick, write or read besides the decision itself: the pack's gates that apply to this draft and this step. Pure;
/// drawn on the card and asked again when an answer comes, so that a card edited by hand passes none.
/// </summary>
internal sealed record ReviewGates(
    ApprovalGate? Compliance,
    ApprovalGate? Impact,
    IReadOnlyList<string> Facts,
    bool IsTwoStep,
    bool ShowsReach
)
{
    /// <summary>
    /// Fact lines with a tick of their own; more stand together under the last tick, because a card has a limit and so has patience.
    /// </summary>
    public const int MaxFacts = 12;

    public static ReviewGates For(IReadOnlyList<ApprovalGate> gates, Draft draft, Review review)
    {
        var findings = draft.Current.Findings;
        return new ReviewGates(
            Gate(GateKind.Compliance),
            Gate(GateKind.Impact) is { } impact && findings.Any(finding => impact.Rules.Contains(finding.RuleId)) ? impact : null,
            review.Step == RouteStep.SecondReview && Gate(GateKind.FactLines) is not null ? FactsOf(draft.Current.Text) : [],
            Gate(GateKind.TwoStep) is not null && draft.IsLastStop(review.Step),
            Gate(GateKind.Reach) is not null && findings.Any(finding => finding.Severity >= Severity.Warn));

        ApprovalGate? Gate(GateKind kind) => gates.FirstOrDefault(gate => gate.Kind == kind);
    }

    /// <summary>What keeps these answers from being an approval, each with the field it is about; empty where nothing does.</summary>
    public IEnumerable<GateProblem> Missing(GateAnswers answers)
    {
        foreach (var (at, fact) in Facts.Index().Where(line => !answers.Ticked.Contains(line.Item)))
            yield return new(
                GateFields.Fact(at),
                $"「{fact}」が確認済みになっていません。確かめて印を付けてください。",
                $"“{fact}” is not ticked. Check it and tick it."
            );
        if (Facts.Count > 0 && answers.Basis.Length == 0)
            yield return new(
                GateFields.Basis,
                "何と照らして確かめたか（資料、URL、確認した人）を書いてください。",
                "Write what you compared it with (document, URL or person)."
            );
        if (Impact is not null && answers.Impact.Length == 0)
        {
            yield return new(
                GateFields.Impact, "この投稿で、名前や情報が出る方にどのような影響があるかを確かめ、一行で書いてください。",
                "Check what the post may do to the people it names, and write one line.");
        }

        if (Compliance is not null && !answers.Compliance)
            yield return new(GateFields.Compliance, "法令と服務・情報の規程を確かめて印を付けてください。", "Check laws and service rules, and tick.");
    }

    private static List<string> FactsOf(string text)
    {
        var lines = FactLine.Of(text).Select(line => line.Text).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count <= MaxFacts) return lines;
        return
        [
            .. lines.Take(MaxFacts - 1),
            string.Create(CultureInfo.InvariantCulture, $"ほか{lines.Count - MaxFacts + 1}行（{lines[MaxFacts - 1]} から）"),
        ];
    }
}

/// <param name="Field">The id of the field it stands beside.</param>
internal sealed record GateProblem(string Field, string Sentence, string InEnglish);

/// <summary>The names of the fields of gates.</summary>
internal static class GateFields
{
    public const string Compliance = "compliance";
    public const string Impact = "impact";
    public const string Basis = "basis";
    public const string Comment = "topicComment";

    /// <summary>On a button of the head: the card printed the statement that the press confirms.</summary>
    public const string Statement = "statement";

    public const string CannotBeErased = "cannot-be-erased";

    public const string AsStaff = "asStaff";
    public const string OfficialVoice = "officialVoice";

    /// <summary>Says that the press is the second one; worth nothing where the server did not see the first.</summary>
    public const string Second = "second";

    public static string Fact(int at) => string.Create(CultureInfo.InvariantCulture, $"fact{at}");
}
