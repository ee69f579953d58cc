namespace TeamsBot.Checks.Words;

/// <summary>
/// The beginnings under which a Japanese verb or adjective in its dictionary form appears in a text: 捨てる is met as 捨て(て|ない|よう), 飲む as
/// 飲(ま|み|む|め|も|ん), ひどい as ひど(い|く|か|け|さ). What follows (ない, ます, た) is left to the phrase, because it decides what is meant.
/// </summary>
/// <remarks>
/// Written from school grammar: the rows of the five-row verbs, the one-row verbs, する and 来る, the adjectives in い. A verb in る may be of
/// either kind, so both are written out. One sound change too many (a form that nobody says) costs nothing, since no text holds it.
/// </remarks>
internal static class Inflection
{
    private const string Adjective = "いくかけさそすめ過ぎ";
    private const string OneRow = "らりるれろったてなまよずさちや";

    /// <summary>The last letter of a five-row verb and what it turns into.</summary>
    private static readonly (char Ending, string Becomes)[] Rows =
    [
        ('う', "わいうえおっ"), ('く', "かきくけこいっ"), ('ぐ', "がぎぐげごい"), ('す', "さしすせそ"), ('つ', "たちつてとっ"),
        ('ぬ', "なにぬねのん"), ('ぶ', "ばびぶべぼん"), ('む', "まみむめもん"), ('る', OneRow),
    ];

    /// <summary>Every beginning of the word; the word itself when it ends like nothing that inflects.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 2) return [word];
        var stem = word[..^1];
        if (word.EndsWith("する", StringComparison.Ordinal)) return "さしすせ".Select(c => word[..^2] + c);
        if (word[^1] == 'い') return Adjective.Select(c => stem + c);
        foreach (var (ending, becomes) in Rows)
        {
            if (word[^1] == ending) return becomes.Select(c => stem + c);
        }

        return [word];
    }
}
