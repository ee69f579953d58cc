using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.WordBooks;

/// <summary>What a new entry would have found in earlier posts.</summary>
/// <param name="Posts">How many posts were read.</param>
/// <param name="Hits">In how many the entry would have spoken.</param>
/// <param name="Examples">Up to five: the words found, with a little of their surroundings.</param>
/// <param name="Refusal">Why the entry may not take effect, in plain Japanese; null when it may.</param>
public sealed record DryRunResult(int Posts, int Hits, IReadOnlyList<string> Examples, string? Refusal)
{
    public double Share => Posts == 0 ? 0 : (double)Hits / Posts;
}

/// <summary>
/// Tries an entry on past posts before it takes effect. An entry that would speak in more than the given share of posts is refused: nobody
/// reads a rule that always fires. Pure; the caller decides which posts (for example the last 200) and keeps versions.
/// </summary>
public static class RuleDryRun
{
    public const double DefaultLimit = 0.2;

    private static readonly HashSet<string> FacilityRules = new(["official-name", "phone-book", "address-book"], StringComparer.Ordinal);
    private const int MaxExamples = 5;
    private const int Around = 12;

    /// <summary>Fewer posts than this say nothing about a share.</summary>
    private const int FewPosts = 10;

    public static DryRunResult Try(WordEntry entry, IReadOnlyList<string> posts, double limit = DefaultLimit)
    {
        var book = new WordBook([entry]);
        var examples = new List<string>();
        var hits = 0;
        foreach (var post in posts)
        {
            var draft = new DraftText(post);
            if (WordBookMatch.All(draft, book).FirstOrDefault() is not { } match) continue;
            hits++;
            if (examples.Count < MaxExamples) examples.Add(Excerpt(post, draft.At(match.Where)));
        }

        var result = new DryRunResult(posts.Count, hits, examples, null);
        return posts.Count >= FewPosts && result.Share > limit
            ? result with { Refusal = $"過去{posts.Count}件の投稿のうち{hits}件（{result.Share:P0}）に当たります。上限は{limit:P0}です。語を長くするか、例外を加えてください。" }
            : result;
    }

    /// <summary>
    /// Where the name, the number or the address of a facility would have been called wrong in earlier posts. It is never refused for its
    /// share: a mistake made often is the reason for the entry.
    /// </summary>
    public static DryRunResult Try(Facility facility, IReadOnlyList<string> posts, DateTimeOffset now)
    {
        var context = new CheckContext { Now = now, Organisation = Facility.AddTo(OrganisationProfile.Unknown, [facility]) };
        var rules = RuleCatalogue.All.Where(rule => FacilityRules.Contains(rule.About.Id)).ToList();
        var examples = new List<string>();
        var hits = 0;
        foreach (var post in posts)
        {
            if (
                ContentChecker.Check(post, context, rules).FirstOrDefault(finding => finding is { Suggestion: not null, Span: not null })
                is not { Span: { } span }
            )
                continue;
            hits++;
            if (examples.Count < MaxExamples) examples.Add(Excerpt(post, span));
        }

        return new DryRunResult(posts.Count, hits, examples, null);
    }

    private static string Excerpt(string post, Span span)
    {
        var (from, to) = (Math.Max(0, span.Start - Around), Math.Min(post.Length, span.End + Around));
        if (from > 0 && char.IsLowSurrogate(post[from])) from++;
        if (to < post.Length && char.IsLowSurrogate(post[to])) to--;
        return post[from..to].ReplaceLineEndings(" ");
    }
}
