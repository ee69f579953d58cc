using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
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
    private static readonly byte[][] AccountMembers = JsonTokens.Names("id", "name", "aadObjectId", "role");
    private static readonly byte[][] ConversationMembers =
        JsonTokens.Names("id", "name", "aadObjectId", "role", "isGroup", "conversationType", "tenantId");

    private static readonly byte[][] AttachmentMembers = JsonTokens.Names("contentType", "contentUrl", "content", "name", "thumbnailUrl");
    private static readonly byte[][] EntityMembers = JsonTokens.Names("type");
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    /// <summary>Members with a property of their own in the SDK, besides those that our own record names too.</summary>
    private static readonly string[] SdkMembers =
    [
        "localTimestamp", "topicName", "attachmentLayout", "inputHint", "importance", "valueType", "label", "reactionsAdded",
        "reactionsRemoved", "callerId",
    ];

    public static Sdk.Activity Of(Activity activity)
    {
        var json = activity.Json;
        var received = new Sdk.Activity
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
        };
        foreach (var (name, value) in activity.Extra ?? Nothing)
        {
            if (!SdkMembers.Contains(name)) received.Properties[name] = JsonTokens.Of(value);
        }

        return received;
    }

    /// <summary>
    /// Reads an activity that another adapter made, for example the SDK's <c>TestAdapter</c>, as if it had come over the wire.
    /// </summary>
    /// <exception cref="ArgumentException">It lacks what every activity of a channel has.</exception>
    public static Activity Read(Sdk.Activity activity) =>
        ActivityParser.Parse(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity, WireJson.Whole)))
        ?? throw new ArgumentException("An activity has a type, a service URL and a conversation.", nameof(activity));

    private static Sdk.ChannelAccount? Account(JsonElement? json)
    {
        if (json is not { } account || account.Text("id"u8) is not { Length: > 0 } id) return null;
        var read = new Sdk.ChannelAccount(id, account.Text("name"u8), account.Text("role"u8), account.Text("aadObjectId"u8));
        JsonTokens.AddRest(read.Properties, account, AccountMembers);
        return read;
    }

    private static Sdk.ConversationAccount? Conversation(JsonElement? json)
    {
        if (json is not { } place) return null;
        var read = new Sdk.ConversationAccount(
            place.Flag("isGroup"u8), place.Text("conversationType"u8), place.Text("id"u8), place.Text("name"u8),
            place.Text("aadObjectId"u8), place.Text("role"u8), place.Text("tenantId"u8));
        JsonTokens.AddRest(read.Properties, place, ConversationMembers);
        return read;
    }

    private static Sdk.Attachment? Attachment(JsonElement json)
    {
        if (json.Text("contentType"u8) is not { Length: > 0 } type) return null;
        var read = new Sdk.Attachment(
            type, json.Text("contentUrl"u8), JsonTokens.Of(json.Member("content"u8)), json.Text("name"u8), json.Text("thumbnailUrl"u8));
        JsonTokens.AddRest(read.Properties, json, AttachmentMembers);
        return read;
    }

    private static Sdk.Entity? Entity(JsonElement json)
    {
        if (json.Text("type"u8) is not { Length: > 0 } type) return null;
        var read = new Sdk.Entity(type);
        JsonTokens.AddRest(read.Properties, json, EntityMembers);
        return read;
    }

    private static Sdk.MessageReaction? Reaction(JsonElement json) =>
        json.Text("type"u8) is { } type ? new Sdk.MessageReaction(type) : null;

    private static List<T>? List<T>(JsonElement.ArrayEnumerator entries, Func<JsonElement, T?> read)
        where T : class
    {
        var list = entries.Select(read).OfType<T>().ToList();
        return list.Count > 0 ? list : null;
    }
}
