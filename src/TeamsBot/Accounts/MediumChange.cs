using System.ComponentModel.DataAnnotations;
using TeamsBot.Checks.Context;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>What of a medium changed.</summary>
internal enum MediumChangeKind
{
    /// <summary>規約変更: its provider's terms (tochigi-2-4b).</summary>
    Terms,

    /// <summary>機能変更: what it can do, or how it shows posts (ward-4-5).</summary>
    Feature,
}

/// <summary>
/// That a medium's terms or features changed, as somebody told the bot. A change of features stands on that medium's drafts until it is
/// ended.
/// </summary>
[Audited("medium-change")]
internal sealed class MediumChange
{
    public const int MaxText = 200;

    private MediumChange()
    {
    }

    public Guid Id { get; private set; }

    public Medium Medium { get; private set; }

    public MediumChangeKind Kind { get; private set; }

    /// <summary>In the words of who entered it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>From which day on it counts.</summary>
    public DateOnly Day { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public bool StandsOnDrafts => Kind == MediumChangeKind.Feature && EndedAt is null;

    public static MediumChange Of(MediumChangeKind kind, Medium medium, string text, DateOnly day, string by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Kind = kind, Medium = medium, Text = text, Day = day, EnteredBy = by, EnteredAt = now,
    };

    public void End(string by, DateTimeOffset now) => (EndedBy, EndedAt) = (by, now);
}

/// <summary>What came of looking at a change.</summary>
internal enum ReviewVerdict
{
    /// <summary>支障なし.</summary>
    Fine,

    /// <summary>要確認: somebody who looks after all accounts has to look at it too.</summary>
    Unclear,

    /// <summary>使用できない.</summary>
    Adverse,
}

/// <summary>How one account's people judged a change of its medium.</summary>
[Audited("medium-review")]
internal sealed class MediumReview
{
    public const int MaxNote = 300;

    private MediumReview()
    {
    }

    public Guid ChangeId { get; private set; }

    public string AccountId { get; private set; } = "";

    public ReviewVerdict Verdict { get; private set; }

    public string Note { get; private set; } = "";

    public string ReviewedBy { get; private set; } = "";

    public DateTimeOffset ReviewedAt { get; private set; }

    public static MediumReview Of(
        Guid changeId, string accountId, ReviewVerdict verdict, string note, string by, DateTimeOffset now) => new()
    {
        ChangeId = changeId, AccountId = accountId, Verdict = verdict, Note = note, ReviewedBy = by, ReviewedAt = now,
    };
}
