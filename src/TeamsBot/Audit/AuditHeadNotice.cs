using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// Writes the end of the audit chain to the log, and to the file of <see cref="AuditOptions.KeptFile"/>, at start, once a day and at the
/// end, and mails it at start and once a day (<see cref="AuditOptions.KeptMail"/>). Where these are kept on another machine, whoever can
/// change the database cannot change them, and <c>audit verify</c> finds a rewritten or shortened chain by them. What fails is logged and
/// tried again the next day: the bot does not stand still for it.
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

    private long mailed;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // No mail: a stop waits for no mail server.
        await NoteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            if (await NoteAsync(stoppingToken) is { } end) await MailAsync(end, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<KeptEnd?> NoteAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The end of a chain that is about to be gone is none to keep.
            watch.MakeSure();
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } head) return null;
            ChainEndsAt(logger, head.Sequence, head.Hash);
            var end = new KeptEnd(time.GetUtcNow(), head.Sequence, head.Hash);
            if (options.Value.KeptFile is { Length: > 0 } file) KeptEnds.Add(file, end);
            return end;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            watch.Heard(problem);
            NotKept(logger, problem);
            return null;
        }
    }

    /// <summary>Only an end that was not sent yet: nobody keeps reading mails that say the same.</summary>
    private async Task MailAsync(KeptEnd end, CancellationToken cancellationToken)
    {
        if (!options.Value.KeptMail.IsUsed || end.Sequence == mailed) return;
        try
        {
            await KeptMail.SendAsync(options.Value.KeptMail, end, cancellationToken);
            mailed = end.Sequence;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // Its message may quote addresses and what the server said; the kind is enough to look into the server's log.
            NotMailed(logger, problem.GetType().Name);
        }
    }

    [LoggerMessage(3200, LogLevel.Information, "The audit chain ends at {Sequence}:{Hash}")]
    private static partial void ChainEndsAt(ILogger logger, long sequence, string hash);

    [LoggerMessage(3201, LogLevel.Error, "The end of the audit chain could not be kept; trying again in a day")]
    private static partial void NotKept(ILogger logger, Exception problem);

    [LoggerMessage(3202, LogLevel.Error, "The end of the audit chain could not be mailed ({Kind}); trying again in a day")]
    private static partial void NotMailed(ILogger logger, string kind);
}
