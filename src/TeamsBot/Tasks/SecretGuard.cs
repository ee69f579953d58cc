using System.Text.RegularExpressions;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tasks;

/// <summary>
/// Reads a field of a card about credentials. Besides what <see cref="CredentialMask"/> finds behind its label, a single word that is built
/// like a password is hidden here: in no other place is it so likely to be one [tochigi-3-1, tochigi-7-2-1, yamaguchi-3-3].
/// </summary>
internal static partial class SecretGuard
{
    private const int ShortestWord = 8;

    /// <param name="most">In UTF-16 units.</param>
    public static MaskedText Read(string typed, int most)
    {
        var masked = CredentialMask.Mask(ShortText.Cut(typed.Trim(), most));
        var seen = masked.Seen;
        var text = Word().Replace(masked.Text, match =>
        {
            if (!IsBuiltLikeASecret(TurnRouter.Normal(match.Value))) return match.Value;
            seen = true;
            return CredentialMask.Hidden;
        });
        return new MaskedText(ShortText.Cut(text, most), seen);
    }

    /// <summary>What a press is answered, with the warning where one of its fields held what looks like a secret.</summary>
    public static string Said(string said, TaskForm typed, CardLanguage language) => typed.HadSecret ? said + Warning(language) : said;

    /// <summary>The sentence that goes with a field in which one was found.</summary>
    public static string Warning(CardLanguage language) => language.Say(
        "パスワードのような文字は消しました。ここには書かないでください。本物のときは、すぐに変更してください。",
        "Something that looks like a password was removed. Please do not write one here; if it was real, change it at once.");

    /// <summary>Three kinds of characters in one word; addresses, days and handles have fewer or are told apart.</summary>
    private static bool IsBuiltLikeASecret(string word)
    {
        if (word.Length < ShortestWord || word.Contains("://", StringComparison.Ordinal) || word.StartsWith('@')) return false;
        // A mail address: words around one @.
        if (word.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && word.IndexOf('.', at) > at) return false;
        bool[] kinds =
        [
            word.Any(char.IsAsciiLetterUpper), word.Any(char.IsAsciiLetterLower), word.Any(char.IsAsciiDigit),
            word.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.' or '/' or ':' or '_' or ',')),
        ];
        return kinds.Count(has => has) >= 3;
    }

    [GeneratedRegex(@"[\u0021-\u007e\uff01-\uff5e]{8,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
