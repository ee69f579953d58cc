namespace TeamsBot.Outbox;

/// <summary>Our own words in <see cref="OutboxMessage.LastFailure"/>, beside the connector's.</summary>
internal static class FailureCodes
{
    /// <summary>Nothing has arrived from this person or conversation, so there is no address to speak to.</summary>
    public const string NeverSeen = "never-seen";

    /// <summary>The bot was removed there, or a send was refused earlier.</summary>
    public const string NotInstalled = "not-installed";

    /// <summary>The process ended between sending and noting the result.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Waited too long to be worth saying.</summary>
    public const string Expired = "expired";

    /// <summary>The row itself cannot be made into a message.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The connector failed without giving a code.</summary>
    public const string NoCode = "no-code";
}
