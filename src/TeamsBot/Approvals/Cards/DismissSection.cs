using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The findings that the author may mark as 該当しない, with the field for the reason (features.md b10). Named by their numbers on the card.
/// </summary>
internal static class DismissSection
{
    /// <summary>Nothing where there is nothing to choose.</summary>
    public static IEnumerable<AdaptiveElement> Fields(DraftView view)
    {
        var (language, typed) = (view.Language, view.Typed);
        var choices = FindingsSection.Numbered(view).Where(row => Draft.MayDismiss(row.Finding))
            .Select(row => new AdaptiveChoice
            {
                Title = $"{FindingsSection.Name(row.Finding, row.At, language)}（{row.Finding.Severity.Word(language)}）",
                Value = row.Finding.Key,
            }).ToList();
        if (choices.Count == 0) yield break;
        var isMissing = typed?.Gaps.Contains(SubmitGap.Dismissal) == true;
        var label = language.Say("該当しない項目（このアカウントで、同じ語句には次から表示しません）", "Does not apply (not shown again for these words and this account)");
        var why = language.Say("該当しない理由（広報担当と確認者に見えます）", "Why not (the desk and the reviewers see it)");
        yield return new AdaptiveChoiceSetInput
        {
            Label =
                isMissing && string.IsNullOrEmpty(typed?.Value(ApprovalFields.Dismissed, null))
                    ? CardParts.Missing(label, isChoice: true, language)
                    : label,
            Choices = [.. choices],
            Wrap = true,
            Id = ApprovalFields.Dismissed,
            IsMultiSelect = true,
            Value = typed?.Value(ApprovalFields.Dismissed, null),
        };
        yield return new AdaptiveTextInput
        {
            Label = isMissing ? CardParts.Missing(why, isChoice: false, language) : why, Id = ApprovalFields.DismissReason,
            Value = typed?.Value(ApprovalFields.DismissReason, null), MaxLength = DismissedFinding.MaxReason,
        };
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(language.Say("該当しないとする", "Does not apply"), ApprovalVerbs.Dismiss, view.Data())
        );
    }
}
