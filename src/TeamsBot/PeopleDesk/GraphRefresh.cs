using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Graph;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.PeopleDesk;

/// <summary>
/// Reads the people from Microsoft Graph again and again, in the background. A reading that succeeds is kept and put in force, and whoever
/// waits for a change of people goes to work; one that fails changes nothing but what health and the desk are told.
/// </summary>
internal sealed partial class GraphRefresh(
    IServiceScopeFactory scopes, GraphReader reader, GraphOptions options, GraphState state, CurrentPeople current, Pack pack,
    CommitGate gate, TimeProvider time,
    ILogger<GraphRefresh> log) : BackgroundService
{
    /// <summary>After a failure is tried again sooner than usual, but not at once.</summary>
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(1);

    /// <summary>The links of a delta query are good for a week: kept anew in time, also where nobody changed.</summary>
    private static readonly TimeSpan LinksKept = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim one = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested) await Task.Delay(await RefreshAsync(stoppingToken), time, stoppingToken);
    }

    /// <summary>One reading; returns how long to wait for the next. A second one at the same time waits for the first.</summary>
    public async Task<TimeSpan> RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(log, problem);
            return Shorter(SoonAgain, options.Every);
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    private async Task<TimeSpan> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await reader.ReadAsync(state.Now.Directory, cancellationToken);
            await KeepAsync(read with { Absences = await AbsencesAsync(read, cancellationToken) }, cancellationToken);
            await InScopeAsync<AppInstalls>(installs => installs.GoOnAsync(cancellationToken));
            return options.Every;
        }
        catch (GraphTroubleException trouble)
        {
            state.Now = state.Now.Failed(trouble.Trouble, time.GetUtcNow());
            NotRead(log, trouble.Trouble, trouble.Status);
            await TellAsync(cancellationToken);
            return trouble.RetryAfter is { } wait && wait > SoonAgain ? wait : Shorter(SoonAgain, options.Every);
        }
    }

    private async Task KeepAsync(GraphDirectory read, CancellationToken cancellationToken)
    {
        var (now, reading) = (time.GetUtcNow(), GraphPeople.Of(read, options, pack.Organisation.Sections));
        var (before, difference) = (state.Now, PeopleDifference.Between(current.Now.Persons, reading.People.Persons));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var newest = await db.NewestPeopleAsync(PeopleOrigin.Graph, cancellationToken);
        if (newest is null || now - newest.TakenAt >= LinksKept || !GraphContent.IsSame(read, before.Directory))
        {
            await db.AddPeopleAsync(PeopleOrigin.Graph, newest, GraphContent.Write(read), "", now, cancellationToken);
            var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
            if (difference.IsAny)
                audit.Record(null, "people.graph", ImportPeople.Subject, new { difference.Added, difference.Changed, difference.Removed });
            await gate.SaveAsync(db, cancellationToken);
        }

        state.Now = GraphStanding.Of(read, reading.Notes, now);
        if (difference.IsAny) current.Replace(reading.People);
        Read(log, reading.People.Persons.Count, difference.Added.Length, difference.Changed.Length, difference.Removed.Length);
        await TellAsync(cancellationToken);
    }

    /// <summary>Of the people with a role. Where mailbox settings may not be read the people are read all the same.</summary>
    private async Task<IReadOnlyList<GraphAbsence>?> AbsencesAsync(GraphDirectory read, CancellationToken cancellationToken)
    {
        if (!options.ReadsAbsences) return null;
        try
        {
            var people = GraphPeople.Of(read, options, pack.Organisation.Sections).People.Persons.Where(person => person.Roles.Count > 0);
            return await reader.ReadAbsencesAsync(people.Select(person => person.ObjectId), cancellationToken);
        }
        catch (GraphTroubleException trouble)
        {
            NoAbsences(log, trouble.Trouble, trouble.Status);
            return null;
        }
    }

    private Task TellAsync(CancellationToken cancellationToken) =>
        InScopeAsync<PeopleNotices>(notices => notices.TellAsync(cancellationToken));

    private async Task InScopeAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(3400, LogLevel.Information,
        "People read from Microsoft Graph: {People}; {Added} new, {Changed} changed, {Removed} gone")]
    private static partial void Read(ILogger log, int people, int added, int changed, int removed);

    [LoggerMessage(3401, LogLevel.Warning,
        "People could not be read from Microsoft Graph: {Trouble} ({Status}); those read last stay in force")]
    private static partial void NotRead(ILogger log, GraphTrouble trouble, int? status);

    [LoggerMessage(3402, LogLevel.Warning, "Automatic replies could not be read from Microsoft Graph: {Trouble} ({Status})")]
    private static partial void NoAbsences(ILogger log, GraphTrouble trouble, int? status);

    [LoggerMessage(3403, LogLevel.Error, "Keeping the people of Microsoft Graph failed; trying again")]
    private static partial void Failed(ILogger log, Exception problem);
}
