namespace TeamsBot.Checks.Profiles;

/// <summary>What the register knows of an account, for its profile to be compared with or written from.</summary>
public sealed record ProfileFacts
{
    /// <summary>The organisation's full name.</summary>
    public required string Organisation { get; init; }

    /// <summary>The operating section as the register has it.</summary>
    public required string Section { get; init; }

    /// <summary>What the account is for, in one sentence; empty where nobody has said.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Where the account's policy stands; null while none is registered.</summary>
    public string? PolicyUrl { get; init; }

    /// <summary>As registered; null while nobody has chosen.</summary>
    public ReplyMode? ReplyMode { get; init; }

    /// <summary>The most a profile of the medium holds, in UTF-16 units; null where it is not known.</summary>
    public int? MaxLength { get; init; }

    public IReadOnlyList<ProfileDemand> Demands { get; init; } = [];

    /// <summary>Organisation and section in one, without saying the organisation twice where the section's name begins with it.</summary>
    public string Operator => Section.StartsWith(Organisation, StringComparison.Ordinal) ? Section : Organisation + Section;

    public bool Demand(ProfileMust must) => Demands.Any(demand => demand.Must == must);
}
