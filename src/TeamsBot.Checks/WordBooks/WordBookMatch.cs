using System.Text;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.WordBooks;

/// <summary>A word of a word book found in a draft.</summary>
/// <param name="Replacement">What the entry wants there; null when it only asks to think.</param>
internal sealed record WordBookMatch(WordEntry Entry, Piece Where, string? Replacement)
{
    /// <summary>
    /// Every place where an entry wants something else than is written, longest first at one place, none overlapping within an entry.
    /// </summary>
    public static IEnumerable<WordBookMatch> All(DraftText draft, WordBook book)
    {
        if (book.Entries.Count == 0) yield break;
        var tried = new HashSet<GuardedPattern>();
        foreach (var (start, length, (entry, pattern)) in book.Index.Find(draft.Normal))
        {
            if (pattern is null)
            {
                if (Judge(draft, entry, new Piece(start, start + length), entry.Instead) is { } match) yield return match;
            }
            else if (tried.Add(pattern))
            {
                foreach (var match in Run(draft, entry, pattern)) yield return match;
            }
        }

        foreach (var (entry, pattern) in book.Unindexed)
        {
            foreach (var match in Run(draft, entry, pattern)) yield return match;
        }
    }

    /// <summary>The text as an entry alone would rewrite it; what prh's specs are held against.</summary>
    public static string Rewrite(string text, WordEntry entry)
    {
        var draft = new DraftText(text);
        var made = new StringBuilder(text);
        var end = int.MaxValue;
        foreach (
            var match in All(draft, new WordBook([entry]))
                .Where(match => match.Replacement is not null)
                .OrderByDescending(match => match.Where.Start)
        )
        {
            var span = draft.At(match.Where);
            if (span.End > end) continue;
            made.Remove(span.Start, span.Length).Insert(span.Start, match.Replacement);
            end = span.Start;
        }

        return made.ToString();
    }

    private static IEnumerable<WordBookMatch> Run(DraftText draft, WordEntry entry, GuardedPattern pattern)
    {
        foreach (var match in pattern.Matches(draft.Normal))
        {
            if (entry.MustBeEmpty is { } group && match.Groups[group.TrimStart('$')].Length > 0) continue;
            var replacement = entry.Instead is { } instead ? match.Result(instead) : null;
            if (Judge(draft, entry, new Piece(match.Index, match.Index + match.Length), replacement) is { } found) yield return found;
        }
    }

    /// <summary>
    /// Nothing to say where it is already right, inside a longer word that is right, inside an exception, or inside a link.
    /// </summary>
    private static WordBookMatch? Judge(DraftText draft, WordEntry entry, Piece where, string? replacement)
    {
        if (draft.InUrl(where.Start)) return null;
        if (entry.WordBoundary && !(Scripts.Changes(draft.Normal, where.Start) && Scripts.Changes(draft.Normal, where.End))) return null;
        if (replacement is not null && (draft.Quote(draft.At(where)) == replacement || Inside(draft.Normal, where, replacement)))
            return null;
        return entry.Except.Any(longer => Inside(draft.Normal, where, longer)) ? null : new WordBookMatch(entry, where, replacement);
    }

    private static bool Inside(string text, Piece where, string longer)
    {
        if (longer.Length <= where.Length) return false;
        var from = Math.Max(0, where.End - longer.Length);
        var at = text.IndexOf(longer, from, Math.Min(text.Length, where.Start + longer.Length) - from, StringComparison.Ordinal);
        return at >= 0 && at <= where.Start && where.End <= at + longer.Length;
    }
}
