using TeamsBot.Cards;
using TeamsBot.People;

namespace TeamsBot.AbsenceDesk;

/// <summary>The short sentences of absences.</summary>
internal static class AbsenceWords
{
    /// <summary>12/1(火)〜12/5(土), or one day.</summary>
    public static string Period(Away away, DateOnly today, CardLanguage language)
    {
        var first = JapaneseTime.Format(away.First, today.Year, language);
        return away.First == away.Last
            ? first
            : $"{first}{language.Say("〜", " – ")}{JapaneseTime.Format(away.Last, today.Year, language)}";
    }

    public static string DeputyOf(Person? deputy, CardLanguage language) =>
        deputy is null ? language.Say("代決者なし", "no deputy") : language.Say($"代決 {deputy.Name}", $"deputy {deputy.Name}");
}
