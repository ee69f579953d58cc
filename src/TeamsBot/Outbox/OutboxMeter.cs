using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>
/// How much waits in the outbox, and how attempts end. What waits is counted in the database when somebody asks, so that it is true after a
/// restart as well and costs nothing while nobody watches.
/// </summary>
internal sealed class OutboxMeter
{
    public const string Name = "TeamsBot.Outbox";

    /// <summary>States in which a message is somebody's business; the sent ones grow without end.</summary>
    private static readonly OutboxStatus[] Open = [OutboxStatus.Pending, OutboxStatus.Unreachable, OutboxStatus.Dead];

    private readonly IDbContextFactory<BotDbContext> contexts;
    private readonly Counter<long> attempts;

    public OutboxMeter(IMeterFactory meters, IDbContextFactory<BotDbContext> contexts)
    {
        this.contexts = contexts;
        var meter = meters.Create(Name);
        attempts = meter.CreateCounter<long>("teamsbot.outbox.attempts", "{attempt}", "Finished attempts by what became of the message.");
        meter.CreateObservableGauge("teamsbot.outbox.messages", Count, "{message}",
            "Messages that wait, cannot be delivered for now, or never will be.");
    }

    public void Attempted(OutboxStatus status) => attempts.Add(1, new KeyValuePair<string, object?>("status", status.ToString()));

    private IEnumerable<Measurement<long>> Count()
    {
        using var db = contexts.CreateDbContext();
        var counted = db.OutboxMessages.AsNoTracking().Where(message => Open.Contains(message.Status)).GroupBy(message => message.Status)
            .Select(group => new { Status = group.Key, Count = group.LongCount() })
                .ToDictionary(group => group.Status, group => group.Count);
        return Open.Select(status => new Measurement<long>(
            counted.GetValueOrDefault(status), new KeyValuePair<string, object?>("status", status.ToString())));
    }
}
