using System.Text.Json;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Reads members of foreign JSON. A member of an unexpected kind counts as absent: the service adds and changes fields without notice, and
/// only the few that matter are insisted on (protocol.md 3.1).
/// </summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? Flag(this JsonElement parent, ReadOnlySpan<byte> name) => parent.Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static DateTimeOffset? Time(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var time) ? time : null;

    public static JsonElement? Object(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static JsonElement.ArrayEnumerator Array(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : default;

    public static JsonElement? Member(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
