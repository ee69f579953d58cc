namespace TeamsBot.Checks.Text;

/// <summary>Keeps brackets together: a quotation with half a bracket reads as if something were missing from the post.</summary>
internal static class Brackets
{
    private const string Opening = "「『（(【〈《〔［[｛{“";
    private const string Closing = "」』）)】〉》〕］]｝}”";

    /// <summary>
    /// The span with a bracket that stands right beside it where its other half is inside, else without what the half bracket begins or
    /// ends.
    /// </summary>
    public static Span Balance(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        // Each round takes a bracket in or a part away, so that it ends.
        for (var rounds = 0; rounds < span.End - span.Start && Half(text, start, end) is { } half; rounds++)
        {
            var kind = Opening.IndexOf(text[half], StringComparison.Ordinal);
            if (kind >= 0)
            {
                if (end < text.Length && text[end] == Closing[kind]) end++;
                else if (IsBlank(text, start, half)) start = half + 1;
                else end = half;
                continue;
            }

            if (start > 0 && text[start - 1] == Opening[Closing.IndexOf(text[half], StringComparison.Ordinal)]) start--;
            else if (IsBlank(text, half + 1, end)) end = half;
            else start = half + 1;
        }

        return start < end ? new Span(start, end) : span;
    }

    /// <summary>The first bracket whose other half is missing, an outer one before what stands in it.</summary>
    private static int? Half(string text, int start, int end)
    {
        var open = new Stack<int>();
        for (var at = start; at < end; at++)
        {
            if (Opening.Contains(text[at], StringComparison.Ordinal)) open.Push(at);
            else if (Closing.IndexOf(text[at], StringComparison.Ordinal) is var kind and >= 0)
            {
                if (!open.Any(begun => text[begun] == Opening[kind])) return at;
                // What was opened inside and never closed.
                if (text[open.Peek()] != Opening[kind]) return open.Peek();
                open.Pop();
            }
        }

        return open.Count > 0 ? open.Last() : null;
    }

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();
}
