using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Newtonsoft.Json.Linq;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using Sdk = Microsoft.Bot.Schema;

namespace TeamsBot.Protocol.BotFramework;

#pragma warning disable RS0030 // Here, and nowhere else, something is sent: what the outbox stored before.

/// <summary>
/// The connector's operations in the SDK's own calls. What is said into a conversation is a proactive turn of the adapter, so that
/// middleware sees it as in any bot of the framework. Throws whatever the wire throws; <see cref="ConnectorClient"/> says what it means.
/// </summary>
internal sealed class ConnectorCalls(BotAdapter adapter, ConnectorFactory connectors)
{
    private const string BotPrefix = "28:";

    /// <summary>The message's id, or null where the service gave none.</summary>
    public Task<string?> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(to, null, activity, cancellationToken);

    public Task<string?> ReplyAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(to, activityId, activity, cancellationToken);

    public Task<string?> UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        InTurnAsync(to, async (turn, token) =>
        {
            var update = OutgoingActivity.Of(activity);
            update.Id = activityId;
            return (await turn.UpdateActivityAsync(update, token))?.Id;
        }, cancellationToken);

    public Task<string?> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        InTurnAsync(to, async (turn, token) =>
        {
            await turn.DeleteActivityAsync(activityId, token);
            return null;
        }, cancellationToken);

    public async Task<CreatedConversation?> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        using var client = await connectors.CreateAsync(serviceUrl, null, cancellationToken);
        var made = await client.Conversations.CreateConversationAsync(OutgoingActivity.Of(parameters), cancellationToken);
        return new CreatedConversation(made?.Id, made?.ActivityId, made?.ServiceUrl);
    }

    public async Task<MembersPage?> GetMembersAsync(
        ConversationReference of, string? continuationToken, int pageSize, CancellationToken cancellationToken)
    {
        using var client = await connectors.CreateAsync(of.ServiceUrl, null, cancellationToken);
        var page = await client.Conversations
            .GetConversationPagedMembersAsync(of.ConversationId, pageSize, continuationToken, cancellationToken);
        return page is null ? null : new MembersPage(page.Members?.Select(Member).ToList(), page.ContinuationToken);
    }

    public async Task<TeamsMember?> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken)
    {
        using var client = await connectors.CreateAsync(of.ServiceUrl, null, cancellationToken);
        // The operation stands in the SDK's class but was never put into its interface.
        var member = await ((Conversations)client.Conversations).GetConversationMemberAsync(userId, of.ConversationId, cancellationToken);
        return member is null ? null : Member(member);
    }

    private Task<string?> SendAsync(ConversationReference to, string? repliesTo, Activity activity, CancellationToken cancellationToken) =>
        InTurnAsync(to, async (turn, token) =>
        {
            // The SDK makes up an id for a proactive turn, and would send a reply to it.
            turn.Activity.Id = repliesTo;
            return (await turn.SendActivityAsync(OutgoingActivity.Of(activity), token)).Id;
        }, cancellationToken);

    /// <summary>Runs one proactive turn. A middleware that fails after the message went out does not make it unsent.</summary>
    /// <exception cref="HeldBackException">A middleware let nothing through.</exception>
    private async Task<string?> InTurnAsync(
        ConversationReference to, Func<ITurnContext, CancellationToken, Task<string?>> send, CancellationToken cancellationToken)
    {
        Task<string?>? sending = null;
        var place = new Sdk.ConversationReference
        {
            ServiceUrl = to.ServiceUrl,
            ChannelId = Inbound.InboundPolicy.Teams,
            Bot = new Sdk.ChannelAccount(to.BotId),
            Conversation = new Sdk.ConversationAccount(id: to.ConversationId, tenantId: to.TenantId),
        };
        var appId = to.BotId.StartsWith(BotPrefix, StringComparison.Ordinal) ? to.BotId[BotPrefix.Length..] : to.BotId;
        try
        {
            await adapter.ContinueConversationAsync(appId, place, async (turn, token) =>
            {
                using var permit = OutboxPermit.For(turn);
                await (sending = send(turn, token));
            }, cancellationToken);
        }
        catch (Exception failure) when (sending is null && failure is not OperationCanceledException)
        {
            throw new HeldBackException(failure);
        }
        catch when (sending is not null)
        {
            // What the send itself threw is thrown below; what a middleware threw after it changes nothing.
        }

        return await (sending ?? throw new HeldBackException(null));
    }

    private static TeamsMember Member(Sdk.ChannelAccount account)
    {
        return new TeamsMember(
            account.Id, account.Name, account.AadObjectId, Said("objectId"), Said("givenName"), Said("surname"), Said("email"),
            Said("userPrincipalName"), Said("tenantId"), Said("userRole"));

        string? Said(string name) => account.Properties[name] is { Type: JTokenType.String } said ? (string?)said : null;
    }
}

/// <summary>A middleware threw before the message was sent, or did not pass it on. Nothing was sent.</summary>
internal sealed class HeldBackException(Exception? inner) : Exception("A middleware held a message back.", inner);
