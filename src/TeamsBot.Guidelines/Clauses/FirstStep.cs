namespace TeamsBot.Guidelines.Clauses;

/// <summary>
/// One of the first things to do when there is trouble: a clause of the guideline by its id, or words of our own (<see cref="Ja"/>, <see cref="En"/>)
/// for what no guideline states, which is to be shown as such.
/// </summary>
public sealed class FirstStep
{
    public string? Clause { get; set; }

    public string Ja { get; set; } = "";

    public string En { get; set; } = "";
}

internal static class FirstStepRules
{
    /// <exception cref="InvalidDataException">A kind is unknown, a clause is not the organisation's own, or a step says nothing.</exception>
    public static void Check(PackGuideline guideline, string path)
    {
        foreach (var (word, steps) in guideline.FirstSteps)
        {
            if (!TroubleKinds.IsKind(word)) throw new InvalidDataException($"{path}: firstSteps.{word} is no kind of trouble");
            foreach (var step in steps)
            {
                if (step.Clause is { } id ? guideline.Clauses.TrueForAll(clause => clause.Id != id) : step.Ja.Length == 0 || step.En.Length == 0)
                    throw new InvalidDataException($"{path}: firstSteps.{word} has a step that is neither a clause of this guideline nor written in both languages: {step.Clause}");
            }
        }
    }
}
