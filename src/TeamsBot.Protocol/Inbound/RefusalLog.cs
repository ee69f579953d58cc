using Microsoft.Extensions.Logging;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Writes refusals to the log with their reason, at most ten a minute for each, so that a stranger who keeps trying cannot fill the disk.
/// What was left out is counted and said in the next line.
/// </summary>
internal sealed class RefusalLog(TimeProvider time, TurnMeter meter, ILogger<RefusalLog> logger)
{
    public const int PerMinute = 10;

    private readonly Lock gate = new();
    private readonly Dictionary<RefusalReason, (long Since, int Count)> counts = [];

    public void Note(RefusalReason reason, int status, string correlation)
    {
        meter.Refused(reason);
        var left = 0;
        lock (gate)
        {
            var now = time.GetTimestamp();
            var (since, count) = counts.GetValueOrDefault(reason, (now, 0));
            if (time.GetElapsedTime(since, now) >= TimeSpan.FromMinutes(1))
            {
                left = Math.Max(0, count - PerMinute);
                (since, count) = (now, 0);
            }

            counts[reason] = (since, count + 1);
            if (count >= PerMinute) return;
        }

        // A host off the list is how somebody would try to have the bot's token sent to them.
        if (reason is RefusalReason.ServiceUrlHost) Log.ServiceHostRefused(logger, LogWord.Of(correlation));
        Log.Refused(logger, reason, status, LogWord.Of(correlation), left);
    }
}
