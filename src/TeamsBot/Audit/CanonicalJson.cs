using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.Audit;

/// <summary>
/// One spelling for one value: members sorted ordinally by name, no white space, Japanese unescaped. Numbers keep the digits they were
/// written with. Two equal objects therefore hash alike whatever order their members were written in.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(object? value)
    {
        if (value is null) return "{}";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, JsonSerializer.SerializeToElement(value, value.GetType(), Options));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An object's JSON with one member more.</summary>
    public static string With(string json, string member, object value)
    {
        var whole = JsonNode.Parse(json)!.AsObject();
        whole[member] = JsonSerializer.SerializeToNode(value, value.GetType(), Options);
        return Of(whole);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
