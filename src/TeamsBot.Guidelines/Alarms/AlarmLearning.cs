namespace TeamsBot.Guidelines.Alarms;

/// <summary>Makes the model from labelled rows. Not part of reading a text.</summary>
public static class AlarmLearning
{
    /// <summary>Rows without a label stand in a set of posts only; there are many of them, and they are much alike.</summary>
    private const double WeightOfPlainPost = 0.1;

    /// <summary>There are more questions than calls, and many of them are doubtful.</summary>
    private const double WeightOfQuestion = 0.5;

    /// <summary>What one row alone has says nothing about others.</summary>
    private const int FewestRows = 2;

    /// <summary>So many weights lose nothing that could be measured against all of them; the file stays below 400 KB.</summary>
    private const int MostOfVoices = 36_000, MostOfTroubles = 11_000;

    /// <summary>The file of weights that these rows teach.</summary>
    public static byte[] Learn(IReadOnlyList<AlarmRow> rows) => Model(rows).ToBytes();

    /// <summary>How rows are read by what other rows teach, which is as near as one comes to unseen texts.</summary>
    public static IEnumerable<(AlarmRow Row, AlarmReading Reading)> ReadUnseen(
        IReadOnlyList<AlarmRow> unseen,
        IReadOnlyList<AlarmRow> others
    )
    {
        var model = Model(others);
        return unseen.Select(row => (row, AlarmReader.Read(row.Text, model)));
    }

    private static AlarmModel Model(IReadOnlyList<AlarmRow> rows)
    {
        var found = rows.Select(row => (Row: row, Features: FeaturesOf(row))).ToList();
        var keys = found
            .SelectMany(row => row.Features)
            .CountBy(feature => feature.Key)
            .Where(key => key.Value >= FewestRows)
            .Select(key => key.Key)
            .Order()
            .ToList();
        var numbers = keys.Index().ToDictionary(key => key.Item, key => key.Index);
        var known = found.Select(row => (row.Row, Features: Numbered(row.Features, numbers))).ToList();
        var voices = WeightTable.Of(keys, [Fit(AlarmLabel.Post, 1), Fit(AlarmLabel.Question, WeightOfQuestion)], MostOfVoices);
        var calls = known.Where(row => row.Row.IsAlarm).ToList();
        var troubles = AlarmModel.Kinds.Select(kind =>
            AlarmTraining.Fit([.. calls.Select(row => new AlarmLesson(row.Features, row.Row.Kind == kind, 1))], keys.Count)
        );
        return new(voices, WeightTable.Of(keys, [.. troubles], MostOfTroubles));

        (double[] Weights, double Bias) Fit(AlarmLabel against, double counts) => AlarmTraining.Fit(
            [
                .. known
                    .Where(row => row.Row.IsAlarm || row.Row.Label == against)
                    .Select(row => new AlarmLesson(
                        row.Features,
                        row.Row.IsAlarm,
                        row.Row.IsAlarm ? 1
                            : row.Row.IsPlain ? WeightOfPlainPost
                            : counts
                    )),
            ],
            keys.Count);
    }

    private static List<AlarmFeature> FeaturesOf(AlarmRow row)
    {
        var text = AlarmText.Of(row.Text);
        return AlarmFeatures.Of(text, AlarmSigns.Default.In(text));
    }

    private static (int At, double Value)[] Numbered(IEnumerable<AlarmFeature> features, Dictionary<uint, int> numbers) =>
        [.. features.Where(feature => numbers.ContainsKey(feature.Key)).Select(feature => (numbers[feature.Key], feature.Value))];
}
