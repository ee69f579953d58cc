using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Protocol;

/// <summary>The log events of the wire, 1000 to 1999: 1000 start, 1100 inbound, 1200 turns, 1500 outbound. Ids and states only.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1000,
        LogLevel.Warning,
        "ANONYMOUS MODE: Bot:AppId is not set. Callers are NOT verified. Only programs on this machine are listened to and answered. For "
            + "development only."
    )]
    public static partial void Anonymous(ILogger logger);

    [LoggerMessage(1001, LogLevel.Warning, "Development without a credential: nothing can be sent except to this machine.")]
    public static partial void NoCredential(ILogger logger);

    [LoggerMessage(
        1100,
        LogLevel.Warning,
        "Inbound request refused: {Reason}, answered {Status} (correlation {Correlation}; {LeftOut} alike not logged)"
    )]
    public static partial void Refused(ILogger logger, RefusalReason reason, int status, string correlation, int leftOut);

    [LoggerMessage(
        1101,
        LogLevel.Critical,
        "A caller named a connector host that is not on the allow-list; it is not believed (correlation {Correlation})"
    )]
    public static partial void ServiceHostRefused(ILogger logger, string correlation);

    [LoggerMessage(
        1102,
        LogLevel.Critical,
        "Signing key without the Teams endorsement accepted, because Bot:ReportMissingEndorsementsOnly is set"
    )]
    public static partial void EndorsementReported(ILogger logger);

    [LoggerMessage(1110, LogLevel.Information, "Signing keys loaded: {Count}")]
    public static partial void SigningKeysLoaded(ILogger logger, int count);

    [LoggerMessage(1111, LogLevel.Error, "Signing keys could not be loaded: {Kind} {Status}; last good keys in use: {HaveKeys}")]
    public static partial void SigningKeysFailed(ILogger logger, string kind, HttpStatusCode? status, bool haveKeys);

    [LoggerMessage(1200, LogLevel.Error, "Turn failed: {Type} {ActivityId}, time limit reached: {TimedOut}. {Failure}")]
    public static partial void TurnFailed(ILogger logger, string type, string? activityId, string failure, bool timedOut);

    [LoggerMessage(1201, LogLevel.Warning, "Invoke {Name} {ActivityId} takes long; answered neutrally, the work goes on")]
    public static partial void InvokeSlow(ILogger logger, string? name, string? activityId);

    [LoggerMessage(
        1500,
        LogLevel.Warning,
        "Connector {Operation} failed: {Status} {Code}, {Reaction} (MS-CV {Correlation}, operation {OperationId})"
    )]
    public static partial void ConnectorFailed(
        ILogger logger,
        string operation,
        int? status,
        string? code,
        Reaction reaction,
        string correlation,
        string operationId
    );

    [LoggerMessage(1501, LogLevel.Critical, "Refused to send to {Host}: it is not on the allow-list")]
    public static partial void HostRefused(ILogger logger, string host);

    [LoggerMessage(1502, LogLevel.Error, "Outgoing activity is malformed: {Fault}")]
    public static partial void MalformedOutgoing(ILogger logger, string fault);

    [LoggerMessage(1503, LogLevel.Error, "A middleware held {Operation} back: {Failure}")]
    public static partial void HeldBack(ILogger logger, string operation, string failure);

    [LoggerMessage(1510, LogLevel.Information, "Bot token obtained, valid until {ExpiresAt:u}")]
    public static partial void TokenObtained(ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(1511, LogLevel.Critical, "Bot token could not be obtained: {Kind} {Code}")]
    public static partial void TokenFailed(ILogger logger, string kind, string? code);

    [LoggerMessage(1512, LogLevel.Warning, "The connector refused the bot token; a fresh one is tried once")]
    public static partial void TokenRefused(ILogger logger);

    [LoggerMessage(1520, LogLevel.Warning, "A shared file ({Kind}) could not be fetched or put: {Trouble} {Status}")]
    public static partial void FileTrouble(ILogger logger, Files.SharedFileKind kind, Files.FileTrouble trouble, int? status);

    /// <summary>An exception's kinds and places without their messages, which may quote what a person wrote.</summary>
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var at = exception; at is not null; at = at.InnerException)
        {
            text.Append(at == exception ? "" : " <- ").Append(at.GetType().FullName);
        }

        return text.AppendLine().Append(exception.StackTrace).ToString();
    }
}
