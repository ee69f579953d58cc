using System.Text;
using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>A text in the form it is read in: compatibility width, lower case, its lines kept.</summary>
internal readonly partial record struct AlarmText(string Folded, bool IsEnglish)
{
    public static AlarmText Of(string text)
    {
        var folded = SearchText.Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Trim();
        return new(folded, !folded.Any(c => SearchText.IsHiragana(c) || SearchText.IsKatakana(c) || SearchText.IsKanji(c)));
    }

    /// <summary>Words, numbers and each other mark by itself, of a text in Latin letters.</summary>
    public static IEnumerable<string> Words(string text) => WordPattern().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[a-z']+|[0-9]+|[^\sa-z0-9]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordPattern();
}
