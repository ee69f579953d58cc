namespace TeamsBot.Tests;

/// <summary>
/// A clock that stands still until a test moves it. Timers and delays made from it fire during <see cref="Advance"/>, in order of time, so
/// that an hour of back-off takes no time.
/// </summary>
internal sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = start;
    private TimeSpan set;

    /// <summary>Friday, 1 May 2026, 10:00 in Tokyo.</summary>
    public FakeTime()
        : this(new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now + set;
    }

    public override long GetTimestamp()
    {
        lock (gate) return now.UtcTicks;
    }

    /// <summary>Somebody sets the clock: timers and what counts on go on as before.</summary>
    public void Jump(TimeSpan by)
    {
        lock (gate) set += by;
    }

    /// <summary>How many timers wait: lets a test know that a loop has gone to sleep before it moves the clock.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return timers.Count(timer => timer.DueAt is not null);
        }
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset until;
        lock (gate) until = now + by;
        while (true)
        {
            FakeTimer? due;
            lock (gate)
            {
                due = timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
                now = due?.DueAt > now ? due.DueAt.Value : due is null ? until : now;
                if (due is null) return;
                due.Rearm(now);
            }

            due.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        lock (gate) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class FakeTimer(FakeTime time, Action callback) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var fire = false;
            lock (time.gate)
            {
                this.period = period;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
                if (dueTime == TimeSpan.Zero)
                {
                    Rearm(time.now);
                    fire = true;
                }
            }

            if (fire) Fire();
            return true;
        }

        public void Rearm(DateTimeOffset now) => DueAt = period > TimeSpan.Zero ? now + period : null;

        public void Fire() => callback();

        public void Dispose()
        {
            lock (time.gate) time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
