namespace TeamsBot.Guidelines.Clauses;

/// <summary>
/// One of the first things to do when there is trouble: a clause of the guideline by its id, or words of our own (<see cref="Ja"/>,
/// <see cref="En"/>) for what no guideline states, which is to be shown as such.
/// </summary>
public sealed class FirstStep
{
    public string? Clause { get; set; }

    public string Ja { get; set; } = "";

    public string En { get; set; } = "";

    /// <summary>
    /// Of a mis-post: <c>wrong-content</c> for one whose content was wrong, <c>wrong-account</c> for one that was meant for another
    /// account. Empty: always.
    /// </summary>
    public string When { get; set; } = "";

    /// <param name="isOfAnotherAccount">The post was meant for another account.</param>
    public bool IsFor(bool isOfAnotherAccount) =>
        When.Length == 0 || When == (isOfAnotherAccount ? FirstStepRules.WrongAccount : FirstStepRules.WrongContent);
}

internal static class FirstStepRules
{
    public const string WrongAccount = "wrong-account", WrongContent = "wrong-content";

    /// <exception cref="InvalidDataException">A kind or a case is unknown, a clause is not the organisation's own, or a step says
    /// nothing.</exception>
    public static void Check(PackGuideline guideline, string path)
    {
        foreach (var (word, steps) in guideline.FirstSteps)
        {
            if (!TroubleKinds.IsKind(word)) throw new InvalidDataException($"{path}: firstSteps.{word} is no kind of trouble");
            foreach (var step in steps)
            {
                if (step.When is not ("" or WrongAccount or WrongContent))
                    throw new InvalidDataException($"{path}: firstSteps.{word} has a step for an unknown case: {step.When}");
                if (
                    step.Clause is { } id
                        ? guideline.Clauses.TrueForAll(clause => clause.Id != id)
                        : step.Ja.Length == 0 || step.En.Length == 0
                )
                    throw new InvalidDataException(
                        $"{path}: firstSteps.{word} has a step that is neither a clause of this guideline nor written in both "
                            + $"languages: {step.Clause}"
                    );
            }
        }
    }
}
