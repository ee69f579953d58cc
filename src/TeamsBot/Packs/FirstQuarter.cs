namespace TeamsBot.Packs;

/// <summary>Which steps of a runbook are for a case, and which of them cannot wait: those of the first quarter of an hour.</summary>
internal static class FirstQuarter
{
    private const int MinutesOfIt = 15;

    /// <param name="isOfAnotherAccount">A mis-post was meant for another account; of everything else it means nothing. All other conditions
    /// are said in words, because nobody has asked yet.</param>
    public static IReadOnlyList<RunbookStep> StepsFor(this Runbook runbook, bool isOfAnotherAccount)
    {
        var other = isOfAnotherAccount ? StepCondition.WrongContent : StepCondition.WrongAccount;
        return [.. runbook.Steps.Where(step => !step.OnlyIf.Contains(other))];
    }

    public static bool IsFirst(this RunbookStep step) => step.Time is { AtOnce: true } or { Minutes.Value: <= MinutesOfIt };
}
