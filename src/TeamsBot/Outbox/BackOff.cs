namespace TeamsBot.Outbox;

/// <summary>How long the outbox waits before it tries again (protocol.md 2.6, 2.7).</summary>
internal static class BackOff
{
    /// <summary>
    /// After this the connector is taken to be down rather than busy, and the row is tried calmly until <see cref="GiveUpAfter"/>: an
    /// outage of an hour, or of a night, must not cost anybody a message.
    /// </summary>
    public const int QuickTries = 5;

    private const int CapSeconds = 30;
    private const int CalmSeconds = 300;

    /// <summary>A message that may have arrived is not repeated sooner.</summary>
    public static readonly TimeSpan BeforeRepeating = TimeSpan.FromSeconds(30);

    /// <summary>Then a text is dead and somebody must look.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>And not before so many tries, over an hour: a clock set forward by a week gives nothing up.</summary>
    public const int LeastTries = 20;

    /// <summary>How often a card is tried that could not be sent for so long.</summary>
    public static readonly TimeSpan Patient = TimeSpan.FromHours(1);

    /// <summary>30 s, two minutes, eight, and then every half hour.</summary>
    /// <param name="doubts">How often it may have arrived, at least 1.</param>
    public static TimeSpan BeforeRepeatingAgain(int doubts) =>
        doubts > 3 ? TimeSpan.FromMinutes(30) : BeforeRepeating * (1 << (2 * (doubts - 1)));

    /// <summary>How long a text waits for somebody unreachable. A card waits for ever: it shows the present state.</summary>
    public static readonly TimeSpan TextsMatterFor = TimeSpan.FromDays(7);

    /// <summary>Base 1 s, factor 2, cap 30 s, with full jitter; after five tries about every five minutes.</summary>
    /// <param name="attempts">How many were made, at least 1.</param>
    /// <param name="jitter">0 to 1, at random, so that many waiting messages do not come back at once.</param>
    public static TimeSpan Wait(int attempts, double jitter) => attempts > QuickTries
        ? TimeSpan.FromSeconds(CalmSeconds * (0.5 + (jitter / 2)))
        : TimeSpan.FromSeconds(Math.Min(CapSeconds, 1 << (attempts - 1)) * jitter);
}
