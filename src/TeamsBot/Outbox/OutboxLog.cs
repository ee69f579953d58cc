namespace TeamsBot.Outbox;

/// <summary>Event ids 3100 to 3199. Ids and states only.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(3100, LogLevel.Debug, "Message {MessageId} sent at attempt {Attempts}")]
    public static partial void Sent(ILogger logger, long messageId, int attempts);

    [LoggerMessage(3101, LogLevel.Warning, "Message {MessageId} not sent: now {Status} after attempt {Attempts}, {Failure}")]
    public static partial void NotSent(ILogger logger, long messageId, OutboxStatus status, int attempts, string? failure);

    [LoggerMessage(3102, LogLevel.Error, "The database refused the outbox's work; trying again. Results of messages already sent are kept")]
    public static partial void DatabaseRefused(ILogger logger, Exception problem);
}
