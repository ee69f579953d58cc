using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks;

/// <summary>
/// What stands around a place of a text, as far as it may matter there. A look has an end of its own and not that of the text: a text of
/// nothing but secrets and without a full stop would else be read once for each of them.
/// </summary>
/// <param name="looked">Is told how many characters a look reads.</param>
internal sealed class Surroundings(string text, Action<int>? looked)
{
    /// <summary>「文字以上」 and the like follow at once.</summary>
    private const int MostBehind = 12;

    /// <summary>「のような」 stands close before an example, and with its sentence behind it.</summary>
    private const int MostBefore = 24;

    /// <summary>A sentence to residents has 60 characters, a long one 150. Of a longer one, only what is near is about the place.</summary>
    private const int MostOfSentence = 200;

    /// <summary>All matches of a pattern without open repeats; one reading of the text.</summary>
    public IEnumerable<Match> All(Regex pattern)
    {
        looked?.Invoke(text.Length);
        return pattern.Matches(text);
    }

    public char Before(int at) => text[at - 1];

    public ReadOnlySpan<char> Behind(int at) => Look(at, at + MostBehind);

    /// <summary>From a little before the place to the end of its sentence.</summary>
    public ReadOnlySpan<char> RestOfSentence(int at)
    {
        var end = Look(at, at + MostOfSentence).IndexOfAny("。\n!");
        return Look(at - MostBefore, at + (end < 0 ? MostOfSentence : end));
    }

    /// <summary>The sentence a place stands in, as far as it is near.</summary>
    public ReadOnlySpan<char> Sentence(int at, Piece sentence) =>
        Look(Math.Max(sentence.Start, at - MostOfSentence), Math.Min(sentence.End, at + MostOfSentence));

    private ReadOnlySpan<char> Look(int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        looked?.Invoke(end - start);
        return text.AsSpan(start, end - start);
    }
}
