using System.Text.RegularExpressions;

namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// A pattern that may run on any text: without backtracking, so its time grows with the text alone. Looking around is kept at the two ends
/// only, where it can be checked apart. Made by <see cref="PatternGuard"/>, never directly.
/// </summary>
public sealed class GuardedPattern
{
    private readonly Regex body;
    private readonly Regex? before;
    private readonly bool wantsBefore;
    private readonly Regex? after;
    private readonly bool wantsAfter;

    internal GuardedPattern(
        string source,
        Regex body,
        (Regex Regex, bool Wanted)? before,
        (Regex Regex, bool Wanted)? after,
        IReadOnlyList<string> literals
    )
    {
        Source = source;
        this.body = body;
        (this.before, wantsBefore) = (before?.Regex, before?.Wanted ?? false);
        (this.after, wantsAfter) = (after?.Regex, after?.Wanted ?? false);
        Literals = literals;
    }

    /// <summary>As the administrator typed it.</summary>
    public string Source { get; }

    /// <summary>Every match holds one of these; empty when nothing of the kind is known.</summary>
    internal IReadOnlyList<string> Literals { get; }

    internal IEnumerable<Match> Matches(string normal)
    {
        foreach (Match match in body.Matches(normal))
        {
            if (match.Length == 0) continue;
            var end = match.Index + match.Length;
            if (
                before is not null
                && before.IsMatch(normal.AsSpan(Math.Max(0, match.Index - Reach), Math.Min(Reach, match.Index))) != wantsBefore
            )
                continue;
            if (after is not null && after.IsMatch(normal.AsSpan(end, Math.Min(Reach, normal.Length - end))) != wantsAfter) continue;
            yield return match;
        }
    }

    /// <summary>How far a look-around at an end can see, in characters.</summary>
    private const int Reach = 64;
}
