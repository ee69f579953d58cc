namespace TeamsBot.Cards;

/// <summary>
/// A line of somebody's text as a card has to write it so that it looks as it will in public: clients show a run of blanks as one, blanks
/// at the ends not at all, and a line of nothing without height. Only what is drawn is changed, never what is kept.
/// </summary>
internal static class ShownText
{
    /// <summary>Has the height of a line.</summary>
    public const string EmptyLine = "\u00A0";

    private const string Tab = "\u00A0\u00A0\u00A0\u00A0";

    public static string Of(string line) => line.Length == 0 ? EmptyLine : string.Concat(Letters(line));

    /// <summary>What to draw for each UTF-16 unit, so that places in the line still fit.</summary>
    public static string[] Letters(string line)
    {
        var letters = new string[line.Length];
        for (var at = 0; at < line.Length; at++)
        {
            letters[at] = line[at] switch
            {
                '\t' => Tab,
                // The last of a run stays a blank, so that the line can still be wrapped there.
                ' ' when at == 0 || at == line.Length - 1 || line[at + 1] is ' ' or '\t' => "\u00A0",
                var letter => letter.ToString(),
            };
        }

        return letters;
    }
}
