using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.LocalTeams.Bot;

/// <summary>Writes activities as Teams sends them (protocol.md 3 and appendix A). Their approved files stand beside the tests.</summary>
internal sealed class ActivityComposer(IOptions<LocalTeamsOptions> options, LocalTenant tenant, LocalAddresses addresses, TimeProvider time)
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <param name="text">As typed. Every <c>@</c> with the bot's name becomes a mention; the rest is HTML-encoded, as Teams does.</param>
    /// <param name="files">Attachments as <see cref="Files.FileAttachments"/> writes them.</param>
    public JsonObject Message(Persona from, Chat chat, string id, string? threadId, string text, IEnumerable<JsonObject>? files = null)
    {
        var activity = Envelope("message", id, from, chat, threadId);
        activity["textFormat"] = "plain";
        activity["text"] = WithMentions(text, mention => mention);
        var named = WithMentions(text, _ => $"<span>{WebUtility.HtmlEncode(options.Value.BotName)}</span>");
        var html = new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"<p>{named.Replace("\n", "<br>", StringComparison.Ordinal)}</p>",
        };
        activity["attachments"] = new JsonArray([.. files ?? [], html]);
        var entities = new JsonArray();
        if (Mentions(text)) entities.Add(new JsonObject { ["type"] = "mention", ["text"] = Mention, ["mentioned"] = Bot() });
        entities.Add(
            new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = from.Locale,
                ["country"] = "JP",
                ["platform"] = "Web",
                ["timezone"] = "Asia/Tokyo",
            }
        );
        activity["entities"] = entities;
        activity["locale"] = from.Locale;
        return activity;
    }

    /// <summary>A message its author changed: the whole new message under the same id (protocol.md 3.4).</summary>
    public JsonObject Edit(Persona from, Chat chat, string id, string? threadId, string text)
    {
        var activity = Message(from, chat, id, threadId, text);
        activity["type"] = "messageUpdate";
        activity["channelData"]!["eventType"] = "editMessage";
        return activity;
    }

    /// <summary>A message its author deleted: only its id (protocol.md 3.4).</summary>
    public JsonObject Delete(Persona from, Chat chat, string id, string? threadId)
    {
        var activity = Envelope("messageDelete", id, from, chat, threadId);
        activity["channelData"]!["eventType"] = "softDeleteMessage";
        return activity;
    }

    /// <summary>A press of Action.Execute, or a refresh (protocol.md 4.2). Without a trigger it is what some clients send.</summary>
    public JsonObject CardInvoke(Persona from, Chat chat, ChatMessage card, JsonObject action, string? trigger)
    {
        var activity = Envelope("invoke", EventId(), from, chat, card.ThreadId);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card.Id;
        var value = new JsonObject { ["action"] = action };
        if (trigger is not null) value["trigger"] = trigger;
        activity["value"] = value;
        activity["locale"] = from.Locale;
        return activity;
    }

    /// <summary>
    /// A press of Action.Submit: a message without text whose value is the button's data with the inputs (protocol.md 3.3).
    /// </summary>
    public JsonObject CardSubmit(Persona from, Chat chat, ChatMessage card, string id, JsonNode data)
    {
        var activity = Envelope("message", id, from, chat, card.ThreadId);
        activity["replyToId"] = card.Id;
        activity["value"] = data;
        activity["locale"] = from.Locale;
        return activity;
    }

    /// <summary>The answer to an offered file (protocol.md 5.5).</summary>
    public JsonObject FileConsent(Persona from, Chat chat, ChatMessage offer, JsonObject value)
    {
        var activity = Envelope("invoke", EventId(), from, chat, offer.ThreadId);
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = offer.Id;
        activity["value"] = value;
        activity["locale"] = from.Locale;
        return activity;
    }

    /// <summary>The bot is installed for a person, or taken away. Such events carry no locale (protocol.md 3.9).</summary>
    public JsonObject Installation(Persona from, Chat chat, string action)
    {
        var activity = Envelope("installationUpdate", EventId(), from, chat, threadId: null);
        activity["action"] = action;
        if (chat.Kind == ChatKind.Channel)
            activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = chat.Id } };
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary>The bot itself joined the conversation.</summary>
    public JsonObject BotAdded(Persona from, Chat chat)
    {
        var activity = Envelope("conversationUpdate", EventId(), from, chat, threadId: null);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotAccountId });
        if (chat.Kind == ChatKind.Channel) activity["channelData"]!["eventType"] = "teamMemberAdded";
        return activity;
    }

    /// <summary>Whether the text names the bot: without that a channel message stays among people (protocol.md 3.3).</summary>
    public bool Mentions(string text) => text.Contains(Typed, StringComparison.Ordinal);

    private string BotAccountId => "28:" + options.Value.BotId;

    private string Typed => "@" + options.Value.BotName;

    private string Mention => $"<at>{options.Value.BotName}</at>";

    private static string EventId() => $"f:{Guid.NewGuid()}";

    private string WithMentions(string text, Func<string, string> show) =>
        string.Join(show(Mention), text.ReplaceLineEndings("\n").Split(Typed).Select(EncodeForTeams));

    /// <summary>Only what would be markup: Japanese stays readable.</summary>
    private static string EncodeForTeams(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private JsonObject Bot() => new() { ["id"] = BotAccountId, ["name"] = options.Value.BotName };

    private JsonObject Envelope(string type, string id, Persona from, Chat chat, string? threadId)
    {
        var now = time.GetUtcNow();
        return new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["localTimestamp"] = now.ToOffset(Japan).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Asia/Tokyo",
            ["serviceUrl"] = addresses.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = from.UserId, ["name"] = from.Name, ["aadObjectId"] = from.ObjectId },
            ["recipient"] = Bot(),
            ["conversation"] = Conversation(chat, threadId),
            ["channelData"] = ChannelData(chat),
        };
    }

    private JsonObject Conversation(Chat chat, string? threadId)
    {
        var conversation = new JsonObject();
        if (chat.Kind == ChatKind.Channel) conversation["isGroup"] = true;
        conversation["conversationType"] = chat.Kind == ChatKind.Channel ? "channel" : "personal";
        conversation["tenantId"] = options.Value.TenantId;
        conversation["id"] = new ConversationId(chat.Id, threadId).ToString();
        return conversation;
    }

    private JsonObject ChannelData(Chat chat)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = options.Value.TenantId } };
        if (chat.Kind != ChatKind.Channel) return data;
        data["team"] = new JsonObject
        {
            ["id"] = tenant.TeamId,
            ["name"] = options.Value.TeamName,
            ["aadGroupId"] = LocalTenant.TeamGroupId,
        };
        data["channel"] = new JsonObject { ["id"] = chat.Id };
        return data;
    }
}
