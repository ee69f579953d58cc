namespace TeamsBot.Cards;

/// <summary>
/// Cuts texts to a length without parting a character that takes two UTF-16 units: half of one cannot be searched, sent or stored as text.
/// </summary>
internal static class ShortText
{
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsLowSurrogate(text[length]) ? length - 1 : length)];

    /// <summary>The same, with an ellipsis where something was cut.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : Cut(text, length) + "…";
}
