using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;

namespace TeamsBot.Checks;

/// <summary>
/// Everything a rule may know besides the text. Whoever calls fills in what it has; a rule that misses its facts stays silent.
/// </summary>
public sealed record CheckContext
{
    /// <summary>The instant of the check; dates without a year are read near it, in Japan's time.</summary>
    public required DateTimeOffset Now { get; init; }

    public Medium Medium { get; init; } = Medium.X;

    /// <summary>When the draft is to be posted; null when nobody said.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    public OrganisationProfile Organisation { get; init; } = OrganisationProfile.Unknown;

    public CheckPolicy Policy { get; init; } = CheckPolicy.Default;

    public WordBook Words { get; init; } = WordBook.Empty;

    /// <summary>Earlier posts of this and other accounts, in any order.</summary>
    public IReadOnlyList<HistoryPost> History { get; init; } = [];

    /// <summary>False when the caller keeps no history, so that an empty list does not mean that nothing was posted before.</summary>
    public bool HistoryKnown { get; init; } = true;

    public EventInfo? Event { get; init; }

    /// <summary>How many images go with the post; null when unknown.</summary>
    public int? Images { get; init; }

    /// <summary>The label of the information's availability, for example <c>2</c>; null when unlabelled.</summary>
    public string? Availability { get; init; }

    /// <summary>The release of the information was decided; lifts a label that is forbidden only until then [tochigi-6-1-1].</summary>
    public bool ReleasePlanned { get; init; }

    public bool Emergency { get; init; }

    /// <summary>
    /// Nothing is written: the text is the address of a post that an official account is to like. Only what is about links is looked for
    /// [private-3-5-2].
    /// </summary>
    public bool IsLike { get; init; }

    /// <summary>The post belongs to the day an event is held and was scheduled for it.</summary>
    public bool ScheduledEventDay { get; init; }

    /// <summary>A person's own use: result to that person only, never above warn but for credentials and consent [private-1-1].</summary>
    public bool Private { get; init; }

    /// <summary>What private checks know of their user; read only when <see cref="Private"/>.</summary>
    public PrivateUse PrivateUse { get; init; } = PrivateUse.Unknown;

    /// <summary>The target account's policy; null when the account is not known.</summary>
    public AccountPolicy? Account { get; init; }

    /// <summary>The target account is not the one this writer usually posts to [asaka-6-2-4-so].</summary>
    public bool UnusualAccount { get; init; }

    /// <summary>The category the writer picked for the draft, for example 市政情報; null when nobody was asked.</summary>
    public string? ContentCategory { get; init; }

    /// <summary>Set when the draft answers somebody.</summary>
    public ReplyContext? Reply { get; init; }

    /// <summary>Its writer says that the text corrects a post, whatever words it uses [private-3-3-2a].</summary>
    public bool IsCorrection { get; init; }

    /// <summary>A flaming incident of the account is open [tochigi-6-2-2].</summary>
    public bool FlamingIncident { get; init; }

    /// <summary>The images themselves, when they were attached; null when only their number is known or nothing is.</summary>
    public IReadOnlyList<AttachedImage>? Attachments { get; init; }

    /// <summary>
    /// Basis (document, URL or person) by fact line as <see cref="FactLine"/> prints it; null when the caller does not collect bases.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Bases { get; init; }

    /// <summary>Other media on which the same news goes out; null when unknown.</summary>
    public IReadOnlyList<Medium>? OtherMedia { get; init; }

    /// <summary>The writer marked the news as one for everybody [tochigi-5-3-1].</summary>
    public bool WideNotice { get; init; }

    public IReadOnlyList<SensitiveDate> SensitiveDates { get; init; } = SensitiveDate.Shipped;

    public DismissedPhrases Dismissed { get; init; } = DismissedPhrases.None;

    public OpeningDays OpeningDays { get; init; } = OpeningDays.Default;

    /// <summary>The day of <see cref="Now"/> in Japan.</summary>
    public DateOnly Today => JapanTime.DateOf(Now);

    /// <summary>The day readers first see the post: the planned day, or today.</summary>
    public DateOnly PostedOn => JapanTime.DateOf(PlannedAt ?? Now);
}
