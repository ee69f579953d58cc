using TeamsBot.Data;

namespace TeamsBot.OwnWords;

/// <summary>
/// A hint or warning that a writer marked 該当しない: for this account, this rule does not speak of this phrase again. Kept with its reason and
/// counted, so that the desk sees which rule is wrong too often, and can take it back. Blocks and stops are never dismissed.
/// </summary>
[Audited("dismissed")]
internal sealed class DismissedFinding
{
    public const int MaxReason = 200;

    /// <summary>Longest phrase remembered, in UTF-16 units; a finding about a longer passage is answered, not dismissed.</summary>
    public const int MaxPhrase = 200;

    private DismissedFinding()
    {
    }

    public Guid Id { get; private set; }

    public string TenantId { get; private set; } = "";

    public string AccountId { get; private set; } = "";

    public string RuleId { get; private set; } = "";

    public string Phrase { get; private set; } = "";

    /// <summary>The category as people read it.</summary>
    public string Label { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>How often it was marked; more than once where the desk took it back in between.</summary>
    public int Times { get; private set; }

    public bool IsTakenBack { get; private set; }

    public static DismissedFinding Of(Guid id, string tenantId, string accountId, string ruleId, string phrase, string label) => new()
    {
        Id = id, TenantId = tenantId, AccountId = accountId, RuleId = ruleId, Phrase = phrase, Label = label,
    };

    public void Mark(string by, string reason, DateTimeOffset now)
    {
        (By, Reason, At, IsTakenBack) = (by, reason, now, false);
        Times++;
    }

    /// <returns>False where it was taken back before.</returns>
    public bool TakeBack()
    {
        if (IsTakenBack) return false;
        IsTakenBack = true;
        return true;
    }
}
