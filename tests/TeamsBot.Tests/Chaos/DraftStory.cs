using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Chaos;

/// <summary>
/// What the audit trail says became of a draft, by rules of its own and not by the program's: a step that was taken twice, or from where it
/// cannot be taken, is no story.
/// </summary>
internal sealed class DraftStory
{
    private readonly HashSet<DraftStatus> reached = [];

    private DraftStory()
    {
    }

    public DraftStatus? Status { get; private set; }

    /// <summary>Wherever it ever stood: who is told anything else is told something untrue.</summary>
    public IReadOnlySet<DraftStatus> Reached => reached;

    public static DraftStory Of(IEnumerable<string> actions, string where)
    {
        var story = new DraftStory();
        var told = new List<string>();
        foreach (var action in actions)
        {
            told.Add(action);
            story.Status = Next(story.Status, action) ?? throw new ShouldAssertException($"{where}: no story: {string.Join(" ", told)}");
            story.reached.Add(story.Status.Value);
        }

        return story;
    }

    /// <summary>Null where the step cannot be taken from there.</summary>
    private static DraftStatus? Next(DraftStatus? from, string action) => (from, action) switch
    {
        (null, "draft.start") => DraftStatus.Composing,
        (DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired, "draft.submit") => DraftStatus.InReview,
        (DraftStatus.InReview, "draft.approve") => DraftStatus.AwaitingDecision,
        (DraftStatus.AwaitingDecision, "draft.approve") => DraftStatus.Approved,
        (DraftStatus.InReview or DraftStatus.AwaitingDecision, "draft.return") => DraftStatus.Returned,
        (DraftStatus.InReview or DraftStatus.AwaitingDecision, "draft.expire") => DraftStatus.Expired,
        (DraftStatus.Approved, "draft.posted") => DraftStatus.Posted,
        (null, _) or (_, "draft.start" or "draft.submit" or "draft.approve" or "draft.return" or "draft.expire" or "draft.posted") => null,
        _ => from,
    };
}
