using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.LocalTeams;

/// <summary>
/// How this library writes JSON. It deliberately builds the wire's shapes itself instead of borrowing the bot's records: a field the bot
/// misnames must not be misnamed by its counterpart too.
/// </summary>
internal static class LocalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };
}
