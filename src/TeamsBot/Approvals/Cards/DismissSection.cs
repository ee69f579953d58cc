using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The findings that the author may mark as 該当しない, with the field for the reason (features.md b10).</summary>
internal static class DismissSection
{
    /// <summary>What the author may choose from, folded away so that the card stays short; null where there is nothing to choose.</summary>
    public static AdaptiveShowCardAction? Button(DraftView view)
    {
        var choices = FindingsSection.Shown(view, view.Draft.Current).Where(Draft.MayDismiss)
            .Select(finding => new AdaptiveChoice
            {
                Title = $"［{finding.Severity.Word()}］{finding.Label}「{finding.Quote}」", Value = finding.Key,
            }).ToList();
        return choices.Count == 0 ? null : new AdaptiveShowCardAction
        {
            Title = "該当しない項目がある",
            Card = new AdaptiveCard("1.5")
            {
                Body =
                [
                    new AdaptiveChoiceSetInput
                    {
                        Label = "該当しない項目（このアカウントで、同じ語句には次から表示しません）", Choices = [.. choices], Wrap = true, Id = ApprovalFields.Dismissed,
                        IsMultiSelect = true,
                    },
                    new AdaptiveTextInput
                    {
                        Label = "理由（広報担当と確認者に見えます）", Id = ApprovalFields.DismissReason, MaxLength = DismissedFinding.MaxReason,
                    },
                ],
                Actions = [Buttons.Execute("該当しないとする", ApprovalVerbs.Dismiss, view.Data())],
            },
        };
    }
}
