using System.Text.Json;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>
/// Operation 5, exactly as Teams behaves (protocol.md 2.4): a person's chat is always the same one; a channel gets a new thread; group
/// chats are refused.
/// </summary>
internal sealed class NewConversations(LocalTenant tenant, Deliveries deliveries)
{
    public ConnectorAnswer Create(JsonElement body)
    {
        if (StringAt(body, "tenantId") is not { } tenantId) return BadSyntax("tenantId is missing.");
        if (tenantId != tenant.Options.TenantId)
            return ConnectorAnswer.Error(403, "BotNotInConversationRoster", "The bot is not installed in this tenant.");
        var activity =
            body.TryGetProperty("activity", out var given) && given.ValueKind == JsonValueKind.Object ? given : (JsonElement?)null;
        if (activity is { } message && Deliveries.Refuse(message) is { } refusal) return refusal;
        return body.TryGetProperty("isGroup", out var isGroup) && isGroup.ValueKind == JsonValueKind.True
            ? Thread(body, activity)
            : Personal(body, activity);
    }

    private ConnectorAnswer Personal(JsonElement body, JsonElement? activity)
    {
        if (!body.TryGetProperty("members", out var members) || members.ValueKind != JsonValueKind.Array || members.GetArrayLength() != 1)
            return BadSyntax("Exactly one member is needed.");

        // Whether an Entra object id would do is not confirmed, so the bot may not rely on it here: only the 29: id counts.
        var userId = StringAt(members[0], "id");
        if (tenant.People.FirstOrDefault(person => person.UserId == userId) is not { } person)
            return BadSyntax("The member is not known to the bot.");
        var chat = tenant.ChatOf(person);
        if (activity is { } message) deliveries.Post(chat, threadId: null, message);
        return new(201, new { id = chat.Id });
    }

    private ConnectorAnswer Thread(JsonElement body, JsonElement? activity)
    {
        var channelId =
            body.TryGetProperty("channelData", out var data)
            && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("channel", out var channel)
            && channel.ValueKind == JsonValueKind.Object
                ? StringAt(channel, "id")
                : null;
        if (channelId is null) return BadSyntax("Bots cannot create group chats.");
        if (activity is not { } first) return BadSyntax("A new thread needs its first message.");
        if (tenant.FindChat(channelId) is not { Kind: ChatKind.Channel } chat)
            return ConnectorAnswer.Error(404, "ConversationNotFound", "No such channel.");
        var root = deliveries.Post(chat, threadId: null, first);
        return new(201, new { id = new ConversationId(chat.Id, root.Id).ToString(), activityId = root.Id });
    }

    private static ConnectorAnswer BadSyntax(string message) => ConnectorAnswer.Error(400, "BadSyntax", message);

    private static string? StringAt(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
