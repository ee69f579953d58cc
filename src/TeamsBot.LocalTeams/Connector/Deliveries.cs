using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>Operations 1 to 4: what becomes of a message the bot sends, changes or takes back (protocol.md 2.3).</summary>
internal sealed class Deliveries(LocalTenant tenant)
{
    /// <summary>Teams counts a message as UTF-16 (protocol.md 3.10).</summary>
    private const int MaxBytes = 100 * 1024;

    private static readonly ConnectorAnswer NoConversation = ConnectorAnswer.Error(404, "ConversationNotFound", "No such conversation.");
    private static readonly ConnectorAnswer NoActivity = ConnectorAnswer.Error(
        404,
        "ActivityNotFoundInConversation",
        "No such activity in the conversation."
    );

    /// <param name="replyTo">Operation 2: the answered message, whose thread a channel message joins.</param>
    public ConnectorAnswer Send(string conversationId, string? replyTo, JsonElement activity)
    {
        var (chatId, threadId) = ConversationId.Parse(conversationId);
        if (tenant.FindChat(chatId) is not { } chat) return NoConversation;
        if (threadId is not null && chat.Find(threadId) is null) return NoConversation;
        if (replyTo is not null && threadId is null) threadId = chat.Find(replyTo)?.ThreadId;
        if (TypeOf(activity) == "typing")
        {
            tenant.Feed.Publish(new ChatEvent.BotTyping(chatId, threadId));
            return new(201, new { });
        }

        if (Refuse(activity) is { } refusal) return refusal;
        if (!IsSplit(activity)) return new(201, new { id = Post(chat, threadId, activity).Id });
        foreach (var part in Split(activity)) Post(chat, threadId, part);
        return new(201, new { });
    }

    public ConnectorAnswer Update(string conversationId, string activityId, JsonElement activity)
    {
        if (tenant.FindChat(ConversationId.Parse(conversationId).ChatId) is not { } chat) return NoConversation;
        if (chat.Find(activityId) is not { IsDeleted: false } before) return NoActivity;
        if (!before.IsFromBot) return ConnectorAnswer.Error(400, "BadSyntax", "Only the bot's own messages can be updated.");
        if (Refuse(activity) is { } refusal) return refusal;
        if (IsSplit(activity))
            return ConnectorAnswer.Error(400, "BadSyntax", "An update cannot become multiple activities: text and attachment.");
        tenant.Rewrite(chat, activityId, activity);
        return new(200, new { id = activityId });
    }

    public ConnectorAnswer Delete(string conversationId, string activityId)
    {
        if (tenant.FindChat(ConversationId.Parse(conversationId).ChatId) is not { } chat) return NoConversation;
        if (chat.Find(activityId) is not { IsDeleted: false } before) return NoActivity;
        if (!before.IsFromBot) return ConnectorAnswer.Error(400, "BadSyntax", "Only the bot's own messages can be deleted.");
        tenant.Change(chat, activityId, message => message with { IsDeleted = true });
        return new(200);
    }

    public ChatMessage Post(Chat chat, string? threadId, JsonElement activity) =>
        tenant.Post(chat, threadId, sender: null, (_, _) => activity);

    /// <summary>Why Teams would not take this message, or null.</summary>
    public static ConnectorAnswer? Refuse(JsonElement activity)
    {
        if (activity.GetRawText().Length * sizeof(char) > MaxBytes)
            return ConnectorAnswer.Error(413, "MessageSizeTooBig", "Message size too large.");
        if (TypeOf(activity) != "message") return ConnectorAnswer.Error(400, "Bad Argument", "Unknown activity type.");
        if (TextOf(activity).Length == 0 && !HasAttachments(activity))
            return ConnectorAnswer.Error(400, "BadSyntax", "Neither text nor attachments.");
        if (Items(activity, "attachments").Any(attachment => !attachment.TryGetProperty("contentType", out _)))
            return ConnectorAnswer.Error(400, "BadSyntax", "An attachment needs a contentType.");

        // A mention whose words do not stand in the text is refused by Teams (protocol.md 3.3).
        return Items(activity, "entities")
            .Where(entity => TypeOf(entity) == "mention")
            .All(mention => TextOf(mention) is { Length: > 0 } words && TextOf(activity).Contains(words, StringComparison.Ordinal))
            ? null
            : ConnectorAnswer.Error(400, "BadSyntax", "A mention's text is not in the message.");
    }

    private static bool IsSplit(JsonElement activity) => TextOf(activity).Length > 0 && HasAttachments(activity);

    /// <summary>Text and attachments in one activity become several messages, and no usable id comes back (protocol.md 2.3).</summary>
    private static IEnumerable<JsonElement> Split(JsonElement activity)
    {
        var text = JsonObject.Create(activity)!;
        text.Remove("attachments");
        yield return JsonSerializer.SerializeToElement(text, LocalJson.Options);
        var cards = JsonObject.Create(activity)!;
        cards.Remove("text");
        cards.Remove("entities");
        yield return JsonSerializer.SerializeToElement(cards, LocalJson.Options);
    }

    private static bool HasAttachments(JsonElement activity) => Items(activity, "attachments").Any();

    private static IEnumerable<JsonElement> Items(JsonElement activity, string name) =>
        activity.TryGetProperty(name, out var all) && all.ValueKind == JsonValueKind.Array
            ? all.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string TypeOf(JsonElement element) => StringOf(element, "type");

    private static string TextOf(JsonElement element) => StringOf(element, "text");

    private static string StringOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
