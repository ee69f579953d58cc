using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>For whom a card about duty is drawn, and when.</summary>
internal sealed record RosterReader(Person Person, string TenantId, DateOnly Today, DateTimeOffset Now, CardLanguage Language);

/// <summary>The short sentences of duties.</summary>
internal static class RosterWords
{
    /// <summary>12/7(月)の週.</summary>
    public static string Week(DateOnly monday, RosterReader reader) => Week(monday, reader.Today, reader.Language);

    public static string Week(DateOnly monday, DateOnly today, CardLanguage language)
    {
        var day = JapaneseTime.Format(monday, today.Year, language);
        return language.Say($"{day}の週", $"the week of {day}");
    }

    /// <summary>12/7(月)の週の返信の当番.</summary>
    public static string Of(Duty duty, DateOnly monday, DateOnly today, CardLanguage language) => language.Say(
        $"{Week(monday, today, language)}の{duty.In(language)}の当番", $"duty for {duty.In(language)} in {Week(monday, today, language)}");

    public static string Of(DutySwap swap, DateOnly today, CardLanguage language) => Of(swap.Duty, swap.Monday, today, language);

    /// <summary>佐藤 花子（副 鈴木 一郎）.</summary>
    public static string Pair(RosterWeek week, PeopleDirectory people, CardLanguage language)
    {
        var second = week.SecondId is { } id && people.Find(id) is { } person
            ? language.Say($"（副 {person.Name}）", $" (second {person.Name})")
            : "";
        return (people.Find(week.MainId)?.Name ?? language.Say("（退職・異動）", "(left)")) + second;
    }

    /// <summary>What was left in the week before, with its writer; null where nothing was.</summary>
    public static string? Note(RosterWeek? before, PeopleDirectory people, CardLanguage language) =>
        before is null || before.Note.Length == 0
            ? null
            : before.Note + (WriterOf(before, people) is { } from ? language.Say($"（{from}さんから）", $" ({from})") : "");

    private static string? WriterOf(RosterWeek week, PeopleDirectory people) =>
        week.NoteByName.Length > 0 ? week.NoteByName : people.Find(week.MainId)?.Name;

    public static string RowOf(RosterWeek week) => $"{week.Duty} {Written(week.Monday)}";

    public static (Duty Duty, DateOnly Monday)? ReadRow(string row) =>
        row.Split(' ') is [var duty, var day]
        && Chosen.Of<Duty>(duty) is { } read
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var monday)
            ? (read, monday)
            : null;

    public static string Written(DateOnly day) => TypedDay.Write(day);
}
