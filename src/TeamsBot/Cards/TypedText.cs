using TeamsBot.Checks;

namespace TeamsBot.Cards;

/// <summary>
/// What somebody typed, made fit to be stored and to be put on a card: without blanks around it, no longer than its place, and without
/// secrets.
/// </summary>
internal static class TypedText
{
    /// <param name="most">In UTF-16 units. A field whose excess is refused with a sentence takes one more than it allows.</param>
    public static string Of(string typed, int most) => ShortText.Cut(CredentialMask.Mask(ShortText.Cut(typed.Trim(), most)).Text, most);

    /// <summary>A few words of it, for a sentence that repeats them so that they are recognised.</summary>
    public static string Quote(string typed) =>
        ShortText.Shorten(CredentialMask.Mask(ShortText.Cut(typed.Trim(), MostQuoted)).Text.ReplaceLineEndings(" "), QuoteLength);

    private const int QuoteLength = 30;

    /// <summary>Enough for a secret that begins within the quotation to be seen as one.</summary>
    private const int MostQuoted = 200;
}
