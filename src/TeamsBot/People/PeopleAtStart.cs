using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.People;

/// <summary>Puts the imported people in force before the first turn is taken. Registered before whatever asks who somebody is.</summary>
internal sealed class PeopleAtStart(IDbContextFactory<BotDbContext> contexts, CurrentPeople current) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.NewestPeopleAsync(PeopleOrigin.Import, cancellationToken) is { } import) current.Replace(ImportedPeople.Read(import.Content).Over(current.Settings));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
