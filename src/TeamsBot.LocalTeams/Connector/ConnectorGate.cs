using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>The way every call takes: read the body, play a planned fault, carry out the operation, record it, answer.</summary>
internal sealed class ConnectorGate(LocalTenant tenant, ConnectorFaults faults, TimeProvider time)
{
    /// <summary>The body may be larger than a message may be, so that 413 is our answer and not the server's.</summary>
    private const int MaxBody = 4 * 1024 * 1024;

    public async Task<IResult> RunAsync(
        HttpContext http,
        ConnectorOperation operation,
        string? conversationId,
        string? activityId,
        Func<JsonElement?, ConnectorAnswer> carryOut
    )
    {
        var (body, isReadable) = await ReadAsync(http.Request, http.RequestAborted);
        var fault = faults.Take(operation, conversationId);
        if (fault?.Delay > TimeSpan.Zero) await Task.Delay(fault.Delay, time, http.RequestAborted);
        if (fault?.Hold is { } held) await held.WaitAsync(http.RequestAborted);

        var answer = fault is { Accepts: false, Drops: true } ? new ConnectorAnswer(0)
            : fault is { Status: not null, Accepts: false } ? AnswerOf(fault)
            : !isReadable ? ConnectorAnswer.Error(400, "BadSyntax", "The body is not one JSON object.")
            : carryOut(body);
        if (fault is { Accepts: true, Status: not null }) answer = AnswerOf(fault);

        var hadToken = http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        tenant.Record(
            new(time.GetUtcNow(), operation, conversationId, activityId, body, hadToken, fault is { Drops: true } ? null : answer.Status)
        );
        if (fault?.HoldAnswer is { } late) await late.WaitAsync(http.RequestAborted);
        if (fault is { Drops: true })
        {
            http.Abort();
            return Results.Empty;
        }

        if (fault?.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (answer.Body is byte[] bytes) return Results.Bytes(bytes, "application/octet-stream");
        return answer.Body is null
            ? Results.StatusCode(answer.Status)
            : Results.Json(answer.Body, LocalJson.Options, statusCode: answer.Status);
    }

    private static ConnectorAnswer AnswerOf(ConnectorFault fault) =>
        fault.SubCode is { } subCode
            ? new(fault.Status!.Value, new { errorCode = 209, message = JsonSerializer.Serialize(new { subCode }, LocalJson.Options) })
        : fault.Code is { } code ? ConnectorAnswer.Error(fault.Status!.Value, code, "Planned by a test.")
        : new(fault.Status!.Value);

    private static async Task<(JsonElement? Body, bool IsReadable)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsDelete(request.Method)) return (null, true);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > MaxBody) return (null, false);
            bytes.Write(buffer, 0, read);
        }

        try
        {
            var body = JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            return body.ValueKind == JsonValueKind.Object ? (body, true) : (null, false);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }
}
