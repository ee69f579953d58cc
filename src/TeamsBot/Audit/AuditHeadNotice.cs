using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// Writes the end of the audit chain to the log, and to the file of <see cref="AuditOptions.KeptFile"/>, at start, once a day and at the
/// end. Where these are kept on another machine, whoever can change the database cannot change them, and <c>audit verify</c> finds a
/// rewritten or shortened chain by them. What fails is logged and tried again the next day: the bot does not stand still for it.
/// </summary>
internal sealed partial class AuditHeadNotice(
    IDbContextFactory<BotDbContext> contexts,
    DatabaseWatch watch,
    IOptions<AuditOptions> options,
    TimeProvider time,
    ILogger<AuditHeadNotice> logger
) : BackgroundService
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
        try
        {
            // The end of a chain that is about to be gone is none to keep.
            watch.MakeSure();
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } head) return;
            ChainEndsAt(logger, head.Sequence, head.Hash);
            if (options.Value.KeptFile is { Length: > 0 } file) KeptEnds.Add(file, time.GetUtcNow(), head.Sequence, head.Hash);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            watch.Heard(problem);
            NotKept(logger, problem);
        }
    }

    [LoggerMessage(3200, LogLevel.Information, "The audit chain ends at {Sequence}:{Hash}")]
    private static partial void ChainEndsAt(ILogger logger, long sequence, string hash);

    [LoggerMessage(3201, LogLevel.Error, "The end of the audit chain could not be kept; trying again in a day")]
    private static partial void NotKept(ILogger logger, Exception problem);
}
