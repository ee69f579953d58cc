using TeamsBot.Checks;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// A text on its way to an official account, over its whole life. Its methods are the rules of approval: given what was loaded they change
/// the draft or say why not; they read no clock and send nothing. Whoever calls them commits.
/// </summary>
internal sealed partial class Draft
{
    private readonly List<Revision> revisions = [];
    private readonly List<Review> reviews = [];
    private readonly List<DraftEvent> events = [];

    private Draft()
    {
    }

    public int Number { get; private set; }
    public string TenantId { get; private set; } = "";
    public string AuthorId { get; private set; } = "";
    public string AuthorName { get; private set; } = "";
    public string Section { get; private set; } = "";
    public DraftStatus Status { get; private set; }

    /// <summary>
    /// Goes up with every change. Cards carry it; the database refuses a write that was based on an older one, and an older card never
    /// replaces a newer.
    /// </summary>
    public long Stamp { get; private set; }

    public string? AccountId { get; private set; }
    public string? InformationClass { get; private set; }

    /// <summary>The class of information may not be out before the planned time (解禁日時あり).</summary>
    public bool IsEmbargoed { get; private set; }

    /// <summary>When it is to be posted; null means as soon as it is approved.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>The author's note to the reviewers: source, basis. Never part of what is posted.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The channel thread it was handed in from, which is kept informed; null for a personal chat.</summary>
    public string? ThreadId { get; private set; }

    public ReviewRoute? Route { get; private set; }
    public bool IsLiftAsked { get; private set; }

    /// <summary><see cref="Revision.HashOf"/> of what was approved; null while nothing is.</summary>
    public string? ApprovedHash { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? PostedUrl { get; private set; }
    public DateTimeOffset? PostedAt { get; private set; }

    /// <summary>
    /// The last report that it was posted, with what it proves; null before the first, and for posts reported to earlier programs.
    /// </summary>
    public PostedReport? Report { get; private set; }

    public IReadOnlyList<Revision> Revisions => revisions;
    public IReadOnlyList<Review> Reviews => reviews;
    public IReadOnlyList<DraftEvent> Events => events;

    public Revision Current => revisions[^1];

    /// <summary>The latest text before the current one that reviewers had in hand, or null.</summary>
    public Revision? LastSubmitted => revisions.LastOrDefault(revision => revision != Current && revision.SubmittedAt is not null);

    public IEnumerable<Review> OpenReviews => reviews.Where(review => review.IsOpen);

    public bool IsClosed => Status is DraftStatus.Posted or DraftStatus.Rejected or DraftStatus.Withdrawn;

    public string CurrentHash => Revision.HashOf(Current.Text, AccountId, PlannedAt, PictureSeal);

    public static Draft Start(
        int number,
        string tenantId,
        Reviewer author,
        string section,
        string text,
        string? threadId,
        DateTimeOffset now
    )
    {
        var draft = new Draft
        {
            Number = number,
            TenantId = tenantId,
            AuthorId = author.ObjectId,
            AuthorName = author.Name,
            Section = section,
            Status = DraftStatus.Composing,
            CreatedAt = now,
            ThreadId = threadId,
            Holders = [author.ObjectId],
        };
        draft.revisions.Add(Revision.Of(number, 1, Revision.Unify(text), now));
        draft.Happened(DraftEventKind.Started, author.Name, now);
        return draft;
    }

    public bool IsAuthor(string objectId) => Same(AuthorId, objectId);

    /// <summary>The open question to this person, or null.</summary>
    public Review? OpenReviewOf(string objectId) => OpenReviews.FirstOrDefault(review => Same(review.ReviewerId, objectId));

    /// <summary>
    /// Object ids of everybody who has a card of this draft: its author and all who were ever asked. Their cards change with it.
    /// </summary>
    public IReadOnlyList<string> Holders { get; private set; } = [];

    /// <summary>Puts new findings beside the current text; called whenever the text, account, class or planned time changed.</summary>
    /// <param name="facts">What the text states, as calendar and registers know it.</param>
    public void Check(IReadOnlyList<DraftFinding> findings, IReadOnlyList<TextFact>? facts = null) =>
        Current.Checked(findings, facts ?? []);

    private static bool Same(string a, string b) => PersonId.IsSame(a, b);

    private bool Has(Severity severity) => Current.Findings.Any(finding => finding.Severity == severity);

    private void Inform(string objectId)
    {
        if (Holders.Any(holder => Same(holder, objectId))) return;
        Holders = [.. Holders, objectId];
        Sit(objectId, new DraftSeat("", null));
    }

    private void MoveTo(DraftStatus status, DateTimeOffset now)
    {
        Status = status;
        foreach (var review in OpenReviews) review.Close(now);
        if (IsClosed) ForgetSources();
    }

    private void Happened(DraftEventKind kind, string who, DateTimeOffset now, string? note = null)
    {
        events.Add(DraftEvent.Of(this, kind, who, now, note));
        ChangedAt = now;
        Stamp++;
    }
}
