namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// What was learned from labelled rows: how much speaks for a call for help against a post, for one against a question about a rule, and
/// which trouble it is. Written by <c>alarms --learn</c>, never by hand.
/// </summary>
/// <param name="Voices">Two questions: call or post; call or question about a rule.</param>
/// <param name="Troubles">One question for each of <see cref="Kinds"/>: this trouble or another.</param>
internal sealed record AlarmModel(WeightTable Voices, WeightTable Troubles)
{
    /// <summary>The kinds that rows are labelled with, in the order of the file.</summary>
    public static readonly TroubleKind[] Kinds =
    [
        TroubleKind.Hijack, TroubleKind.Impersonation, TroubleKind.Flaming, TroubleKind.Mispost, TroubleKind.Leak,
        TroubleKind.LostDevice, TroubleKind.ServiceStop, TroubleKind.Threat, TroubleKind.UnwantedPost,
    ];

    private static readonly Lazy<AlarmModel> Shipped = new(ReadShipped);

    public static AlarmModel Default => Shipped.Value;

    public AlarmOdds Odds(IReadOnlyList<AlarmFeature> features)
    {
        var voices = Voices.Odds(features);
        return new(voices[0], voices[1]);
    }

    /// <summary>The kinds with their log-odds, the likeliest first.</summary>
    public IReadOnlyList<(TroubleKind Kind, double Odds)> Likeliest(IReadOnlyList<AlarmFeature> features) =>
        [.. Kinds.Zip(Troubles.Odds(features)).OrderByDescending(kind => kind.Second)];

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        Voices.Write(writer);
        Troubles.Write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private static AlarmModel ReadShipped()
    {
        using var reader = new BinaryReader(
            typeof(AlarmModel).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Alarms.weights.bin")!
        );
        return new(WeightTable.Read(reader), WeightTable.Read(reader));
    }
}

/// <summary>Log-odds of a call for help; above zero it is the likelier of the two.</summary>
public readonly record struct AlarmOdds(double AgainstPost, double AgainstRule);
