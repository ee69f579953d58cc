namespace TeamsBot.Data;

/// <summary>
/// Judges the clock on the wall, which people and time servers set, by the one that only counts on: how far it has jumped, and whether it
/// may be believed.
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
    private (DateTimeOffset Now, long Count) last = Both(time);
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
            var (now, count) = Both(time);
            var jump = now - last.Now - time.GetElapsedTime(last.Count, count);
            last = (now, count);
            if (jump.Duration() < Tolerance) return TimeSpan.Zero;
            if (jump > Far) unsettledSince = count;
            else if (jump < -Far) unsettledSince = null;
            return jump;
        }
    }

    /// <summary>
    /// Both clocks at one instant. A process that is stopped for a while between the two readings would see a jump that never was.
    /// </summary>
    public static (DateTimeOffset Now, long Count) Both(TimeProvider time)
    {
        while (true)
        {
            var before = time.GetTimestamp();
            var now = time.GetUtcNow();
            var count = time.GetTimestamp();
            if (time.GetElapsedTime(before, count) < Tolerance) return (now, count);
        }
    }
}
