using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Approvals;

/// <summary>
/// Reads who may decide from the people as they are entered now, not as they were when somebody was asked, and asks others where that has
/// changed. Looked at when a decision is pressed, at the program's start and after each change of people.
/// </summary>
internal sealed class RouteRenewal(
    PeopleDirectory people,
    AccountRegister accounts,
    Pack pack,
    DraftTelling telling,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>Whether the draft waits for others now; they, its author and those who are not asked any more are told.</summary>
    public bool Renew(Draft draft)
    {
        if (draft.AccountId is not { } id || accounts.Find(id) is not { } account || !(draft.OpenReviews.Any() || draft.IsLiftAsked))
            return false;
        var now = time.GetUtcNow();
        var rights = people.Resolver(pack, now);
        var answer = people.ResolveRoute(pack, account, draft.AuthorId, now);
        var route = answer.Final is { } final ? Routes.Of(answer, final) : null;
        if (!draft.Reroute(route, answer.Refusal?.Japanese ?? "確認・決裁をお願いできる方がいません。広報担当へご相談ください。", MayAnswer, now)) return false;
        var asked = draft.OpenReviews.Select(review => review.ReviewerId).ToArray();
        audit.Record(null, "draft.reroute", DraftTurns.Subject(draft), new { revision = draft.Current.Number, asked }, draft.State);
        telling.Tell(draft);
        return true;

        bool MayAnswer(RouteStep step, string personId) => step == RouteStep.SecondReview
            ? rights.MayReview(account, draft.AuthorId, personId)
            : rights.MayDecide(account, draft.AuthorId, personId);
    }
}

/// <summary>
/// At the start, because the file of people may have changed while the program stood still, and whenever other people are in force.
/// </summary>
internal sealed partial class RouteRenewals(IServiceScopeFactory scopes, CurrentPeople people, CommitGate gate, ILogger<RouteRenewals> log)
    : BackgroundService
{
    private static readonly DraftStatus[] Open =
    [
        DraftStatus.InReview,
        DraftStatus.AwaitingDecision,
        DraftStatus.Composing,
        DraftStatus.Returned,
        DraftStatus.Expired,
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = people.Changed;
            await TryAsync(stoppingToken);
            await changed.WaitAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RenewAllAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Each is looked at again when it is pressed.
            Failed(log, problem);
        }
    }

    private async Task RenewAllAsync(CancellationToken cancellationToken)
    {
        List<(int Number, string Tenant)> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var open = Open.ToList();
            var found = await scope.ServiceProvider.GetRequiredService<BotDbContext>().Drafts.AsNoTracking()
                .Where(draft => open.Contains(draft.Status) && (draft.IsLiftAsked || draft.Reviews.Any(review => review.ClosedAt == null)))
                .Select(draft => new { draft.Number, draft.TenantId }).ToListAsync(cancellationToken);
            waiting = found.ConvertAll(draft => (draft.Number, draft.TenantId));
        }

        foreach (var (number, tenant) in waiting)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            if (
                await db.FindDraftAsync(number, tenant, cancellationToken) is { } draft
                && scope.ServiceProvider.GetRequiredService<RouteRenewal>().Renew(draft)
            )
                await SaveAsync(db, number, cancellationToken);
        }
    }

    private async Task SaveAsync(BotDbContext db, int number, CancellationToken cancellationToken)
    {
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was quicker; a decision looks again anyway.
            Overtaken(log, number);
        }
    }

    [LoggerMessage(2301, LogLevel.Error,
        "Looking for people who may not decide any more failed; each draft is looked at when it is pressed")]
    private static partial void Failed(ILogger log, Exception problem);

    [LoggerMessage(2302, LogLevel.Information, "Draft {Number} changed while its route was renewed")]
    private static partial void Overtaken(ILogger log, int number);
}

/// <summary>An answer about people as the draft keeps it.</summary>
internal static class Routes
{
    public static ReviewRoute Of(RouteAnswer answer, RoutePerson final) => new(
    [
        .. answer.Reviewers.Count > 0
            ? [new RouteStop(RouteStep.SecondReview, [.. answer.Reviewers.Select(Asked)])]
            : Array.Empty<RouteStop>(),
        new RouteStop(RouteStep.FinalDecision, [Asked(final)]),
    ]);

    private static Reviewer Asked(RoutePerson asked) =>
        new(asked.Person.ObjectId, asked.Person.Name, asked.Person.Title, asked.OnBehalfOf?.Name);
}
