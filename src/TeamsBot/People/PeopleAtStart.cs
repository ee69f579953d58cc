using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>
/// Puts the people of the database in force before the first turn is taken. Registered before whatever asks who somebody is.
/// </summary>
internal sealed class PeopleAtStart(IDbContextFactory<BotDbContext> contexts, CurrentPeople current, GraphState graph, Pack pack)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var absence in await db.StandingAbsences().AsNoTracking().ToListAsync(cancellationToken)) current.Add(absence.Away);
        var origin = graph.Options is null ? PeopleOrigin.Import : PeopleOrigin.Graph;
        if (await db.NewestPeopleAsync(origin, cancellationToken) is not { } snapshot) return;
        if (graph.Options is { } options) Take(snapshot, options);
        else current.Replace(ImportedPeople.Read(snapshot.Content).Over(current.Settings));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What Graph said last, under the settings of today.</summary>
    private void Take(PeopleSnapshot snapshot, GraphOptions options)
    {
        var directory = GraphContent.Read(snapshot.Content);
        var reading = GraphPeople.Of(directory, options, pack.Organisation.Sections);
        graph.Now = GraphStanding.Of(directory, reading.Notes, snapshot.TakenAt);
        current.Replace(reading.People);
    }
}
