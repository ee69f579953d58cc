namespace TeamsBot.Approvals.Model;

/// <summary>
/// What an author still has to fill in, each with a field of its own. What needs another text is no gap; the refusal says it.
/// </summary>
internal enum SubmitGap
{
    Account,
    InformationClass,
    Time,

    /// <summary>A warning is neither fixed nor answered.</summary>
    Answers,

    /// <summary>Why the head should allow an exception.</summary>
    LiftReason,

    /// <summary>The text itself, which is filled in in its editor.</summary>
    Text,

    /// <summary>The account's policy, which its section has to have read: a press says so, no field of the draft.</summary>
    Policy,

    /// <summary>Which findings do not apply, and why.</summary>
    Dismissal,

    /// <summary>That the text stays as it is after a return: a press says so, no field.</summary>
    Unchanged,
}

internal static class SubmitGaps
{
    /// <summary>Everything that handing in lacks, so that one refusal names it all.</summary>
    public static IReadOnlyList<SubmitGap> Of(Draft draft, DateTimeOffset now)
    {
        var gaps = new List<SubmitGap>();
        if (draft.AccountId is null) gaps.Add(SubmitGap.Account);
        if (draft.InformationClass is null) gaps.Add(SubmitGap.InformationClass);
        if (draft.PlannedAt <= now || (draft.IsEmbargoed && draft.PlannedAt is null)) gaps.Add(SubmitGap.Time);
        if (draft.Unanswered.Any()) gaps.Add(SubmitGap.Answers);
        return gaps;
    }

    /// <summary>The gap that a single refusal is about; none where no field can mend it.</summary>
    public static IReadOnlyList<SubmitGap> Of(Refusal refusal) => refusal switch
    {
        Refusal.NoText => [SubmitGap.Text],
        Refusal.NoAccount => [SubmitGap.Account],
        Refusal.NoInformationClass => [SubmitGap.InformationClass],
        Refusal.NoPlannedTime or Refusal.PlannedTimePast or Refusal.EmbargoNeedsTime => [SubmitGap.Time],
        Refusal.WarningsUnanswered => [SubmitGap.Answers],
        Refusal.LiftReasonMissing => [SubmitGap.LiftReason],
        Refusal.NothingToDismiss or Refusal.DismissReasonTooShort => [SubmitGap.Dismissal],
        _ => [],
    };
}
