using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Where the author asks the head for an exception and says why (rules.md 1.1); the head's card is <see cref="LiftCard"/>.
/// </summary>
internal static class LiftSection
{
    public const int MaxReason = 500;

    public static bool CanAsk(DraftView view) =>
        view.Draft is { MayClaim: true, IsLiftAsked: false } draft && draft.Current.LiftedBy is null
        && (view.ClassNeedsHead || draft.Current.Findings.Any(finding => finding.Severity == Severity.Block))
        && draft.Current.Findings.All(finding => finding.Severity != Severity.Stop);

    public static AdaptiveTextInput Reason(DraftView view, bool isMissing = false)
    {
        var language = view.Language;
        var label = language.Say("例外を相談する理由（10字以上。所属長が見ます）", "Why an exception is needed (10 characters or more; the head reads it)");
        return new()
        {
            Label = isMissing ? CardParts.Missing(label, isChoice: false, language) : label,
            Id = ApprovalFields.LiftReason,
            IsMultiline = true,
            Value = view.Typed?.Value(ApprovalFields.LiftReason, null),
            MaxLength = MaxReason,
        };
    }

    public static AdaptiveExecuteAction Button(DraftView view, string? style = null) => Buttons.Execute(
        view.Language.Say("所属長に例外を相談", "Ask the head for an exception"), ApprovalVerbs.AskLift, view.Data(),
        style: style);
}
