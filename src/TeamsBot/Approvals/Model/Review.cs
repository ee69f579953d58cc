namespace TeamsBot.Approvals.Model;

/// <summary>
/// One reviewer asked about one revision. Of several asked in one step the first answer counts; the others are closed with it.
/// </summary>
internal sealed class Review
{
    private Review()
    {
    }

    public int DraftNumber { get; private set; }

    /// <summary>Counts the draft's reviews from 1; with the draft's number the key.</summary>
    public int Ordinal { get; private set; }

    public int RevisionNumber { get; private set; }
    public RouteStep Step { get; private set; }
    public string ReviewerId { get; private set; } = "";
    public string ReviewerName { get; private set; } = "";
    public string ReviewerTitle { get; private set; } = "";
    public string? OnBehalfOf { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null while unanswered, and for good where another reviewer of the step answered or the draft moved on.</summary>
    public Decision? Decision { get; private set; }

    public string? Reason { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What was ticked and written for the pack's gates; null where it has none.</summary>
    public GateAnswers? Answers { get; private set; }

    /// <summary>The first of the two presses of the last approval; null before it and where the pack asks for one press.</summary>
    public ShownApproval? Shown { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public Reviewer Reviewer => new(ReviewerId, ReviewerName, ReviewerTitle, OnBehalfOf);

    internal static Review Ask(Draft draft, RouteStep step, Reviewer reviewer, DateTimeOffset now) => new()
    {
        DraftNumber = draft.Number,
        Ordinal = draft.Reviews.Count + 1,
        RevisionNumber = draft.Current.Number,
        Step = step,
        ReviewerId = reviewer.ObjectId,
        ReviewerName = reviewer.Name,
        ReviewerTitle = reviewer.Title,
        OnBehalfOf = reviewer.OnBehalfOf,
        AskedAt = now,
    };

    internal void Answer(Decision decision, string? reason, GateAnswers? answers, DateTimeOffset now) =>
        (Decision, Reason, Answers, ClosedAt) = (decision, reason, answers, now);

    internal void Show(ShownApproval shown, GateAnswers? answers) => (Shown, Answers) = (shown, answers);

    internal void Hide() => Shown = null;

    internal void Close(DateTimeOffset now) => ClosedAt = now;
}
