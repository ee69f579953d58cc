namespace TeamsBot.Checks.Profiles;

/// <summary>What a profile text has to show, as guidelines ask for it.</summary>
public enum ProfileMust
{
    /// <summary>The operating section by its exact name (ward-5-5-2, tochigi-7-1-1).</summary>
    SectionName,

    /// <summary>That a public body runs the account: the word 公式 (tochigi-7-1-1).</summary>
    PublicBody,

    /// <summary>Whether the account only informs or wants to be a place of exchange (tochigi-5-1-2a).</summary>
    ReplyMode,

    /// <summary>The address of the account's policy on the own site (tochigi-5-1-2b).</summary>
    PolicyLink,

    /// <summary>The organisation by its name (yamaguchi-4-1-5b).</summary>
    Organisation,
}

/// <summary>Whether an account only informs or wants an exchange; it is announced in the profile (tochigi-5-1-2a).</summary>
public enum ReplyMode
{
    Inform,
    Community,
}

/// <summary>One demand on a profile with the clauses it rests on.</summary>
public sealed record ProfileDemand(ProfileMust Must, IReadOnlyList<string> Clauses);

/// <summary>
/// One thing that a profile text lacks or gets wrong. The message says what to do; the ready sentences can be put in as they are.
/// </summary>
/// <param name="Must">Null for what concerns the whole text, its length.</param>
public sealed record ProfileFinding(ProfileMust? Must, string Message, IReadOnlyList<ReadySentence> Offers, IReadOnlyList<string> Clauses);

/// <summary>A sentence to add to a profile.</summary>
/// <param name="Mode">The mode it announces; null for every other sentence.</param>
public sealed record ReadySentence(string Text, ReplyMode? Mode = null);
