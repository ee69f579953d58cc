using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// Reads the connector's refusals: three body shapes, none of them promised, and what follows from status and code (protocol.md 2.5). Never
/// fails on an unknown body.
/// </summary>
internal static class ConnectorErrors
{
    private const int MaxWaitHours = 24;

    public static ConnectorFailure Read(ConnectorOperation operation, ConnectorRefusedException refused, DateTimeOffset now)
    {
        var (status, code) = ((int)refused.Status, CodeOf(refused.Body));
        return new ConnectorFailure(status, code, ReactionTo(operation, status, code), WaitOf(refused.RetryAfter, now));
    }

    public static Reaction ReactionTo(ConnectorOperation operation, int status, string? code) => status switch
    {
        // A redirect, a timeout on the way, a token or an id that is refused for a while: nothing was delivered, and it heals without us.
        >= 300 and < 400 or 401 or 408 or 409 => Reaction.RetryLater,
        400 => code is "Bad Argument" or "BadArgument" or "BadSyntax" or "MessageSizeTooBig" ? Reaction.Dead : Reaction.RetryLater,
        403 => code
            is "BotDisabledByAdmin"
                or "BotNotInConversationRoster"
                or "ConversationBlockedByUser"
                or "MessageWritesBlocked"
                or "InvalidBotApiHost"
            ? Reaction.Unreachable
        : code is "NotEnoughPermissions" ? Reaction.Dead
        : Reaction.RetryLater,
        404 => NotFound(operation, code),
        412 or 429 or 503 => Reaction.RetryLater,
        502 or 504 => operation.Posts() ? Reaction.Ambiguous : Reaction.RetryLater,
        >= 500 => Reaction.RetryLater,
        _ => Reaction.Dead,
    };

    /// <summary>
    /// No answer came. What surely was not delivered is tried again; a message that may have been is not repeated lightly.
    /// </summary>
    public static ConnectorFailure NoAnswer(ConnectorOperation operation, HttpRequestError error)
    {
        var neverSent =
            error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
        return new ConnectorFailure(null, error.ToString(), neverSent || !operation.Posts() ? Reaction.RetryLater : Reaction.Ambiguous);
    }

    public static ConnectorFailure TimedOut(ConnectorOperation operation) =>
        new(null, "Timeout", operation.Posts() ? Reaction.Ambiguous : Reaction.RetryLater);

    private static Reaction NotFound(ConnectorOperation operation, string? code) => code switch
    {
        "ActivityNotFoundInConversation" => Reaction.Gone,
        "ConversationNotFound" => Reaction.Unreachable,

        // Some test clients answer without a code: for a message that was to be changed it means the message, for anything else the
        // conversation.
        _ => operation is ConnectorOperation.Update or ConnectorOperation.Delete ? Reaction.Gone : Reaction.Unreachable,
    };

    private static TimeSpan? WaitOf(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return wait is not { } asked ? null
            : asked < TimeSpan.Zero ? TimeSpan.Zero
            : asked > TimeSpan.FromHours(MaxWaitHours) ? TimeSpan.FromHours(MaxWaitHours)
            : asked;
    }

    private static string? CodeOf(ReadOnlySpan<byte> body)
    {
        if (Parse(body) is not { } json) return null;
        if (json.Object("error"u8)?.Text("code"u8) is { } code) return Short(code);
        if (
            json.Text("message"u8) is { } inner
            && inner.TrimStart().StartsWith('{')
            && Parse(System.Text.Encoding.UTF8.GetBytes(inner)) is { } details
            && details.Text("subCode"u8) is { } subCode
        )
        {
            return Short(subCode);
        }

        return json.Member("errorCode"u8) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A code is a word; anything longer might quote a message and is left out.</summary>
    private static string? Short(string code) => code.Length is > 0 and <= 64 ? code : null;

    private static JsonElement? Parse(ReadOnlySpan<byte> body)
    {
        var copy = body.ToArray();
        if (copy.Length == 0 || !System.Text.Unicode.Utf8.IsValid(copy)) return null;
        LoneSurrogates.Replace(copy);
        try
        {
            return JsonElement.Parse(copy) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
