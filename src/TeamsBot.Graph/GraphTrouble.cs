namespace TeamsBot.Graph;

/// <summary>Why nothing could be read. Says nothing about anybody.</summary>
public enum GraphTrouble
{
    /// <summary>No token: the login host refused or did not answer.</summary>
    NoToken,

    /// <summary>401 or 403: a permission is missing or was taken back.</summary>
    Forbidden,

    /// <summary>429, and it would take longer than a reading may last.</summary>
    Throttled,

    /// <summary>5xx, no connection, no answer in time.</summary>
    Unavailable,

    /// <summary>Any other answer: a request that Graph does not understand, which waiting does not mend.</summary>
    Refused,
}

/// <summary>A reading failed as a whole; what was read before stays as it was.</summary>
public sealed class GraphTroubleException(GraphTrouble trouble, int? status, TimeSpan? retryAfter, Exception cause)
    : Exception($"Microsoft Graph: {trouble} ({status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"})", cause)
{
    public GraphTrouble Trouble { get; } = trouble;

    /// <summary>The HTTP status, or null where there was no answer.</summary>
    public int? Status { get; } = status;

    /// <summary>How long Graph asks to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
