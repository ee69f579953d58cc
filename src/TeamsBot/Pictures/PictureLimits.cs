namespace TeamsBot.Pictures;

/// <summary>What is taken of pictures, so that nobody's message costs more than a message. Said in docs/operations.md as well.</summary>
internal static class PictureLimits
{
    /// <summary>Pictures of one message or draft. X takes four, and no more fit on a card with their fields (protocol.md 3.10).</summary>
    public const int Most = 4;

    /// <summary>A phone's photo has 3 to 8 MB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>All pictures of one message together; the service gives a turn 15 s.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(8);

    /// <summary>Pictures held in memory at once by the whole program, each at most twice.</summary>
    public const int AtOnce = 4;

    /// <summary>Of these, pictures of one person: those of another arrive beside one whose pictures hang.</summary>
    public const int AtOnceOfOnePerson = 2;
}
