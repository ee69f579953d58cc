using System.Text.Json;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>One message on its way: what was stored as begun, and what came of it.</summary>
internal sealed class OutboxAttempt(QueuedMessage queued, OutboxMessage message, Destination destination, PostedCard? posted)
{
    public QueuedMessage Queued => queued;

    public OutboxMessage Message => message;

    public Destination Destination => destination;

    private (DateTimeOffset At, long Stamp) settled;

    /// <summary>Where the address has this card; null where it has none yet.</summary>
    public PostedCard? Posted { get; private set; } = posted;

    public bool IsUpdate { get; } = message.Kind == OutboxKind.Card && posted?.ActivityId is not null;

    public DateTimeOffset BeganAt { get; } = message.SendingAt!.Value;

    /// <summary><see cref="Posted"/> says something new.</summary>
    public bool CardChanged { get; private set; }

    /// <summary><see cref="Posted"/> is a new row.</summary>
    public bool IsFirstPost { get; private set; }

    /// <summary>The chat that had to be opened first.</summary>
    public Conversation? Opened { get; private set; }

    public ConnectorFailure? Failure { get; private set; }

    /// <summary>
    /// Calls the connector once, or twice where the chat must be opened first, and settles the message. Throws nothing but cancellation: a
    /// row that cannot be read ends alone.
    /// </summary>
    public async Task SendAsync(ConnectorClient connector, TimeProvider time, double jitter, CancellationToken cancellationToken)
    {
        ConnectorResult result;
        var reference = destination.Reference;
        try
        {
            var activity = ActivityOf(message);
            if (reference is null)
            {
                (reference, result) = await OpenAsync(connector, destination.Contact!, time, cancellationToken);
                if (result.IsOk) result = await connector.SendAsync(reference!, activity, cancellationToken);
            }
            else
            {
                result = IsUpdate
                    ? await connector.UpdateAsync(
                        reference with
                        {
                            ConversationId = Posted!.ConversationId,
                        },
                        Posted.ActivityId!,
                        activity,
                        cancellationToken
                    )
                    : await connector.SendAsync(reference, activity, cancellationToken);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            result = new ConnectorResult(null, new ConnectorFailure(null, FailureCodes.Unreadable, Reaction.Dead));
        }

        // The chat was made anew since the card was posted: its message is out of reach, the person is not.
        if (IsUpdate && result.Failure is { Reaction: Reaction.Unreachable } refusal && Posted!.ConversationId != reference!.ConversationId)
        {
            result = new ConnectorResult(null, refusal with { Reaction = Reaction.Gone });
        }

        Failure = result.Failure;
        settled = WallClock.Both(time);
        message.Settle(result, IsUpdate, jitter, settled.At);
        if (message.CardKey.Length > 0 && reference is not null) NoteCard(result, reference.ConversationId);
    }

    /// <summary>The clock may have been set since the attempt ended: what is left of its wait counts from now.</summary>
    public void Rejudge(TimeProvider time)
    {
        var (now, count) = WallClock.Both(time);
        var then = now - time.GetElapsedTime(settled.Stamp, count);
        message.Moved(settled.At, then);
        settled.At = then;
    }

    private async Task<(ConversationReference?, ConnectorResult)> OpenAsync(
        ConnectorClient connector, Contact contact, TimeProvider time, CancellationToken cancellationToken)
    {
        var created = await connector.CreateConversationAsync(
            contact.ServiceUrl, ConversationParameters.Chat(contact.TenantId, contact.BotId, contact.UserId), cancellationToken);
        if (!created.IsOk) return (null, new ConnectorResult(null, created.Failure));
        if (created.Value?.Id is not { Length: > 0 } id)
            return (null, new ConnectorResult(null, new ConnectorFailure(201, FailureCodes.NoCode, Reaction.Unreachable)));
        Opened = Conversation.Created(contact, id, time.GetUtcNow());
        return (Opened.Reference(), new ConnectorResult(id));
    }

    private void NoteCard(ConnectorResult result, string conversationId)
    {
        CardChanged = result.IsOk || (IsUpdate && result.Failure!.Reaction == Reaction.Gone);
        if (!CardChanged) return;
        IsFirstPost = Posted is null;
        Posted ??= PostedCard.Of(message.Address, message.CardKey);
        if (!result.IsOk) Posted.IsGone();
        else if (IsUpdate) Posted.IsAt(Posted.ConversationId, Posted.ActivityId, message.Version);
        else Posted.IsAt(conversationId, result.Id, message.Version);
    }

    /// <summary>Plain, not Markdown: a line that begins with a hash tag is no heading, and single line breaks stay.</summary>
    private static Activity ActivityOf(OutboxMessage message) => message.Kind == OutboxKind.Text
        ? new Activity { Type = ActivityTypes.Message, Text = message.Body, TextFormat = "plain" }
        : new Activity { Type = ActivityTypes.Message, Summary = message.Summary, Attachments = [AttachmentOf(message)] };

    private static Attachment AttachmentOf(OutboxMessage message) => message.Kind == OutboxKind.Attachment
        ? JsonSerializer.Deserialize<Attachment>(message.Body, ProtocolJson.Options) ?? throw new JsonException("No attachment.")
        : new Attachment { ContentType = Attachment.AdaptiveCardType, Content = JsonElement.Parse(message.Body) };
}
