using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Wording;

namespace TeamsBot.Approvals;

/// <summary>
/// The author marks findings 該当しない with a reason: they are not said again of these words for this account, and the desk reads what was marked
/// (features.md b10). The draft is checked again at once.
/// </summary>
internal sealed class DismissFindings(BotDbContext db, DraftTurns turns, CheckDraft check, DraftChecks checks)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var keys = turn.Action![ApprovalFields.Dismissed].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } problem) return turns.Refuse(turn, draft, problem);
        var (findings, reason) = (draft.Current.Findings.Where(finding => keys.Contains(finding.Key, StringComparer.Ordinal)).ToList(), turn.Action[ApprovalFields.DismissReason].Trim());
        reason = reason.Length <= DismissedFinding.MaxReason ? reason : reason[..DismissedFinding.MaxReason];
        var text = draft.Current.Text;
        if (findings.Exists(finding => finding.End - finding.Start > DismissedFinding.MaxPhrase)) return turns.Refuse(turn, draft, Refusal.NotDismissible);
        if (draft.Dismiss(turn.Actor!.ObjectId, findings, reason, turns.Now) is { } refusal) return turns.Refuse(turn, draft, refusal);

        foreach (var finding in findings) await RememberAsync(draft, finding, text[finding.Start!.Value..finding.End!.Value], reason, cancellationToken);
        await checks.CheckAsync(draft, cancellationToken);
        return turns.Done(turn, draft, "draft.dismiss",
            new { revision = draft.Current.Number, account = draft.AccountId, findings = findings.Select(finding => finding.Key).ToArray(), reason },
            $"{findings.Count}件を「該当しない」としました。このアカウントでは、同じ語句について次から表示しません。");
    }

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

    private async Task RememberAsync(Draft draft, DraftFinding finding, string phrase, string reason, CancellationToken cancellationToken)
    {
        var account = draft.AccountId!;
        var known = db.DismissedFindings.Local.FirstOrDefault(IsSame) ?? await db.DismissedFindings.FirstOrDefaultAsync(
            earlier => earlier.TenantId == draft.TenantId && earlier.AccountId == account && earlier.RuleId == finding.RuleId && earlier.Phrase == phrase, cancellationToken);
        known ??= db.DismissedFindings.Add(DismissedFinding.Of(Guid.CreateVersion7(turns.Now), draft.TenantId, account, finding.RuleId, phrase, finding.Label)).Entity;
        known.Mark(draft.AuthorName, reason, turns.Now);

        bool IsSame(DismissedFinding earlier) =>
            earlier.TenantId == draft.TenantId && earlier.AccountId == account && earlier.RuleId == finding.RuleId && earlier.Phrase == phrase;
    }
}
