using System.Text;

namespace TeamsBot.Checks.Text;

/// <summary>
/// A normalised text with katakana read as hiragana, small kana as large, and dots, corner brackets, blanks and long-vowel signs (also 一
/// written for one) left out: two spellings of one name become equal. Keeps the way back to the text it was made from.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<int> places = [];

    public FoldedText(string normal)
    {
        var text = new StringBuilder(normal.Length);
        for (var i = 0; i < normal.Length; i++)
        {
            if (normal[i] is '・' or '･' or '「' or '」' or '『' or '』' or ' ' or 'ー' or '−' or '·') continue;
            if (normal[i] == '一' && i > 0 && normal[i - 1] is >= 'ァ' and <= 'ヶ') continue;
            text.Append(Fold(normal[i]));
            places.Add(i);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>
    /// The piece of the unfolded text behind a non-empty piece of <see cref="Text"/>; a long-vowel sign at its end belongs to it.
    /// </summary>
    public Piece Original(int start, int length) => new(places[start], places[start + length - 1] + 1);

    private static char Fold(char c)
    {
        if (c is >= 'ァ' and <= 'ヶ') c = (char)(c - 0x60);
        return "ぁぃぅぇぉっゃゅょゎ".IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? "あいうえおつやゆよわ"[at] : c;
    }
}
