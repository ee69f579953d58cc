using System.Buffers;

namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// A pattern as prh dictionaries write it, <c>/…/flags</c>, in the words of .NET. Flags other than i change nothing here.
/// </summary>
internal sealed record JavaScriptPattern(string Source, bool IgnoreCase)
{
    private static readonly SearchValues<char> Flags = SearchValues.Create("gimsuy");

    /// <summary>Null when the text is a plain word.</summary>
    public static JavaScriptPattern? Parse(string written)
    {
        var close = written.LastIndexOf('/');
        if (written.Length < 3 || written[0] != '/' || close < 2 || written.AsSpan(close + 1).ContainsAnyExcept(Flags)) return null;
        var source = written[1..close]
            .Replace("\\/", "/", StringComparison.Ordinal)
            .Replace("[^]", "[\\s\\S]", StringComparison.Ordinal)
            .Replace("\\p{Script=Han}", "\\p{IsCJKUnifiedIdeographs}", StringComparison.Ordinal)
            .Replace("\\p{Script=Hiragana}", "\\p{IsHiragana}", StringComparison.Ordinal)
            .Replace("\\p{Script=Katakana}", "\\p{IsKatakana}", StringComparison.Ordinal);
        return new JavaScriptPattern(source, written.AsSpan(close + 1).Contains('i'));
    }
}
