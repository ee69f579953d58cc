using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using Sdk = Microsoft.Bot.Schema;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// Puts what our reader read into the SDK's class, which adapter, middleware and bot see. As tolerant as the reader: a member of an
/// unexpected kind is absent there too. Values, channel data and contents are tokens, as in the SDK's own reading.
/// </summary>
internal static class ReceivedActivity
{
    private static readonly string[] AccountMembers = ["id", "name", "aadObjectId", "role"];
    private static readonly string[] ConversationMembers = ["id", "name", "aadObjectId", "role", "isGroup", "conversationType", "tenantId"];
    private static readonly string[] AttachmentMembers = ["contentType", "contentUrl", "content", "name", "thumbnailUrl"];

    /// <summary>Members with a property of their own in the SDK, besides those that our own record names too.</summary>
    private static readonly string[] SdkMembers =
    [
        "localTimestamp", "topicName", "attachmentLayout", "inputHint", "importance", "valueType", "label", "reactionsAdded",
        "reactionsRemoved", "callerId",
    ];

    public static Sdk.Activity Of(Activity activity)
    {
        var json = activity.Json;
        return new Sdk.Activity
        {
            Type = activity.Type,
            Id = activity.Id,
            Timestamp = activity.Timestamp,
            LocalTimestamp = json.Time("localTimestamp"u8),
            LocalTimezone = activity.LocalTimezone,
            ServiceUrl = activity.ServiceUrl,
            ChannelId = activity.ChannelId,
            From = Account(json.Object("from"u8)),
            Recipient = Account(json.Object("recipient"u8)),
            Conversation = Conversation(json.Object("conversation"u8)),
            TopicName = json.Text("topicName"u8),
            ReplyToId = activity.ReplyToId,
            Locale = activity.Locale,
            Text = activity.Text,
            TextFormat = activity.TextFormat,
            Summary = activity.Summary,
            AttachmentLayout = json.Text("attachmentLayout"u8),
            InputHint = json.Text("inputHint"u8),
            Importance = json.Text("importance"u8),
            Name = activity.Name,
            Action = activity.Action,
            Label = json.Text("label"u8),
            ValueType = json.Text("valueType"u8),
            Value = JsonTokens.Of(activity.Value),
            DeliveryMode = activity.DeliveryMode,
            Attachments = List(json.Array("attachments"u8), Attachment),
            Entities = List(json.Array("entities"u8), Entity),
            MembersAdded = List(json.Array("membersAdded"u8), member => Account(member)),
            MembersRemoved = List(json.Array("membersRemoved"u8), member => Account(member)),
            ReactionsAdded = List(json.Array("reactionsAdded"u8), Reaction),
            ReactionsRemoved = List(json.Array("reactionsRemoved"u8), Reaction),
            ChannelData = JsonTokens.Of(json.Member("channelData"u8)),
            Properties = Rest(activity.Extra),
        };
    }

    /// <summary>
    /// Reads an activity that another adapter made, for example the SDK's <c>TestAdapter</c>, as if it had come over the wire.
    /// </summary>
    /// <exception cref="ArgumentException">It lacks what every activity of a channel has.</exception>
    public static Activity Read(Sdk.Activity activity) =>
        ActivityParser.Parse(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity, WireJson.Whole)))
        ?? throw new ArgumentException("An activity has a type, a service URL and a conversation.", nameof(activity));

    private static Sdk.ChannelAccount? Account(JsonElement? json) => json is { } account && account.Text("id"u8) is { Length: > 0 } id
        ? new Sdk.ChannelAccount(id, account.Text("name"u8), account.Text("role"u8), account.Text("aadObjectId"u8))
        {
            Properties = JsonTokens.Rest(account, AccountMembers),
        }
        : null;

    private static Sdk.ConversationAccount? Conversation(JsonElement? json) => json is { } place
        ? new Sdk.ConversationAccount(
            place.Flag("isGroup"u8), place.Text("conversationType"u8), place.Text("id"u8), place.Text("name"u8),
            place.Text("aadObjectId"u8), place.Text("role"u8), place.Text("tenantId"u8))
        {
            Properties = JsonTokens.Rest(place, ConversationMembers),
        }
        : null;

    private static Sdk.Attachment? Attachment(JsonElement json) => json.Text("contentType"u8) is { Length: > 0 } type
        ? new Sdk.Attachment(type, json.Text("contentUrl"u8), JsonTokens.Of(json.Member("content"u8)), json.Text("name"u8))
        {
            ThumbnailUrl = json.Text("thumbnailUrl"u8),
            Properties = JsonTokens.Rest(json, AttachmentMembers),
        }
        : null;

    private static Sdk.Entity? Entity(JsonElement json) => json.Text("type"u8) is { Length: > 0 } type
        ? new Sdk.Entity(type) { Properties = JsonTokens.Rest(json, "type") }
        : null;

    private static Sdk.MessageReaction? Reaction(JsonElement json) =>
        json.Text("type"u8) is { } type ? new Sdk.MessageReaction(type) : null;

    private static JObject Rest(IDictionary<string, JsonElement>? extra)
    {
        var rest = new JObject();
        foreach (var (name, value) in extra ?? new Dictionary<string, JsonElement>())
        {
            if (!SdkMembers.Contains(name)) rest[name] = JsonTokens.Of(value);
        }

        return rest;
    }

    private static List<T>? List<T>(JsonElement.ArrayEnumerator entries, Func<JsonElement, T?> read)
        where T : class
    {
        var list = entries.Select(read).OfType<T>().ToList();
        return list.Count > 0 ? list : null;
    }
}
