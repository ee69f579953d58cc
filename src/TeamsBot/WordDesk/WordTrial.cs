using System.Globalization;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.WordBooks;
using TeamsBot.OwnWords;

namespace TeamsBot.WordDesk;

/// <summary>Tries an entry on what was posted last, before it takes effect.</summary>
internal sealed class WordTrial(IServiceProvider services, EarlierPosts posts, TimeProvider clock)
{
    public const int MaxPosts = 200;

    private const int MaxExamples = 5;

    /// <summary>What the entry would have found. An entry that cannot be read is refused with the guard's reason.</summary>
    public async Task<DryRunResult> RunAsync(WordingContent content, string tenantId, CancellationToken cancellationToken)
    {
        var last = await posts.Read(services, tenantId, MaxPosts, cancellationToken);
        if (content.Problem() is { } problem) return new DryRunResult(last.Count, 0, [], problem);
        if (content.ToFacility() is { } facility) return RuleDryRun.Try(facility, [.. last.Select(post => post.Text)], clock.GetUtcNow());
        if (content.DayOf() is { } day) return OnDay(last, day);
        return content.ToEntry("trial") is { } entry
            ? RuleDryRun.Try(entry, [.. last.Select(post => post.Text)])
            : new DryRunResult(last.Count, 0, [], "この語は試せません。");
    }

    /// <summary>A day is not too frequent, however many posts went out on it.</summary>
    private static DryRunResult OnDay(IReadOnlyList<HistoryPost> last, MonthDay day)
    {
        var hits = last.Where(post => JapanTime.DateOf(post.PostedAt) is var posted && posted.Month == day.Month && posted.Day == day.Day)
            .ToList();
        var examples = hits.Take(MaxExamples)
            .Select(post => JapanTime.DateOf(post.PostedAt).ToString("yyyy/M/d の投稿", CultureInfo.InvariantCulture));
        return new DryRunResult(last.Count, hits.Count, [.. examples], null);
    }
}
