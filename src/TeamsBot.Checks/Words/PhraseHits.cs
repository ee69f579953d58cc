using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Words;

/// <summary>
/// Where the words of the lists stand in one draft, and the questions phrases ask about them. Filled once, then only read.
/// </summary>
internal sealed class PhraseHits(DraftText draft, int lists)
{
    private readonly List<Piece>?[] byList = new List<Piece>?[lists];
    private IReadOnlyList<Piece>? quotes;

    /// <summary>Kept in order of start, longer first, so that a search may stop early and prefers the longer word.</summary>
    public void Add(int list, Piece word)
    {
        var found = byList[list] ??= [];
        var at = found.Count;
        while (at > 0 && (found[at - 1].Start > word.Start || (found[at - 1].Start == word.Start && found[at - 1].End < word.End))) at--;
        found.Insert(at, word);
    }

    public IReadOnlyList<Piece> Of(int list) => list >= 0 && byList[list] is { } found ? found : [];

    public bool Any(int list) => byList[list] is not null;

    /// <summary>Place in the list of the first word that starts at a position or behind it; for <see cref="At"/>.</summary>
    public int FirstFrom(int list, int start) => byList[list] is { } found ? First(found, start) : 0;

    /// <summary>A word by its place in the list; null behind the last.</summary>
    public Piece? At(int list, int place) => byList[list] is { } found && place < found.Count ? found[place] : null;

    /// <summary>The words of a list that start within a piece.</summary>
    public IEnumerable<Piece> Within(int list, Piece piece)
    {
        var found = Of(list);
        for (var i = First(found, piece.Start); i < found.Count && found[i].Start < piece.End; i++) yield return found[i];
    }

    public bool AnyWithin(int list, Piece piece)
    {
        var found = Of(list);
        var first = First(found, piece.Start);
        return first < found.Count && found[first].Start < piece.End;
    }

    /// <summary>True when a longer word of the list covers the piece.</summary>
    public bool Covered(int list, Piece piece)
    {
        foreach (var word in Of(list))
        {
            if (word.Start > piece.Start) return false;
            if (word.End >= piece.End) return true;
        }

        return false;
    }

    /// <summary>True inside 「」 or 『』: the words are a title or somebody's speech.</summary>
    public bool InQuotes(Piece piece)
    {
        quotes ??= Quotes(draft.Normal);
        foreach (var quote in quotes)
        {
            if (quote.Start <= piece.Start && piece.End <= quote.End) return true;
        }

        return false;
    }

    private static int First(IReadOnlyList<Piece> found, int start)
    {
        var (low, high) = (0, found.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (found[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static List<Piece> Quotes(string text)
    {
        var pieces = new List<Piece>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '「' or '『' && open < 0) open = i;
            else if (text[i] is '」' or '』' && open >= 0)
            {
                pieces.Add(new Piece(open, i + 1));
                open = -1;
            }
        }

        return pieces;
    }
}
