using System.Collections.Concurrent;
using System.Diagnostics;

namespace TeamsBot.Load;

/// <summary>How long each turn took. Every turn is kept, so percentiles are exact.</summary>
internal sealed class LoadRecord
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> turns = new(StringComparer.Ordinal);
    private int rounds;

    /// <summary>What went wrong; one failure ends the measurement, because figures of a bot that fails mean nothing.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public int Rounds => Volatile.Read(ref rounds);

    public int Turns => turns.Values.Sum(timings => timings.Count);

    public IEnumerable<(string Name, IReadOnlyCollection<double> Timings)> ByName =>
        turns.Count > 1
            ? turns.OrderBy(turn => turn.Key, StringComparer.Ordinal).Select(turn => (turn.Key, (IReadOnlyCollection<double>)turn.Value))
            : [];

    public void Turn(string name, long startedAt) =>
        turns.GetOrAdd(name, _ => new()).Enqueue(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);

    public void Round() => Interlocked.Increment(ref rounds);

    public void Clear()
    {
        turns.Clear();
        Failures.Clear();
        rounds = 0;
    }

    public double Percentile(double share) => Percentile([.. turns.Values.SelectMany(timings => timings)], share);

    public static double Percentile(IReadOnlyCollection<double> timings, double share)
    {
        if (timings.Count == 0) return double.NaN;
        double[] sorted = [.. timings.Order()];
        return sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];
    }
}

internal interface IScenario
{
    Task PlayOnceAsync(CancellationToken cancellationToken);
}
