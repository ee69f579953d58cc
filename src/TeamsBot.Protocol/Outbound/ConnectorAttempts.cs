using Microsoft.Extensions.Logging;
using Microsoft.Rest;
using TeamsBot.Protocol.BotFramework;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// Makes one attempt of a connector operation and says what came of it; nothing but the caller's own cancelling is thrown (protocol.md
/// 2.5).
/// </summary>
internal sealed class ConnectorAttempts(TimeProvider time, ILogger logger)
{
    public async Task<(T? Value, ConnectorFailure? Failure)> MakeAsync<T>(
        ConnectorOperation operation, Func<Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await attempt(), null);
        }
        catch (SerializationException)
        {
            // The service did it, and said something else than expected about it.
            return (null, null);
        }
        catch (ConnectorRefusedException refused)
        {
            var failure = ConnectorErrors.Read(operation, refused, time.GetUtcNow());
            return (null, Failed(operation, failure, refused.Correlation, refused.OperationId));
        }
        catch (HostNotAllowedException)
        {
            return (null, new ConnectorFailure(null, "HostNotAllowed", Reaction.Dead));
        }
        catch (TokenUnavailableException)
        {
            return (null, new ConnectorFailure(null, "TokenUnavailable", Reaction.RetryLater));
        }
        catch (HeldBackException heldBack)
        {
            Log.HeldBack(logger, operation.ToString(), heldBack.InnerException is { } cause ? Log.Describe(cause) : "");
            return (null, new ConnectorFailure(null, "HeldBack", Reaction.RetryLater));
        }
        catch (HttpRequestException unanswered)
        {
            return (null, Failed(operation, ConnectorErrors.NoAnswer(operation, unanswered.HttpRequestError)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Failed(operation, ConnectorErrors.TimedOut(operation)));
        }
    }

    /// <summary>What cannot be sent at all. A mistake of ours, which trying again does not mend.</summary>
    public ConnectorFailure Malformed(string fault)
    {
        Log.MalformedOutgoing(logger, fault);
        return new ConnectorFailure(null, "Malformed", Reaction.Dead);
    }

    private ConnectorFailure Failed(
        ConnectorOperation operation, ConnectorFailure failure, string correlation = "", string operationId = "")
    {
        Log.ConnectorFailed(
            logger,
            operation.ToString(),
            failure.Status,
            LogWord.Of(failure.Code),
            failure.Reaction,
            LogWord.Of(correlation),
            LogWord.Of(operationId)
        );
        return failure;
    }
}
