using System.Text;

namespace TeamsBot.Checks.Text;

/// <summary>
/// The weighted length of a post on X, by the published counting (twitter-text 3): 280 in all, a link is 23, an emoji 2, Latin and most
/// punctuation 1, everything else 2, counted on the NFC form. The guideline's "140 full-width characters" is the same limit
/// [asaka-3-2-3-1].
/// </summary>
/// <param name="Weighted">The weight of the whole text.</param>
/// <param name="FitsUntil">Original offset up to which the text fits; the length of the text when all of it does.</param>
/// <param name="HasForbidden">X refuses U+FFFE, U+FEFF and U+FFFF.</param>
public sealed record XLength(int Weighted, int FitsUntil, bool HasForbidden)
{
    public const int Limit = 280;
    private const int Link = 23;

    public int Remaining => Limit - Weighted;

    public static XLength Of(string text)
    {
        var view = new NormalView(text, NormalizationForm.FormC);
        var normal = view.Text;
        var urls = XUrls.Find(normal);
        var (weight, url, at, fits) = (0, 0, 0, -1);
        while (at < normal.Length)
        {
            var start = at;
            while (url < urls.Count && urls[url].Start < at) url++;
            if (url < urls.Count && urls[url].Start == at)
            {
                weight += Link;
                at = urls[url].End;
            }
            else if (Emoji.LengthAt(normal, at) is var emoji and > 0)
            {
                weight += 2;
                at += emoji;
            }
            else
            {
                weight += IsLight(normal[at]) ? 1 : 2;
                at += char.IsHighSurrogate(normal[at]) && at + 1 < normal.Length && char.IsLowSurrogate(normal[at + 1]) ? 2 : 1;
            }

            if (weight > Limit && fits < 0) fits = view.ToOriginal(start, 0).Start;
        }

        return new XLength(weight, fits < 0 ? text.Length : fits, text.AsSpan().IndexOfAny('\uFFFE', '\uFEFF', '\uFFFF') >= 0);
    }

    private static bool IsLight(char c) =>
        c is <= '\u10FF' or (>= '\u2000' and <= '\u200D') or (>= '\u2010' and <= '\u201F') or (>= '\u2032' and <= '\u2037');
}
