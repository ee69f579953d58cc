namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// Weights of features for one or more questions with yes or no, each in one byte. Features are in order, so that one is found by halving;
/// no other index is built, and reading the file costs as much as copying it.
/// </summary>
/// <param name="Features">Keys in ascending order.</param>
/// <param name="Weights">Row by row, one for each question.</param>
/// <param name="Scales">What a weight of 1 is worth, by question.</param>
/// <param name="Biases">Log-odds before any feature is seen, by question.</param>
internal sealed record WeightTable(uint[] Features, sbyte[] Weights, float[] Scales, float[] Biases)
{
    /// <summary>The log-odds of a yes, by question. A feature that nobody has learned anything about adds nothing.</summary>
    public double[] Odds(IReadOnlyList<AlarmFeature> features)
    {
        var width = Scales.Length;
        var sums = new double[width];
        foreach (var (key, value) in features)
        {
            var at = Array.BinarySearch(Features, key);
            if (at < 0) continue;
            for (var question = 0; question < width; question++) sums[question] += Weights[(at * width) + question] * value;
        }

        for (var question = 0; question < width; question++) sums[question] = (sums[question] * Scales[question]) + Biases[question];
        return sums;
    }

    /// <summary>Of the weights as learned, the heaviest.</summary>
    /// <param name="fits">By question: a weight for each key, and the bias.</param>
    public static WeightTable Of(IReadOnlyList<uint> keys, IReadOnlyList<(double[] Weights, double Bias)> fits, int most)
    {
        var scales = fits.Select(fit => (float)(fit.Weights.Max(Math.Abs) / sbyte.MaxValue)).ToArray();
        var kept = Enumerable
            .Range(0, keys.Count)
            .OrderByDescending(at => fits.Index().Max(fit => Math.Abs(fit.Item.Weights[at]) / scales[fit.Index]))
            .ThenBy(at => keys[at])
            .Take(most)
            .OrderBy(at => keys[at]).ToList();
        var weights = kept.SelectMany(at => fits.Index().Select(fit => (sbyte)Math.Round(fit.Item.Weights[at] / scales[fit.Index])))
            .ToArray();
        return new([.. kept.Select(at => keys[at])], weights, scales, [.. fits.Select(fit => (float)fit.Bias)]);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Features.Length);
        to.Write(Scales.Length);
        foreach (var key in Features) to.Write(key);
        foreach (var weight in Weights) to.Write(weight);
        foreach (var scale in Scales) to.Write(scale);
        foreach (var bias in Biases) to.Write(bias);
    }

    /// <exception cref="EndOfStreamException">The file is cut off.</exception>
    public static WeightTable Read(BinaryReader from)
    {
        var (rows, width) = (from.ReadInt32(), from.ReadInt32());
        return new(
            Many(rows, from.ReadUInt32),
            Many(rows * width, from.ReadSByte),
            Many(width, from.ReadSingle),
            Many(width, from.ReadSingle)
        );
    }

    private static T[] Many<T>(int count, Func<T> next)
    {
        var all = new T[count];
        for (var i = 0; i < count; i++) all[i] = next();
        return all;
    }
}
