namespace TeamsBot.Cards;

/// <summary>
/// Reads what was chosen on a card by the name of the member. Numbers and lists of names, which a card edited by hand may hold, are none.
/// </summary>
internal static class Chosen
{
    public static T? Of<T>(string written)
        where T : struct, Enum =>
        Enum.TryParse<T>(written, ignoreCase: false, out var value) && value.ToString() == written && Enum.IsDefined(value) ? value : null;
}
