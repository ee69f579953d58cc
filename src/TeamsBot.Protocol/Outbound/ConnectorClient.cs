using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// What the outbox sends with (protocol.md 2.3, operations 1 to 7), through the Bot Framework's adapter and connector. One call is one
/// attempt: what a failure means stands in the result, and repeating is the outbox's decision. Only the fresh token after a 401 happens
/// below, in
/// <see cref="BotTokenHandler"/>.
/// </summary>
public sealed class ConnectorClient(BotAdapter adapter, ConnectorFactory connectors, TimeProvider time, ILogger<ConnectorClient> logger)
{
    /// <summary>The name of the HTTP client in <see cref="IHttpClientFactory"/>; a test replaces its primary handler.</summary>
    public const string HttpClientName = "TeamsBot.Connector";

    private readonly ConnectorCalls connector = new(adapter, connectors);
    private readonly ConnectorAttempts attempts = new(time, logger);

    /// <summary>
    /// A client over a wire of its own, without middleware and without what guards host and token on the real one: for tests of what sends.
    /// </summary>
    public static ConnectorClient Over(HttpMessageHandler wire, TimeProvider time, ILogger<ConnectorClient> logger)
    {
        var connectors = new SharedConnectors(wire);
        return new ConnectorClient(new TeamsAdapter(connectors, []), connectors, time, logger);
    }

    /// <summary>Sends a message into a conversation, in a channel into the thread its id names. Text and card are two activities.</summary>
    public Task<ConnectorResult> SendAsync(ConversationReference to, Activity activity, CancellationToken token) =>
        SayAsync(ConnectorOperation.Send, FaultIn(activity) ?? FaultIn(to), () => connector.SendAsync(to, activity, token), token);

    /// <summary>Operation 2. Does not thread in Teams; send to the thread's conversation id instead (<see cref="ThreadTarget"/>).</summary>
    public Task<ConnectorResult> ReplyAsync(ConversationReference to, string activityId, Activity activity, CancellationToken token)
    {
        var fault = FaultIn(activity) ?? FaultIn(to, activityId);
        return SayAsync(ConnectorOperation.Reply, fault, () => connector.ReplyAsync(to, activityId, activity, token), token);
    }

    /// <summary>Replaces one of the bot's own messages; the last writer wins, so render from the current state.</summary>
    public Task<ConnectorResult> UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken token)
    {
        var fault = FaultIn(activity) ?? FaultIn(to, activityId);
        return SayAsync(ConnectorOperation.Update, fault, () => connector.UpdateAsync(to, activityId, activity, token), token);
    }

    public Task<ConnectorResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken token) =>
        SayAsync(ConnectorOperation.Delete, FaultIn(to, activityId), () => connector.DeleteAsync(to, activityId, token), token);

    /// <summary>Opens the chat with one person or a new thread in a channel (protocol.md 2.4).</summary>
    public async Task<ConnectorResult<CreatedConversation>> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken token)
    {
        var operation = parameters.Activity is null ? ConnectorOperation.CreateConversation : ConnectorOperation.CreateThread;
        var fault = parameters.Activity is { } opening ? FaultIn(opening) ?? FaultIn(serviceUrl) : FaultIn(serviceUrl);
        if (fault is not null) return new(null, attempts.Malformed(fault));
        Task<CreatedConversation?> CreateAsync() => connector.CreateConversationAsync(serviceUrl, parameters, token);
        var (made, failure) = await attempts.MakeAsync(operation, CreateAsync, token);
        return failure is null ? new(made ?? new CreatedConversation(null)) : new(null, failure);
    }

    /// <summary>One page of members. For a team use the team's id as conversation.</summary>
    /// <param name="pageSize">50 to 500.</param>
    public Task<ConnectorResult<MembersPage>> GetMembersAsync(
        ConversationReference of, string? continuationToken, int pageSize, CancellationToken token)
    {
        var (from, size) = (string.IsNullOrEmpty(continuationToken) ? null : continuationToken, Math.Clamp(pageSize, 50, 500));
        return ReadAsync(ConnectorOperation.Members, FaultIn(of), () => connector.GetMembersAsync(of, from, size, token), token);
    }

    /// <summary>
    /// One member by the bot's id of them; an Entra object id works in Teams but not in every test client. A failure with status 404
    /// says: no member.
    /// </summary>
    public Task<ConnectorResult<TeamsMember>> GetMemberAsync(ConversationReference of, string userId, CancellationToken token) =>
        ReadAsync(ConnectorOperation.Member, FaultIn(of, userId), () => connector.GetMemberAsync(of, userId, token), token);

    private async Task<ConnectorResult> SayAsync(
        ConnectorOperation operation, string? fault, Func<Task<string?>> say, CancellationToken token)
    {
        if (fault is not null) return new ConnectorResult(null, attempts.Malformed(fault));
        var (id, failure) = await attempts.MakeAsync(operation, say, token);
        return new ConnectorResult(string.IsNullOrEmpty(id) ? null : id, failure);
    }

    private async Task<ConnectorResult<T>> ReadAsync<T>(
        ConnectorOperation operation, string? fault, Func<Task<T?>> read, CancellationToken token)
        where T : class
    {
        if (fault is not null) return new(null, attempts.Malformed(fault));
        var (value, failure) = await attempts.MakeAsync(operation, read, token);
        return new(value, failure ?? (value is null ? new ConnectorFailure(200, "UnreadableAnswer", Reaction.RetryLater) : null));
    }

    /// <summary>
    /// The service splits text and card into two messages and then names neither, so the card could never be updated (protocol.md 2.3).
    /// </summary>
    private static string? FaultIn(Activity activity)
    {
        var attachments = activity.Attachments?.Count ?? 0;
        if (attachments > 1) return "more than one attachment";
        return attachments == 1 && !string.IsNullOrEmpty(activity.Text) ? "text and attachment in one activity" : null;
    }

    private static string? FaultIn(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? null : "no usable address";

    /// <summary>No address, or an id that would leave out a segment of the path or climb in it.</summary>
    private static string? FaultIn(ConversationReference place, string id = "-") =>
        FaultIn(place.ServiceUrl) ?? (IsSegment(place.ConversationId) && IsSegment(id) ? null : "no usable id");

    private static bool IsSegment(string id) => id is not ("." or "..") && !string.IsNullOrWhiteSpace(id);
}
