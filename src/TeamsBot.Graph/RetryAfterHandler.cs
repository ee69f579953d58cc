using System.Net;

namespace TeamsBot.Graph;

/// <summary>
/// Waits as Graph asks (Retry-After) and sends again, so that one busy minute does not throw away the pages read so far. The client's own
/// handler of that kind waits by the machine's clock and cannot be told to give up when the wait is long; ours waits by the given clock and
/// hands a long wait up.
/// </summary>
internal sealed class RetryAfterHandler(TimeProvider time) : DelegatingHandler
{
    public const int MaxTries = 4;

    /// <summary>The longest wait within a reading; for a longer one the reading is given up and begun anew later.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Only reading is repeated: whether a POST was done is not known when it is not answered.
        for (var tries = 1; ; tries++)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var wait = WaitOf(response, tries);
            if (request.Method != HttpMethod.Get || tries == MaxTries || wait is null || wait > MaxWait) return response;
            response.Dispose();
            await Task.Delay(wait.Value, time, cancellationToken);
        }
    }

    /// <summary>As the answer says; 2, 4, 8 s where it says nothing; null where waiting does not help.</summary>
    private TimeSpan? WaitOf(HttpResponseMessage response, int tries) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            or HttpStatusCode.BadGateway
            ? Stated(response, time) ?? TimeSpan.FromSeconds(1 << tries)
            : null;

    public static TimeSpan? Stated(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
