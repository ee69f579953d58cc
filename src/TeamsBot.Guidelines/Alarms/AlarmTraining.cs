namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// Learns how much each sign weighs from rows written by people: logistic regression with a pull towards zero, by plain gradient descent, so that
/// the same rows always give the same weights. Not part of reading an alarm.
/// </summary>
internal static class AlarmTraining
{
    private const int Rounds = 600;

    private const double Step = 0.4;

    public static Dictionary<string, double> Learn(IReadOnlyList<(AlarmText Text, bool IsAlarm, double Counts)> rows, double pull = 0.004)
    {
        var seen = rows.Select(row => (Signs: AlarmSigns.Default.In(row.Text), row.IsAlarm, row.Counts)).ToList();
        var all = seen.Sum(row => row.Counts);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (signs, isAlarm, counts) in seen)
            {
                var miss = (AlarmWeights.Chance(AlarmWeights.Sum(weights, signs)) - (isAlarm ? 1 : 0)) * counts / all;
                foreach (var (name, value) in signs) slope[name] = slope.GetValueOrDefault(name) + (miss * value);
            }

            foreach (var (name, down) in slope)
            {
                var weight = weights.GetValueOrDefault(name);
                weights[name] = weight - (Step * (down + (name == "bias" ? 0 : pull * weight)));
            }
        }

        return weights;
    }
}
