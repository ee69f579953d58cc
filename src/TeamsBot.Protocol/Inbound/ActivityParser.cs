using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Unicode;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Reads the body of a request as an activity. Insists on what a turn cannot do without (an object; type, conversation.id and serviceUrl as
/// non-empty text; depth at most 64) and takes everything else as it comes: what has an unexpected kind counts as absent.
/// </summary>
internal static class ActivityParser
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "type",
        "id",
        "timestamp",
        "localTimezone",
        "serviceUrl",
        "channelId",
        "from",
        "recipient",
        "conversation",
        "replyToId",
        "locale",
        "text",
        "textFormat",
        "summary",
        "name",
        "action",
        "deliveryMode",
        "value",
        "attachments",
        "entities",
        "membersAdded",
        "membersRemoved",
        "channelData"
    );

    /// <summary>The activity, or null where the body is none.</summary>
    /// <param name="body">UTF-8, with or without a byte order mark. Halved emoji in it are repaired in place.</param>
    public static Activity? Parse(Span<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        if (!Utf8.IsValid(body)) return null;
        LoneSurrogates.Replace(body);
        try
        {
            return Read(JsonElement.Parse(body, Limits));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Activity? Read(JsonElement json)
    {
        if (json.Text("type"u8) is not { Length: > 0 } type) return null;
        if (json.Text("serviceUrl"u8) is not { Length: > 0 } serviceUrl) return null;
        if (json.Object("conversation"u8) is not { } conversation || conversation.Text("id"u8) is not { Length: > 0 } conversationId)
            return null;

        return new Activity
        {
            Type = type,
            Id = json.Text("id"u8),
            Timestamp = json.Time("timestamp"u8),
            LocalTimezone = json.Text("localTimezone"u8),
            ServiceUrl = serviceUrl,
            ChannelId = json.Text("channelId"u8),
            From = Account(json.Object("from"u8)),
            Recipient = Account(json.Object("recipient"u8)),
            Conversation = new ConversationAccount
            {
                Id = conversationId,
                ConversationType = conversation.Text("conversationType"u8),
                TenantId = conversation.Text("tenantId"u8),
                IsGroup = conversation.Flag("isGroup"u8),
                Name = conversation.Text("name"u8),
            },
            ReplyToId = json.Text("replyToId"u8),
            Locale = json.Text("locale"u8),
            Text = json.Text("text"u8),
            TextFormat = json.Text("textFormat"u8),
            Summary = json.Text("summary"u8),
            Name = json.Text("name"u8),
            Action = json.Text("action"u8),
            DeliveryMode = json.Text("deliveryMode"u8),
            Value = json.Member("value"u8),
            Attachments = List(json.Array("attachments"u8), Attached),
            Entities = List(json.Array("entities"u8), Entity),
            MembersAdded = List(json.Array("membersAdded"u8), member => Account(member)),
            MembersRemoved = List(json.Array("membersRemoved"u8), member => Account(member)),
            ChannelData = json.Object("channelData"u8) is { } channelData ? ReadChannelData(channelData) : null,
            Extra = Rest(json, Known),
            Json = json,
        };
    }

    private static ChannelAccount? Account(JsonElement? json) => json is { } account && account.Text("id"u8) is { Length: > 0 } id
        ? new ChannelAccount { Id = id, Name = account.Text("name"u8), AadObjectId = account.Text("aadObjectId"u8) }
        : null;

    private static Attachment? Attached(JsonElement json) => json.Text("contentType"u8) is { Length: > 0 } type
        ? new Attachment
        {
            ContentType = type,
            ContentUrl = json.Text("contentUrl"u8),
            Name = json.Text("name"u8),
            Content = json.Member("content"u8),
        }
        : null;

    private static Entity? Entity(JsonElement json) => json.Text("type"u8) is { Length: > 0 } type
        ? new Entity
        {
            Type = type,
            Text = json.Text("text"u8),
            Mentioned = Account(json.Object("mentioned"u8)),
            Locale = json.Text("locale"u8),
            Platform = json.Text("platform"u8),
            Timezone = json.Text("timezone"u8),
        }
        : null;

    private static ChannelData ReadChannelData(JsonElement json) => new()
    {
        Tenant = json.Object("tenant"u8) is { } tenant ? new TenantInfo(tenant.Text("id"u8)) : null,
        Team = json.Object("team"u8) is { } team ? new TeamInfo(team.Text("id"u8), team.Text("name"u8), team.Text("aadGroupId"u8)) : null,
        Channel = json.Object("channel"u8) is { } channel ? new ChannelInfo(channel.Text("id"u8), channel.Text("name"u8)) : null,
        EventType = json.Text("eventType"u8),
        Extra = Rest(json, ChannelDataKnown),
    };

    private static readonly FrozenSet<string> ChannelDataKnown = FrozenSet.Create(
        StringComparer.Ordinal,
        "tenant",
        "team",
        "channel",
        "eventType"
    );

    private static List<T>? List<T>(JsonElement.ArrayEnumerator entries, Func<JsonElement, T?> read)
        where T : class
    {
        List<T>? list = null;
        foreach (var entry in entries)
        {
            if (read(entry) is { } value) (list ??= []).Add(value);
        }

        return list;
    }

    private static Dictionary<string, JsonElement>? Rest(JsonElement json, FrozenSet<string> known)
    {
        Dictionary<string, JsonElement>? rest = null;
        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name)) (rest ??= new(StringComparer.Ordinal))[member.Name] = member.Value;
        }

        return rest;
    }
}
