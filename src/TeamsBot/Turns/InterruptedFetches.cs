using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;

namespace TeamsBot.Turns;

/// <summary>
/// Tells people whose message waited for its files when the program ended, or when its turn failed and it was not delivered again: the
/// files' addresses are good for minutes and are not kept, so that only the sender can send them again. A late second delivery of that
/// message then does nothing more: it was answered.
/// </summary>
internal sealed partial class InterruptedFetches(
    IServiceScopeFactory scopes,
    AwaitedFiles awaited,
    CommitGate gate,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<InterruptedFetches> log
) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>The service delivers again within minutes what was not taken.</summary>
    private static readonly TimeSpan MayComeAgain = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, time);
        var isStart = true;
        do
        {
            try
            {
                await TellAsync(isStart ? TimeSpan.Zero : MayComeAgain, stoppingToken);
                isStart = false;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                watch.Heard(problem);
                Failed(log, problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        List<AwaitedFile> left;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            left = await db.AwaitedFiles.AsNoTracking().ToListAsync(cancellationToken);
        }

        // By either sign: the clock may have been set back since.
        foreach (var one in left.Where(one => !awaited.IsUnderWay(one) && (time.GetUtcNow() - one.AskedAt).Duration() >= olderThan))
            await TellAsync(one, cancellationToken);
    }

    private async Task TellAsync(AwaitedFile one, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (services, now) = (scope.ServiceProvider, time.GetUtcNow());
        var db = services.GetRequiredService<BotDbContext>();
        db.AwaitedFiles.Remove(one);
        if (db.FindInboxEntry(one.Key) is null)
        {
            var address = Address.Parse(one.Address);
            var language = services.GetRequiredService<PersonLanguage>().LanguageOf(address);
            services.GetRequiredService<OutboxWriter>().Say(address, language.Say(
                "添付を読み取る前に中断しました。メッセージと添付を、もう一度送ってください。",
                "The attachment could not be read: the bot was interrupted. Please send your message with it again."), isAnswer: true);
            db.KeepDone(one.Key, now);
        }

        try
        {
            await gate.SaveAsync(db, cancellationToken);
            Told(log);
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || CommitGate.IsDuplicate(problem))
        {
            // Delivered again and served in this very moment.
            Overtaken(log);
        }
    }

    [LoggerMessage(2004, LogLevel.Information, "A message waited for its files when its turn ended; its sender is asked to send it again")]
    private static partial void Told(ILogger log);

    [LoggerMessage(2005, LogLevel.Information, "A message that had waited for its files was delivered again and handled")]
    private static partial void Overtaken(ILogger log);

    [LoggerMessage(2006, LogLevel.Error, "Looking for messages whose files never came failed; trying again in five minutes")]
    private static partial void Failed(ILogger log, Exception problem);
}
