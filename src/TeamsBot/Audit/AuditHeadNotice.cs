using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// Writes the end of the audit chain to the log at start, once a day and at the end. Where logs are kept on another machine, whoever can change
/// the database cannot change these, and <c>audit verify --kept</c> finds a rewritten or shortened chain by them.
/// </summary>
internal sealed partial class AuditHeadNotice(IDbContextFactory<BotDbContext> contexts, TimeProvider time, ILogger<AuditHeadNotice> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await NoteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await NoteAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } head) ChainEndsAt(logger, head.Sequence, head.Hash);
    }

    [LoggerMessage(3200, LogLevel.Information, "The audit chain ends at {Sequence}:{Hash}")]
    private static partial void ChainEndsAt(ILogger logger, long sequence, string hash);
}
