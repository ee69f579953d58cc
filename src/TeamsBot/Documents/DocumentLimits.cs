namespace TeamsBot.Documents;

/// <summary>
/// What is taken of attached documents. All but the download are counts of work, so that the same file gives the same answer on any
/// machine. Said in docs/operations.md as well.
/// </summary>
internal static class DocumentLimits
{
    /// <summary>A press release with pictures has one to five.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>A post fits on one page; more are a report.</summary>
    public const int MaxPages = 10;

    /// <summary>Longest text handed on, in UTF-16 units; longer ones are refused as too long.</summary>
    public const int MaxText = 10_000;

    /// <summary>Parts of a Word file.</summary>
    public const int MaxParts = 1_000;

    /// <summary>The text and style parts of a Word file together, unpacked.</summary>
    public const int MaxUnpacked = 16 * 1024 * 1024;

    /// <summary>Elements of a Word file's text.</summary>
    public const int MaxElements = 200_000;

    /// <summary>How often a stream of a PDF is unpacked; one drawn inside another, and again, grows without end.</summary>
    public const int MaxStreams = 2_000;

    /// <summary>All unpacked streams of a PDF together.</summary>
    public const int MaxStreamBytes = 16 * 1024 * 1024;

    /// <summary>Operations and characters of a PDF's pages; a full page has some thousands.</summary>
    public const int MaxSteps = 500_000;

    /// <summary>Things inside things, in a PDF.</summary>
    public const int MaxDepth = 64;

    /// <summary>Recursion within the limits above has this much room, and the program's other threads keep theirs.</summary>
    public const int StackBytes = 64 * 1024 * 1024;

    public static readonly TimeSpan FetchWithin = TimeSpan.FromSeconds(8);
}
