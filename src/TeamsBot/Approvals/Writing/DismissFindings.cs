using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The author marks findings 該当しない with a reason: they are not said again of these words for this account, and the desk reads what was
/// marked (features.md b10). The draft is checked again at once.
/// </summary>
internal sealed class DismissFindings(BotDbContext db, DraftTurns turns, CheckDraft check, AuthorReplies replies, DraftChecks checks)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var keys = turn.Action![ApprovalFields.Dismissed]
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (stamp, typed) = (draft.Stamp, AuthorInput.Of(turn.Action, draft));
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } problem) return Refused(problem);
        var (findings, reason) = (
            draft.Current.Findings.Where(finding => keys.Contains(finding.Key, StringComparer.Ordinal)).ToList(),
            turn.Action[ApprovalFields.DismissReason].Trim()
        );
        reason = reason.Length <= DismissedFinding.MaxReason ? reason : reason[..DismissedFinding.MaxReason];
        var text = draft.Current.Text;
        if (findings.Exists(finding => finding.End - finding.Start > DismissedFinding.MaxPhrase)) return Refused(Refusal.NotDismissible);
        if (draft.Dismiss(turn.Actor!.ObjectId, findings, reason, turns.Now) is { } refusal) return Refused(refusal);

        foreach (var finding in findings)
            await RememberAsync(draft, finding, text[finding.Start!.Value..finding.End!.Value], reason, cancellationToken);
        await checks.CheckAsync(draft, cancellationToken);
        return turns.Done(
            turn,
            draft,
            "draft.dismiss",
            new
            {
                revision = draft.Current.Number,
                account = draft.AccountId,
                findings = findings.Select(finding => finding.Key).ToArray(),
                reason,
            },
            turns
                .Language(turn)
                .Say(
                    $"{findings.Count}件を「該当しない」としました。このアカウントでは、同じ語句について次から表示しません。",
                    $"Set aside: {findings.Count}. They are not shown again for these words and this account."
                )
        );

        Reply Refused(Refusal refusal) => replies.Refuse(turn, draft, refusal, stamp, CheckDraft.Proof(draft), typed);
    }

    private async Task RememberAsync(Draft draft, DraftFinding finding, string phrase, string reason, CancellationToken cancellationToken)
    {
        var account = draft.AccountId!;
        var known = db.DismissedFindings.Local.FirstOrDefault(IsSame)
            ?? await db.DismissedFindings.FirstOrDefaultAsync(
                earlier =>
                    earlier.TenantId == draft.TenantId
                    && earlier.AccountId == account
                    && earlier.RuleId == finding.RuleId
                    && earlier.Phrase == phrase,
                cancellationToken
            );
        known ??= db
            .DismissedFindings.Add(
                DismissedFinding.Of(Guid.CreateVersion7(turns.Now), draft.TenantId, account, finding.RuleId, phrase, finding.Label)
            )
            .Entity;
        known.Mark(draft.AuthorName, reason, turns.Now);

        bool IsSame(DismissedFinding earlier) =>
            earlier.TenantId == draft.TenantId
            && earlier.AccountId == account
            && earlier.RuleId == finding.RuleId
            && earlier.Phrase == phrase;
    }
}
