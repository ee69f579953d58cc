using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Data;
using TeamsBot.OfficeDays;
using TeamsBot.Packs;
using TeamsBot.OwnWords;

namespace TeamsBot.Approvals;

/// <summary>
/// Runs the content checks over a draft with what the organisation knows: its pack, the desk's entries, the account, and what was posted
/// lately.
/// </summary>
internal sealed class DraftChecks(BotDbContext db, PackChecks checks, DeskWording wording, OfficeCalendar calendar,
    AccountRegister accounts, ClauseNames clauses, CheckMeter meter, TimeProvider time)
{
    /// <summary>How far back earlier posts are compared with.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private const int MaxHistory = 100;

    /// <returns>What was found, as the checks say it; the draft keeps its own copy.</returns>
    public async Task<IReadOnlyList<Finding>> CheckAsync(Draft draft, CancellationToken cancellationToken)
    {
        var account = draft.AccountId is { } id ? accounts.Find(id) : null;
        var known = await wording.AddToAsync(
            checks.ContextFor(account, time.GetUtcNow(), draft.PlannedAt),
            db,
            draft.TenantId,
            draft.AccountId,
            cancellationToken
        );
        var context = (await calendar.AddToAsync(known, draft.TenantId, cancellationToken)) with
        {
            History = await HistoryAsync(draft, cancellationToken),
            HistoryKnown = true,
            Organisation = known.Organisation with { Accounts = accounts.Handles },
            Attachments = draft.Pictures.Count > 0 ? [.. draft.Pictures.Select(picture => picture.ToAttached())] : null,
            // A video is as good as a picture for the medium; how many there are then nobody knows.
            Images = draft.HasVideo && draft.Pictures.Count == 0 ? null : draft.Pictures.Count,
            IsLike = draft.LikeOf is not null,
        };
        var text = draft.Current.Text;
        var began = time.GetTimestamp();
        var findings = ContentChecker.Check(text, context);
        meter.Checked(findings, time.GetElapsedTime(began));
        draft.Check(
            [.. findings.Select(finding => DraftFinding.From(finding, text, clauses.OwnOf(finding.Clauses)))],
            draft.LikeOf is null ? TextFacts.Of(text, context) : []
        );
        return findings;
    }

    /// <summary>The organisation's last posts, newest first, for trying a new entry of the word book on them.</summary>
    public async Task<IReadOnlyList<HistoryPost>> LastPostsAsync(string tenantId, int most, CancellationToken cancellationToken)
    {
        var posted = await (
            from draft in db.Drafts
            where draft.TenantId == tenantId && draft.Status == DraftStatus.Posted && draft.PostedAt != null
            orderby draft.PostedAt descending
            select new
            {
                draft.PostedAt,
                Text = draft.Revisions.OrderByDescending(revision => revision.Number).Select(revision => revision.Text).First(),
            }
        )
            .Take(most).AsNoTracking().ToListAsync(cancellationToken);
        return [.. posted.Select(post => new HistoryPost(post.Text, post.PostedAt!.Value))];
    }

    private async Task<IReadOnlyList<HistoryPost>> HistoryAsync(Draft draft, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Memory;
        var posted = await (
            from earlier in db.Drafts
            where
                earlier.TenantId == draft.TenantId
                && earlier.Status == DraftStatus.Posted
                && earlier.PostedAt >= since
                && earlier.Number != draft.Number
            orderby earlier.PostedAt descending
            select new
            {
                earlier.AccountId,
                earlier.PostedAt,
                Text = earlier.Revisions.OrderByDescending(revision => revision.Number).Select(revision => revision.Text).First(),
            }).Take(MaxHistory).AsNoTracking().ToListAsync(cancellationToken);
        return [.. posted.Select(post => new HistoryPost(post.Text, post.PostedAt!.Value, post.AccountId == draft.AccountId))];
    }
}
