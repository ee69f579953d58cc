using System.Globalization;
using System.Text.Json;
using TeamsBot.Checks.Context;

namespace TeamsBot.Checks.Rows;

/// <summary>One row: the draft, and the pack's context completed by what the row says about it.</summary>
internal sealed record Row(string? Id, string Text, CheckContext Context);

/// <summary>Reads <c>{id, platform, text, planned_at, meta}</c>; only <c>text</c> is required. Unknown members are ignored.</summary>
internal static class RowReader
{
    public static Row Read(JsonElement row, IReadOnlyDictionary<string, RowProfile> organisations, CheckContext pack)
    {
        var meta = row.TryGetProperty("meta", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var context = pack with
        {
            Medium = MediumOf(String(row, "platform")) ?? pack.Medium,
            Now = Instant(meta, "now") ?? pack.Now,
            PlannedAt = Instant(row, "planned_at"),
            Event = meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("event", out var planned) ? EventOf(planned) : null,
            History = HistoryOf(meta),
            HistoryKnown = meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("history", out _),
            Images = Int(meta, "images"),
            Availability = Scalar(meta, "availability"),
            Emergency = Bool(meta, "emergency"),
            ScheduledEventDay = Bool(meta, "scheduled_event_day"),
        };
        if (String(meta, "profile") is { } name && organisations.TryGetValue(name, out var profile))
        {
            context = context with { Organisation = profile.Organisation, OpeningDays = profile.OpeningDays };
        }

        var domains = Strings(meta, "own_domains");
        if (domains.Count > 0)
            context = context with { Organisation = context.Organisation with { Domains = [.. context.Organisation.Domains, .. domains] } };
        return new Row(Scalar(row, "id"), row.GetProperty("text").GetString() ?? "", context);
    }

    private static EventInfo? EventOf(JsonElement planned)
    {
        if (planned.ValueKind != JsonValueKind.Object) return null;
        var kind = String(planned, "type") switch
        {
            "application" => EventKind.Application,
            "opinion" => EventKind.Opinion,
            _ => EventKind.NoApplication,
        };
        return new EventInfo(kind)
        {
            Date = Day(planned, "date"),
            Deadline = Day(planned, "deadline"),
            Start = Day(planned, "start"),
            End = Day(planned, "end"),
        };
    }

    private static IReadOnlyList<HistoryPost> HistoryOf(JsonElement meta) =>
        meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty("history", out var history)
        && history.ValueKind == JsonValueKind.Array
            ?
            [
                .. history
                    .EnumerateArray()
                    .Select(post => new HistoryPost(
                        String(post, "text") ?? "",
                        Instant(post, "posted_at") ?? default,
                        String(post, "account") is null or "same"
                    )),
            ]
            : [];

    private static Medium? MediumOf(string? platform) => platform?.ToUpperInvariant() switch
    {
        null => null,
        "X" or "TWITTER" => Medium.X,
        "FACEBOOK" => Medium.Facebook,
        "INSTAGRAM" => Medium.Instagram,
        "LINE" => Medium.Line,
        "YOUTUBE" => Medium.YouTube,
        "WEBSITE" or "WEB" => Medium.Website,
        _ => Medium.Other,
    };

    internal static string? String(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    internal static IReadOnlyList<string> Strings(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static string? Scalar(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object
        && at.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private static int? Int(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    private static bool Bool(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static DateTimeOffset? Instant(JsonElement at, string name) =>
        String(at, name) is { } written
            ? DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    private static DateOnly? Day(JsonElement at, string name) =>
        String(at, name) is { } written ? DateOnly.Parse(written[..Math.Min(10, written.Length)], CultureInfo.InvariantCulture) : null;
}
