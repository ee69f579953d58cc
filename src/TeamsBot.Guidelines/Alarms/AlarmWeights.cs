using System.Globalization;
using System.Text;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>How much each sign speaks for an alarm (above zero) or for a post (below), as learned; written by <c>alarms --learn</c>, never by hand.</summary>
internal static class AlarmWeights
{
    public static IReadOnlyDictionary<string, double> Default { get; } = Read();

    /// <summary>The log-odds that the text is a cry for help.</summary>
    public static double Sum(IReadOnlyDictionary<string, double> weights, IReadOnlyList<(string Name, double Value)> signs) =>
        signs.Sum(sign => weights.GetValueOrDefault(sign.Name) * sign.Value);

    public static double Chance(double odds) => 1 / (1 + Math.Exp(-odds));

    public static string Write(IReadOnlyDictionary<string, double> weights) => string.Concat(weights.OrderByDescending(row => row.Value)
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key}\t{row.Value:0.000}\n")));

    private static Dictionary<string, double> Read()
    {
        using var stream = typeof(AlarmWeights).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Alarms.weights.tsv")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
