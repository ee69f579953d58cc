namespace TeamsBot.Checks.Context;

/// <summary>
/// What the operation policy of the target account says, as far as a text can be held against it. An empty member means that the policy is
/// silent.
/// </summary>
public sealed record AccountPolicy
{
    /// <summary>What the account sends, for example 市政情報; a draft of another category is off purpose.</summary>
    public IReadOnlyList<string> Contents { get; init; } = [];

    public IReadOnlyList<Medium> Media { get; init; } = [];

    /// <summary>Whom the account is for, as the policy prints it, for example 高齢者.</summary>
    public string Audience { get; init; } = "";

    /// <summary>False when the policy says that the account does not reply; null when it is silent.</summary>
    public bool? Replies { get; init; }

    /// <summary>
    /// The organisation's own voice, not one section's; null where that is not known. Some clauses are about the former alone.
    /// </summary>
    public bool? SpeaksForAll { get; init; }

    /// <summary>Only members of the service can read the account [tochigi-3-2].</summary>
    public bool MembersOnly { get; init; }
}

/// <summary>The draft answers somebody.</summary>
/// <param name="To">The person's handle.</param>
/// <param name="EarlierIn24Hours">Replies to the same person in the 24 hours before.</param>
public sealed record ReplyContext(string To, int EarlierIn24Hours = 0);
