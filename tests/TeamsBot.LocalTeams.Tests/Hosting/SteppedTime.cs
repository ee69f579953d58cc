namespace TeamsBot.LocalTeams.Tests.Hosting;

/// <summary>
/// A clock that stands still until a test moves it. Long timers run by it; short ones belong to the server and use the real one.
/// </summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SteppedTimer> timers = [];
    private DateTimeOffset now = new(2026, 9, 21, 8, 15, 30, TimeSpan.Zero);

    /// <summary>Completes when somebody began to wait by this clock.</summary>
    public Task TimerStarted => started.Task;

    public override DateTimeOffset GetUtcNow() => now;

    public void Step(TimeSpan by)
    {
        now += by;
        foreach (var timer in timers.ToArray()) timer.RunIfDue(now);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.FromMinutes(1)) return System.CreateTimer(callback, state, dueTime, period);
        var timer = new SteppedTimer(callback, state, now + dueTime);
        timers.Add(timer);
        started.TrySetResult();
        return timer;
    }

    private sealed class SteppedTimer(TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        private bool isOver;

        public void RunIfDue(DateTimeOffset at)
        {
            if (isOver || at < due) return;
            isOver = true;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !isOver;

        public void Dispose() => isOver = true;

        public ValueTask DisposeAsync()
        {
            isOver = true;
            return ValueTask.CompletedTask;
        }
    }
}
