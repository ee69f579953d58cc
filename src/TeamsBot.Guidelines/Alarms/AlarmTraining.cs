namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// Logistic regression with a pull of all weights towards zero, by accelerated gradient descent over all rows at once (Nesterov's), so that
/// the same rows in the same order always give the same weights. Stopping early is part of it: more rounds fit the rows better and unseen
/// texts worse.
/// </summary>
internal static class AlarmTraining
{
    private const int Rounds = 250;

    private const double Pull = 1e-4;

    /// <summary>Longer than what is safe for any rows whatever; texts are unlike enough to bear it, and it is tested.</summary>
    private const double Stride = 3;

    /// <param name="features">How many features there are; a lesson names them by number.</param>
    public static (double[] Weights, double Bias) Fit(IReadOnlyList<AlarmLesson> lessons, int features)
    {
        var (weights, ahead, slope) = (new double[features + 1], new double[features + 1], new double[features + 1]);
        var all = lessons.Sum(lesson => lesson.Counts);
        var step = Stride / ((0.25 * lessons.Max(lesson => 1 + lesson.Features.Sum(feature => feature.Value * feature.Value))) + Pull);
        var pace = 1d;
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(slope);
            foreach (var lesson in lessons) AddMiss(lesson, ahead, slope, all);
            var next = (1 + Math.Sqrt(1 + (4 * pace * pace))) / 2;
            for (var at = 0; at <= features; at++)
            {
                var better = ahead[at] - (step * (slope[at] + (at < features ? Pull * ahead[at] : 0)));
                ahead[at] = better + ((pace - 1) / next * (better - weights[at]));
                weights[at] = better;
            }

            pace = next;
        }

        return (weights[..features], weights[features]);
    }

    private static void AddMiss(AlarmLesson lesson, double[] weights, double[] slope, double all)
    {
        var odds = weights[^1];
        foreach (var (at, value) in lesson.Features) odds += weights[at] * value;
        var miss = ((1 / (1 + Math.Exp(-odds))) - (lesson.IsTrue ? 1 : 0)) * lesson.Counts / all;
        foreach (var (at, value) in lesson.Features) slope[at] += miss * value;
        slope[^1] += miss;
    }
}

/// <param name="Features">By number, with value.</param>
/// <param name="Counts">How much the row counts among the others.</param>
internal sealed record AlarmLesson((int At, double Value)[] Features, bool IsTrue, double Counts);
