using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>One thing to do in trouble. Its words are our own and never a sentence of the guideline.</summary>
/// <param name="Id">Names the step within its runbook.</param>
/// <param name="Who">Null where whoever noticed the trouble does it.</param>
/// <param name="OnlyIf">All of them have to hold; empty: always.</param>
/// <param name="Clause">Where the guideline says it; null for a step that no guideline states (<c>derived: true</c>), which is shown as
/// such.</param>
internal sealed record RunbookStep(
    string Id,
    Bilingual Words,
    Doer? Who,
    StepTime Time,
    StepProof Proof,
    StepLevel Level,
    IReadOnlyList<StepCondition> OnlyIf,
    string? Clause
)
{
    public static RunbookStep Read(MapReader from)
    {
        var clause = from.OptionalText("clause");
        // Left out by mistake, a clause must not turn into "the guideline says nothing".
        if (clause is not null == from.Flag("derived", false))
            from.Refuse(
                "derived",
                "clause（条項番号）か derived: true（ガイドラインにない手順）の、どちらか一つを書いてください。",
                "Write either a clause or derived: true, for a step that the guideline does not state."
            );
        return new(
            from.Text("id"),
            Bilingual.Read(from),
            from.OptionalText("who") is { } who ? Doer.Of(who) : null,
            StepTime.Read(from, new([.. clause is null ? [] : new[] { clause }], Suggested: false)),
            from.Word("proof", StepWords.Proofs, StepProof.Tick),
            from.Word("level", StepWords.Levels, StepLevel.Must),
            from.WordList("only_if", StepWords.Conditions),
            clause
        );
    }
}

/// <summary>Who does a step: the holders of a role, a desk, or whoever keeps the account's password where both are null.</summary>
/// <param name="Desk">Id of a <see cref="Packs.Desk"/>.</param>
internal sealed record Doer(Role? Role, string? Desk)
{
    private const string Custodian = "custodian";

    /// <summary>A desk whose id is the word of a role cannot be named; the role is meant.</summary>
    public static Doer Of(string written) => written == Custodian ? new(null, null)
        : Roles.Words.Find(written) is { } role ? new(role, null) : new(null, written);
}

/// <summary>By when a step is to be done; afterwards, without a limit, where nothing is set.</summary>
/// <param name="Minutes">From the moment the trouble was recorded, at any hour.</param>
/// <param name="OpenDays">Opening days of the office.</param>
internal sealed record StepTime(bool AtOnce, NumberSetting? Minutes, NumberSetting? OpenDays)
{
    private const int MostMinutes = 10_080, MostOpenDays = 60;

    public static StepTime Read(MapReader from, Basis step)
    {
        var time = new StepTime(
            from.OptionalWord("when", StepWords.Times) is not null,
            from.Number("minutes", 1, MostMinutes, step),
            from.Number("open_days", 1, MostOpenDays, step)
        );
        if ((time.AtOnce ? 1 : 0) + (time.Minutes is null ? 0 : 1) + (time.OpenDays is null ? 0 : 1) > 1)
            from.Refuse("when", "when・minutes・open_days は、どれか一つだけ書いてください。", "Write only one of when, minutes and open_days.");
        if (step.Cite.Count == 0 && (time.Minutes ?? time.OpenDays) is { Basis.Suggested: false })
            from.Refuse(
                time.Minutes is null ? "open_days" : "minutes",
                "ガイドラインにない手順の数は設定値です。{value: 60, suggested: true} の形で書いてください。",
                "A number in a step that the guideline does not state is your own setting: write {value: 60, suggested: true}."
            );
        return time;
    }
}
