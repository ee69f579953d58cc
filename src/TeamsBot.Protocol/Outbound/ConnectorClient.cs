using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// Speaks to the connector (protocol.md 2.3, operations 1 to 7). One call is one attempt: what a failure means stands in the result, and
/// repeating is the outbox's decision. Only the fresh token after a 401 happens below, in <see cref="BotTokenHandler"/>.
/// </summary>
public sealed class ConnectorClient(HttpClient http, TimeProvider time, ILogger<ConnectorClient> logger)
{
    /// <summary>The name of the HTTP client in <see cref="IHttpClientFactory"/>; a test replaces its primary handler.</summary>
    public const string HttpClientName = "TeamsBot.Connector";

    /// <summary>Longer error bodies are not read.</summary>
    private const int MaxErrorBytes = 64 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    /// <summary>Sends a message into a conversation, in a channel into the thread its id names. Text and card are two activities.</summary>
    public Task<ConnectorResult> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(ConnectorOperation.Send, HttpMethod.Post, to, null, activity, cancellationToken);

    /// <summary>Operation 2. Does not thread in Teams; send to the thread's conversation id instead (<see cref="ThreadTarget"/>).</summary>
    public Task<ConnectorResult> ReplyAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(ConnectorOperation.Reply, HttpMethod.Post, to, activityId, activity, cancellationToken);

    /// <summary>Replaces one of the bot's own messages; the last writer wins, so render from the current state.</summary>
    public Task<ConnectorResult> UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(ConnectorOperation.Update, HttpMethod.Put, to, activityId, activity, cancellationToken);

    public async Task<ConnectorResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(ConnectorOperation.Delete, HttpMethod.Delete, Path(to.ServiceUrl, "conversations", to.ConversationId, "activities", activityId), null, cancellationToken);
        return new ConnectorResult(null, answer.Failure);
    }

    /// <summary>Opens the chat with one person or a new thread in a channel (protocol.md 2.4).</summary>
    public async Task<ConnectorResult<CreatedConversation>> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var operation = parameters.Activity is null ? ConnectorOperation.CreateConversation : ConnectorOperation.CreateThread;
        if (parameters.Activity is { } opening && Fault(opening) is { } fault) return new(null, Malformed(fault));
        var answer = await CallAsync(operation, HttpMethod.Post, Path(serviceUrl, "conversations"), Body(parameters), cancellationToken);
        if (answer.Failure is not null) return new(null, answer.Failure);
        return new(new CreatedConversation(answer.Body?.Text("id"u8), answer.Body?.Text("activityId"u8), answer.Body?.Text("serviceUrl"u8)));
    }

    /// <summary>One page of members. For a team use the team's id as conversation.</summary>
    /// <param name="pageSize">50 to 500.</param>
    public Task<ConnectorResult<MembersPage>> GetMembersAsync(ConversationReference of, string? continuationToken, int pageSize, CancellationToken cancellationToken)
    {
        var query = "?pageSize=" + Math.Clamp(pageSize, 50, 500).ToString(CultureInfo.InvariantCulture)
            + (string.IsNullOrEmpty(continuationToken) ? "" : "&continuationToken=" + Uri.EscapeDataString(continuationToken));
        return GetAsync<MembersPage>(ConnectorOperation.Members, Path(of.ServiceUrl, "conversations", of.ConversationId, "pagedmembers"), query, cancellationToken);
    }

    /// <summary>One member by the bot's id of them; an Entra object id works in Teams but not in every test client. A failure with status 404 says: no member.</summary>
    public Task<ConnectorResult<TeamsMember>> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken) =>
        GetAsync<TeamsMember>(ConnectorOperation.Member, Path(of.ServiceUrl, "conversations", of.ConversationId, "members", userId), "", cancellationToken);

    private async Task<ConnectorResult> PostAsync(
        ConnectorOperation operation, HttpMethod method, ConversationReference to, string? activityId, Activity activity, CancellationToken cancellationToken)
    {
        if (Fault(activity) is { } fault) return new ConnectorResult(null, Malformed(fault));
        var path = activityId is null
            ? Path(to.ServiceUrl, "conversations", to.ConversationId, "activities")
            : Path(to.ServiceUrl, "conversations", to.ConversationId, "activities", activityId);
        var answer = await CallAsync(operation, method, path, Body(activity), cancellationToken);
        return new ConnectorResult(answer.Body?.Text("id"u8), answer.Failure);
    }

    private async Task<ConnectorResult<T>> GetAsync<T>(ConnectorOperation operation, string? path, string query, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await CallAsync(operation, HttpMethod.Get, path is null ? null : path + query, null, cancellationToken);
        if (answer.Failure is not null) return new(null, answer.Failure);
        try
        {
            if (answer.Body?.Deserialize<T>(ProtocolJson.Options) is { } value) return new(value);
        }
        catch (JsonException)
        {
            // Falls through: an answer that is none is a failure like any other.
        }

        return new(null, new ConnectorFailure(200, "UnreadableAnswer", Reaction.RetryLater));
    }

    private async Task<(JsonElement? Body, ConnectorFailure? Failure)> CallAsync(
        ConnectorOperation operation, HttpMethod method, string? path, byte[]? body, CancellationToken cancellationToken)
    {
        if (path is null || !Uri.TryCreate(path, UriKind.Absolute, out var address)) return (null, Malformed("no usable address or id"));
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.IsSuccessStatusCode) return (Answer(content), null);
            var failure = ConnectorErrors.Read(operation, response.StatusCode, content.AsSpan(0, Math.Min(content.Length, MaxErrorBytes)), response.Headers, time.GetUtcNow());
            Log.ConnectorFailed(logger, operation.ToString(), failure.Status, failure.Code, failure.Reaction, Header(response, "MS-CV"), Header(response, "X-Correlating-OperationId"));
            return (null, failure);
        }
        catch (HostNotAllowedException)
        {
            return (null, new ConnectorFailure(null, "HostNotAllowed", Reaction.Dead));
        }
        catch (TokenUnavailableException)
        {
            return (null, new ConnectorFailure(null, "TokenUnavailable", Reaction.RetryLater));
        }
        catch (HttpRequestException unanswered)
        {
            return (null, Unanswered(operation, ConnectorErrors.NoAnswer(operation, unanswered.HttpRequestError)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Unanswered(operation, ConnectorErrors.TimedOut(operation)));
        }
    }

    private ConnectorFailure Unanswered(ConnectorOperation operation, ConnectorFailure failure)
    {
        Log.ConnectorFailed(logger, operation.ToString(), failure.Status, failure.Code, failure.Reaction, "", "");
        return failure;
    }

    private ConnectorFailure Malformed(string fault)
    {
        Log.MalformedOutgoing(logger, fault);
        return new ConnectorFailure(null, "Malformed", Reaction.Dead);
    }

    /// <summary>The service splits text and card into two messages and then names neither, so the card could never be updated (protocol.md 2.3).</summary>
    private static string? Fault(Activity activity)
    {
        var attachments = activity.Attachments?.Count ?? 0;
        if (attachments > 1) return "more than one attachment";
        return attachments == 1 && !string.IsNullOrEmpty(activity.Text) ? "text and attachment in one activity" : null;
    }

    /// <summary>The address below the service URL, each segment fully encoded; null where a segment is empty or would climb.</summary>
    private static string? Path(string serviceUrl, params ReadOnlySpan<string> segments)
    {
        var path = serviceUrl.TrimEnd('/') + "/v3";
        foreach (var segment in segments)
        {
            if (segment is "" or "." or "..") return null;
            path += "/" + Uri.EscapeDataString(segment);
        }

        return path;
    }

    private static byte[] Body<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ProtocolJson.Options);

    /// <summary>A success without a body, or with one that is no JSON object, is a success all the same.</summary>
    private static JsonElement? Answer(byte[] content)
    {
        if (content.Length == 0) return null;
        try
        {
            return JsonElement.Parse(content) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
