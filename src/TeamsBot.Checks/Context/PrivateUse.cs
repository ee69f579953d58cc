namespace TeamsBot.Checks.Context;

/// <summary>Whether those who appear in a private post agreed.</summary>
public enum ConsentAnswer
{
    NotAsked,
    Given,
    Refused,
    NoAnswer,

    /// <summary>Not asked for, but nobody can be recognised: the clause wants consent "or the like" [private-3-1-4a].</summary>
    Unrecognisable,
}

/// <summary>What the private check knows of its user; never stored with a text.</summary>
public sealed record PrivateUse
{
    public static readonly PrivateUse Unknown = new();

    /// <summary>Words that tell where somebody belongs: agency, manager, studio, co-star, unreleased title [private-2-1-5].</summary>
    public IReadOnlyList<string> TraceWords { get; init; } = [];

    /// <summary>Hints of the last 30 days by theme letter, from people who opted in; empty without opt-in [private-2-2-1b].</summary>
    public IReadOnlyDictionary<string, int> RecentThemes { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public ConsentAnswer Consent { get; init; }

    /// <summary>A photo of others goes with the post.</summary>
    public bool PhotoOfOthers { get; init; }

    /// <summary>The post is meant for friends only. It lowers nothing [private-2-1-3].</summary>
    public bool LimitedAudience { get; init; }
}
