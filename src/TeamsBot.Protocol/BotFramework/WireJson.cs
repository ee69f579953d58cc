using System.Reflection;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// How the SDK's types are written and read. The contracts are worked out once for the process: a resolver of its own in each client is
/// what makes the SDK's clients dear.
/// </summary>
internal static class WireJson
{
    /// <summary>Everything an activity holds.</summary>
    public static JsonSerializerSettings Whole { get; } = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        ContractResolver = new DefaultContractResolver(),
    };

    /// <summary>What goes out: only what was said, without the address that the path names already (protocol.md 2.3).</summary>
    public static IContractResolver Outgoing { get; } = new OutgoingContracts();

    /// <summary>What comes back.</summary>
    public static IContractResolver Answers { get; } = new DefaultContractResolver();

    /// <summary>An id of another kind than text is none; the serializer would turn a number into one.</summary>
    public static JsonConverter OnlyText { get; } = new TextConverter();

    private sealed class OutgoingContracts : DefaultContractResolver
    {
        private static readonly string[] Address = ["id", "serviceUrl", "channelId", "from", "recipient", "conversation", "replyToId"];

        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (property.DeclaringType == typeof(Activity) && Address.Contains(property.PropertyName)) property.Ignored = true;

            // The SDK looks through each content for memory streams, which ours never holds.
            if (property.DeclaringType == typeof(Attachment) && property.PropertyName == "content") property.Converter = null;
            return property;
        }
    }

    private sealed class TextConverter : JsonConverter<string>
    {
        public override bool CanWrite => false;

        public override string? ReadJson(
            JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, JsonSerializer serializer)
        {
            if (reader.TokenType == JsonToken.String) return (string?)reader.Value;
            reader.Skip();
            return null;
        }

        public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
