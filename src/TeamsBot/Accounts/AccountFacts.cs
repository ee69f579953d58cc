using System.Text.Json.Serialization;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>Whether the medium's own mark of a genuine account was asked for (tochigi-7-1-2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BadgeState>))]
internal enum BadgeState
{
    /// <summary>取得済み.</summary>
    Granted,

    /// <summary>申請中.</summary>
    Applied,

    /// <summary>The provider refused.</summary>
    Refused,

    /// <summary>The medium has none.</summary>
    NotOffered,
}

/// <summary>
/// What the account's operation policy or an imported list says of it, beside its name (domain/rules.md 5.2). A member that is null or
/// empty says nothing, and the pack's word counts. Stored whole with the account's record; it has no field for a secret.
/// </summary>
internal sealed record AccountFacts
{
    public static AccountFacts None { get; } = new();

    /// <summary>Categories of information it sends; the checks hold drafts against them (asaka-annex-2).</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public AccountHours? Hours { get; init; }

    /// <summary>Whether it answers residents (asaka-annex-9a, 9b).</summary>
    public bool? Replies { get; init; }

    public bool? MembersOnly { get; init; }

    /// <summary>Whom it is for (yamaguchi-3-1-3).</summary>
    public string? Audience { get; init; }

    /// <summary>The first day it is run, as its policy says (asaka-annex-7).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of that; drafts after it are refused until the policy is renewed.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How often it posts, in its policy's words (yamaguchi-3-1-5).</summary>
    public string? Frequency { get; init; }

    /// <summary>The page of the own site that names it (yamaguchi-4-1-5a).</summary>
    public string? ListingUrl { get; init; }

    /// <summary>The own site links to the account (tochigi-7-1-3).</summary>
    public bool? LinkedFromSite { get; init; }

    /// <summary>The account links to the own site.</summary>
    public bool? LinksToSite { get; init; }

    public BadgeState? Badge { get; init; }

    /// <summary>Which terms of the provider were read, and what was found (tochigi-2-4a).</summary>
    public string? Terms { get; init; }

    /// <summary>The account as these facts have it.</summary>
    public OfficialAccount AddTo(OfficialAccount account) => account with
    {
        Topics = Topics.Count > 0 ? Topics : account.Topics,
        Hours = Hours?.ToOpening() ?? account.Hours,
        Replies = Replies ?? account.Replies,
        MembersOnly = MembersOnly ?? account.MembersOnly,
        Audience = Audience ?? account.Audience,
        RunsUntil = To ?? account.RunsUntil,
    };
}

/// <summary>When an account posts by its policy (asaka-annex-8); it may post at other times, and the checks then say so.</summary>
/// <param name="YearEnd">Not from 29 December to 3 January.</param>
internal sealed record AccountHours(
    IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes, bool NotOnHolidays, bool YearEnd)
{
    /// <summary>The closed days of public offices.</summary>
    private static readonly YearEndClosure Closed = new(new(12, 29), new(1, 3));

    private static readonly Basis ByPolicy = new([], Suggested: false);

    public OpeningHours ToOpening() => new(Days, Opens, Closes, NotOnHolidays, YearEnd ? Closed : null, ByPolicy);
}
