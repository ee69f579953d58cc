using TeamsBot.Cards;
using TeamsBot.Packs;

namespace TeamsBot.Answers;

/// <summary>A step of a runbook in the words a card shows, for somebody who reads it once and in a hurry.</summary>
internal static class StepLine
{
    /// <param name="places">The printed path of each of the organisation's clauses, by id.</param>
    /// <param name="deskName">The name of a desk, by id.</param>
    public static AlarmStep Of(
        RunbookStep step,
        CardLanguage language,
        IReadOnlyDictionary<string, string> places,
        Func<string, string> deskName
    ) => new(WordsOf(step, language), step.Clause is { } clause ? places[clause] : null)
    {
        Detail = string.Join(
            language.Say("・", "; "),
            ((string[])
                [
                    Said(StepWords.Levels, step.Level, language),
                    step.Who is { } who ? NameOf(who, language, deskName) : "",
                    Within(step.Time, language),
                    Kept(step.Proof, language),
                ]).Where(part => part.Length > 0)
        ),
    };

    /// <summary>What to do, with the condition before it.</summary>
    public static string WordsOf(RunbookStep step, CardLanguage language)
    {
        var colon = language.Say("：", ": ");
        var conditions = step.OnlyIf.Where(IsSaid).Select(condition => Said(StepWords.Conditions, condition, language) + colon);
        return string.Concat(conditions) + language.Say(step.Words.Ja, step.Words.En);
    }

    /// <summary>Of a mis-post only the steps of the right one are there: the caller has said which.</summary>
    private static bool IsSaid(StepCondition condition) => condition is not (StepCondition.WrongContent or StepCondition.WrongAccount);

    private static string NameOf(Doer who, CardLanguage language, Func<string, string> deskName) => who switch
    {
        { Role: { } role } => language.Say(role.InJapanese(), role.InEnglish()),
        { Desk: { } desk } => deskName(desk),
        _ => language.Say("保管者", "custodian"),
    };

    /// <summary>A number of the organisation's own is never shown as the guideline's.</summary>
    private static string Within(StepTime time, CardLanguage language)
    {
        if ((time.Minutes ?? time.OpenDays) is not { } number) return "";
        var within = time.Minutes is null
            ? language.Say(number.Show("開庁日以内"), $"within {number.Show(" opening days")}")
            : language.Say(number.Show("分以内"), $"within {number.Show(" minutes")}");
        return within + (number.Basis.Suggested ? language.Say("（設定値）", " (own setting)") : "");
    }

    private static string Kept(StepProof proof, CardLanguage language) => Said(StepWords.Proofs, proof, language) is { Length: > 0 } what
        ? language.Say($"控える：{what}", $"keep: {what}")
        : "";

    private static string Said<T>(Packs.Reading.Words<T> words, T meaning, CardLanguage language)
        where T : struct => language.Say(words.InJapanese(meaning), words.InEnglish(meaning));
}
