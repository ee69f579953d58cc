using TeamsBot.Graph;

namespace TeamsBot.People;

/// <summary>
/// How the reading of people from Graph stands; replaced whole. Of an installation without Graph nothing of it is ever set.
/// </summary>
/// <param name="Directory">What was read last.</param>
/// <param name="ReadAt">When; null before the first time.</param>
/// <param name="Trouble">Why the newest try failed; null while all is well.</param>
/// <param name="FailingSince">The first of the failed tries.</param>
internal sealed record GraphStanding(GraphDirectory Directory, DateTimeOffset? ReadAt, GraphTrouble? Trouble, DateTimeOffset? FailingSince,
    IReadOnlyList<PeopleNote> Notes)
{
    public static GraphStanding Unread { get; } = new(GraphDirectory.Empty, null, null, null, []);

    public static GraphStanding Of(GraphDirectory directory, IReadOnlyList<PeopleNote> notes, DateTimeOffset at) =>
        new(directory, at, null, null, notes);

    public GraphStanding Failed(GraphTrouble trouble, DateTimeOffset at) =>
        this with { Trouble = trouble, FailingSince = FailingSince ?? at };
}

/// <summary>Where it is kept.</summary>
internal sealed class GraphState(GraphOptions? options = null)
{
    private volatile GraphStanding now = GraphStanding.Unread;

    /// <summary>Null where people do not come from Graph.</summary>
    public GraphOptions? Options => options;

    public GraphStanding Now
    {
        get => now;
        set => now = value;
    }
}
