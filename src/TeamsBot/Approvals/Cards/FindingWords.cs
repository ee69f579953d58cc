using System.Text.RegularExpressions;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// A finding in the reader's language: its title, why it was found, what to do. English says what the rule is about
/// (<see cref="RulesInEnglish"/>); words of the text, official names and what a fix writes stay as they are.
/// </summary>
internal static partial class FindingWords
{
    private const int MostNamed = 3;

    public static string Title(this DraftFinding finding, CardLanguage language) =>
        language == CardLanguage.En ? RulesInEnglish.Titles.GetValueOrDefault(finding.Category, finding.Label) : finding.Label;

    public static string Why(this DraftFinding finding, CardLanguage language) =>
        InEnglish(finding, language) is { } words ? words.Why + Named(finding) : finding.Message;

    /// <summary>
    /// What to write instead: the rule's sentence, and the exact words where a press would write them and the sentence does not say them.
    /// </summary>
    public static string Better(this DraftFinding finding, CardLanguage language)
    {
        var said = InEnglish(finding, language)?.Next ?? finding.Suggestion ?? "";
        return finding.Replacement is { } words && !said.Contains(words, StringComparison.Ordinal) ? $"「{words}」 {said}".TrimEnd() : said;
    }

    /// <summary>The label of the field for what only the writer knows.</summary>
    public static string Wanted(this DraftFinding finding, CardLanguage language) => language.Say(finding.Asks ?? "", finding.RuleId switch
    {
        "short-url" => "The address it leads to",
        _ => "What belongs here",
    });

    private static (string Why, string Next)? InEnglish(DraftFinding finding, CardLanguage language) =>
        language == CardLanguage.En && RulesInEnglish.Words.TryGetValue(finding.RuleId, out var words) ? words : null;

    /// <summary>What the rule names beside the words of the text: a registered number, the official name.</summary>
    private static string Named(DraftFinding finding)
    {
        var named = InQuotes().Matches($"{finding.Message}\n{finding.Suggestion}").Select(match => match.Groups["words"].Value)
            .Where(words => words != finding.Replacement && !finding.Quote.Contains(words, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Take(MostNamed).ToList();
        return named.Count == 0 ? "" : $" ({string.Join(", ", named.Select(words => $"「{words}」"))})";
    }

    [GeneratedRegex(
        "「(?<words>[^「」\\n]{1,60})」",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex InQuotes();
}
