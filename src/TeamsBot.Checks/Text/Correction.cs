using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Text;

/// <summary>Where a correction quotes the mistake it corrects: （誤）…（正）…, 訂正前…訂正後…, 「…」は「…」の誤り, 「…」とありますが正しくは….</summary>
internal static partial class Correction
{
    public static IEnumerable<Piece> QuotedErrors(string normal)
    {
        if (!Mentions().IsMatch(normal)) yield break;
        foreach (Match match in Quoted().Matches(normal))
        {
            var words = match.Groups["words"];
            yield return new Piece(words.Index, words.Index + words.Length);
        }
    }

    [GeneratedRegex("訂正|誤|正しくは", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Mentions();

    [GeneratedRegex(
        @"(?:[(【\[〈]\s?(?:誤|訂正前|修正前)\s?[)】\]〉]|(?:誤|訂正前|修正前)\s?[:：]|×\s?)\s?\n?(?<words>[^\n]{1,160}?)(?=[(【\[〈]\s?(?:正|訂正後|修正後)|→|⇒|(?:正|"
            + @"訂正後|修正後)\s?[:：]|\n|$)"
        + "|「(?<words>[^」\\n]{1,80})」(?=(?:とありま|とある|と(?:記載|投稿|表記|掲載|お知らせ|ご案内)|は、?「[^」\\n]{1,80}」の(?:誤り|間違い)|→|⇒))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000)]
    private static partial Regex Quoted();
}
