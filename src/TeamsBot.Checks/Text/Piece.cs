namespace TeamsBot.Checks.Text;

/// <summary>
/// Half-open offsets into a draft's normalised text; a different type from <see cref="Span"/> so that the two cannot be mixed up.
/// </summary>
internal readonly record struct Piece(int Start, int End)
{
    public int Length => End - Start;

    public static IReadOnlyList<Piece> Lines(string text) => Cut(text, sentences: false);

    public static IReadOnlyList<Piece> Sentences(string text) => Cut(text, sentences: true);

    private static List<Piece> Cut(string text, bool sentences)
    {
        var pieces = new List<Piece>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r') Add(pieces, text, start, i, sentences);
            else if (sentences && text[i] is '。' or '!' or '?') Add(pieces, text, start, i + 1, sentences);
            else continue;
            start = i + 1;
        }

        Add(pieces, text, start, text.Length, sentences);
        return pieces;
    }

    private static void Add(List<Piece> pieces, string text, int start, int end, bool trim)
    {
        if (trim)
        {
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        }

        if (end > start) pieces.Add(new Piece(start, end));
    }
}
