namespace TeamsBot.Cards;

/// <summary>
/// Cuts texts to a length without parting a character that takes two UTF-16 units: half of one cannot be searched, sent or stored as text.
/// </summary>
internal static class ShortText
{
    /// <summary>
    /// All of a text in pieces of at most this length: parted between two lines, whose break is left out, else between two characters.
    /// </summary>
    public static IEnumerable<string> Parts(string text, int length)
    {
        while (text.Length > length)
        {
            var line = text.LastIndexOf('\n', length);
            var part = line > 0 ? text[..line] : Cut(text, length);
            yield return part;
            text = text[(line > 0 ? line + 1 : part.Length)..];
        }

        yield return text;
    }

    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsLowSurrogate(text[length]) ? length - 1 : length)];

    /// <summary>The same, with an ellipsis where something was cut.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : Cut(text, length) + "…";
}
