namespace TeamsBot.Protocol.Tests.Support;

/// <summary>A clock that stands still until told; its timers fire while it is moved.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> expected = [];
    private TimeSpan set;
    private DateTimeOffset now = new(2026, 9, 21, 8, 15, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now + set;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate) return now.UtcTicks;
    }

    /// <summary>Somebody sets the clock: timers and what counts on go on as before.</summary>
    public void Jump(TimeSpan by)
    {
        lock (gate) set += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        lock (gate) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset end;
        lock (gate) end = now + by;
        while (true)
        {
            Timer? due;
            lock (gate)
            {
                due = timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
                now = due is null ? end : due.DueAt > now ? due.DueAt!.Value : now;
                due?.Next();
            }

            if (due is null) return;
            due.Fire();
        }
    }

    /// <summary>
    /// Done when so many timers wait: something now waits for the clock. Gives a hanging test up after half a minute of real time.
    /// </summary>
    public Task WhenWaiting(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            expected.Add((count, reached));
            Announce();
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private void Announce()
    {
        var waiting = timers.Count(timer => timer.DueAt is not null);
        foreach (var (count, reached) in expected)
        {
            if (waiting >= count) reached.TrySetResult();
        }
    }

    private sealed class Timer(FakeTime time, Action fire) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? DueAt { get; private set; }

        public void Fire() => fire();

        public void Next() => DueAt = period > TimeSpan.Zero ? DueAt + period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period;
                DueAt = dueTime < TimeSpan.Zero ? null : time.now + dueTime;
                time.Announce();
            }

            return true;
        }

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
