using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Protocol.Schema;

/// <summary>
/// How everything of the wire is read and written: camelCase, absent instead of null, depth at most 64, Japanese unescaped.
/// </summary>
public static class ProtocolJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new CardConverter() },
            MaxDepth = 64,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ProtocolJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(CardActionResult))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(TaskResult))]
[JsonSerializable(typeof(TaskDialog))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(TeamsMember))]
[JsonSerializable(typeof(MembersPage))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;
