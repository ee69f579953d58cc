using TeamsBot.Checks;

namespace TeamsBot.Approvals.Model;

/// <summary>What the author says does not apply (features.md b10).</summary>
internal sealed partial class Draft
{
    /// <summary>Shorter than a reviewer's reason: it names a word's sense (「人名です」), not what to do.</summary>
    public const int MinDismissReason = 5;

    /// <summary>
    /// A hint or warning about some words may be marked 該当しない; a block or stop never, and what is about the whole text is answered instead.
    /// </summary>
    public static bool MayDismiss(DraftFinding finding) =>
        finding is { Severity: Severity.Hint or Severity.Warn, Start: not null, End: not null };

    /// <summary>
    /// Marks findings of the current text as not applying. The reviewers read it in the history: nothing disappears behind their backs.
    /// </summary>
    /// <returns>Why not, or null.</returns>
    public Refusal? Dismiss(string actorId, IReadOnlyList<DraftFinding> findings, string reason, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        if (Status is not (DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)) return Refusal.NotNow;
        if (AccountId is null) return Refusal.NoAccount;
        if (findings.Count == 0) return Refusal.NothingToDismiss;
        if (!findings.All(finding => MayDismiss(finding) && Current.Findings.Contains(finding))) return Refusal.NotDismissible;
        if (reason.Trim().Length < MinDismissReason) return Refusal.DismissReasonTooShort;
        Happened(
            DraftEventKind.Dismissed,
            AuthorName,
            now,
            $"{string.Join("、", findings.Select(finding => $"{finding.Label}「{finding.Quote}」"))}：{reason.Trim()}"
        );
        return null;
    }
}
