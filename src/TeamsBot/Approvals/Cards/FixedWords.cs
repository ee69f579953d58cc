using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>What a press on 「直せる箇所を直す」 changed, in one sentence, and what it cannot know.</summary>
internal static partial class FixedWords
{
    /// <summary>The same correction a hundred times is one line.</summary>
    private const int MostNamed = 3;

    public static string Of(IReadOnlyList<(string Before, string After)> fixes, CardLanguage language)
    {
        var distinct = fixes.Distinct().ToList();
        var named = distinct.Take(MostNamed).ToList();
        var more = fixes.Count - fixes.Count(named.Contains);
        var rest =
            more > 0
                ? language.Say(
                    string.Create(CultureInfo.InvariantCulture, $"（ほか{more}か所）"),
                    string.Create(CultureInfo.InvariantCulture, $" ({more} more)")
                )
                : "";
        var said = language.Say(
            $"{string.Join("、", named.Select(fix => $"「{fix.Before}」を「{fix.After}」"))}{rest}と直しました。",
            $"Changed {string.Join(", ", named.Select(fix => $"“{fix.Before}” to “{fix.After}”"))}{rest}.");
        // The calendar tells that day and weekday do not agree, not which of them was meant.
        return distinct.Exists(fix => Weekday().IsMatch(fix.After) && Weekday().Replace(fix.Before, "") == Weekday().Replace(fix.After, ""))
            ? said
                + language.Say(
                    "曜日を暦に合わせました。日付のほうが誤りでないかも確かめてください。",
                    " The weekday now agrees with the calendar. Please check that the date itself is right."
                )
            : said;
    }

    [GeneratedRegex("[日月火水木金土](?=曜|[)）]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Weekday();
}
