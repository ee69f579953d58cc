namespace TeamsBot.Checks;

/// <summary>
/// A piece of the draft as half-open UTF-16 offsets into the text exactly as the writer sent it, on character boundaries.
/// </summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;
}
