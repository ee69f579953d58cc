using TeamsBot.Cards;
using TeamsBot.Packs;
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

    /// <summary>Of somebody who decides nothing there is no 代決.</summary>
    public static string DeputyOf(Person? who, Person? deputy, CardLanguage language) => (who is null || Decides(who), deputy) switch
    {
        (true, null) => language.Say("代決者なし", "no deputy"),
        (false, null) => "",
        (true, { } named) => language.Say($"代決 {named.Name}", $"deputy {named.Name}"),
        (false, { } named) => language.Say($"代わり {named.Name}", $"{named.Name} stands in"),
    };

    /// <summary>Something is asked of such a person that somebody else can answer in their place.</summary>
    public static bool Decides(Person person) => DeputyRules.IsHead(person) || person.Has(Role.Reviewer);
}
