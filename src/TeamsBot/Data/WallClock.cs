namespace TeamsBot.Data;

/// <summary>
/// Judges the clock on the wall, which people and time servers set, by the one that only counts on: how far it has jumped, and whether it may be believed.
/// </summary>
internal sealed class WallClock(TimeProvider time)
{
    /// <summary>Less is a correction of the usual kind.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>So far ahead, something that cannot be taken back may become due by it.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromMinutes(5);

    /// <summary>Time servers put a wrong clock right within minutes.</summary>
    public static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private DateTimeOffset then = time.GetUtcNow();
    private long stamp = time.GetTimestamp();
    private long? unsettledSince;

    /// <summary>False for some minutes after a jump far ahead that was not taken back since.</summary>
    public bool IsSettled
    {
        get
        {
            lock (gate) return unsettledSince is not { } since || time.GetElapsedTime(since) >= SettlesWithin;
        }
    }

    /// <summary>How far the clock was set forward, or back (negative), since the last call; zero where it only went.</summary>
    public TimeSpan Jump()
    {
        lock (gate)
        {
            var (now, count) = (time.GetUtcNow(), time.GetTimestamp());
            var jump = now - then - time.GetElapsedTime(stamp, count);
            (then, stamp) = (now, count);
            if (jump.Duration() < Tolerance) return TimeSpan.Zero;
            if (jump > Far) unsettledSince = count;
            else if (jump < -Far) unsettledSince = null;
            return jump;
        }
    }
}
