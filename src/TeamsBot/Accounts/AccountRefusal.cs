namespace TeamsBot.Accounts;

internal enum AccountRefusalReason
{
    NotChosen,
    Unknown,
    Preparing,
    Dormant,
    Stopped,

    /// <summary>The period of its policy is over. Residents may still write to it.</summary>
    PeriodOver,
    Closed,
    ForeignSection,
}

/// <summary>Why nothing may be posted to an account, in words for the writer that say whom to ask.</summary>
internal sealed record AccountRefusal(AccountRefusalReason Reason, string Japanese, string English);
