using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;

namespace TeamsBot.Commands;

/// <summary>One line of <c>check --jsonl</c>: a draft and what is known about it. Members that this program does not know are passed over.</summary>
internal sealed record CheckRow(string Id, string Text, string? Platform, DateTimeOffset? PlannedAt, CheckRow.MetaData? Meta)
{
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="JsonException">No object, a member missing, or of the wrong type.</exception>
    public static CheckRow Parse(string line)
    {
        var row = JsonSerializer.Deserialize<CheckRow>(line, Snake) ?? throw new JsonException("The line is null.");
        return row.Id is not null && row.Text is not null ? row : throw new JsonException("'id' and 'text' are required.");
    }

    /// <summary>The row's facts over those of the pack; with a profile, over those of that organisation.</summary>
    public CheckContext ContextOver(CheckContext basis, OrganisationProfile? profile)
    {
        var meta = Meta ?? new();
        var organisation = profile ?? basis.Organisation;
        return basis with
        {
            Now = meta.Now ?? basis.Now,
            PlannedAt = PlannedAt,
            Medium = Platform is null ? basis.Medium : CheckMedia.Find(Platform) ?? throw new JsonException($"'{Platform}' is not a known medium."),
            Organisation = meta.OwnDomains is { } domains ? organisation with { Domains = [.. organisation.Domains, .. domains] } : organisation,
            // A row that states an availability says that the information belongs to a class that needs its copy on the own site; which
            // labels those are is the pack's to say, but a profile of another organisation comes without a pack.
            Policy = profile is null ? basis.Policy : basis.Policy with { MirrorLabels = [.. basis.Policy.MirrorLabels.Union(["1", "2"], StringComparer.Ordinal)] },
            History = [.. (meta.History ?? []).Select(post => new HistoryPost(post.Text, post.PostedAt, post.Account is null or "same"))],
            HistoryKnown = meta.History is not null,
            Event = meta.Event is { } announced ? EventOf(announced) : null,
            Images = meta.Images,
            Availability = meta.Availability?.ToString(),
            Emergency = meta.Emergency,
            ScheduledEventDay = meta.ScheduledEventDay,
        };
    }

    private static EventInfo EventOf(EventData announced) => new(announced.Type switch
    {
        "application" => EventKind.Application,
        "opinion" => EventKind.Opinion,
        "no-application" or null => EventKind.NoApplication,
        _ => throw new JsonException($"'{announced.Type}' is not a kind of event."),
    })
    {
        Date = announced.Date, Deadline = announced.Deadline, Start = announced.Start, End = announced.End,
    };

    internal sealed record MetaData
    {
        public DateTimeOffset? Now { get; init; }

        /// <summary>The organisation of <c>--profiles</c> that posts.</summary>
        public string? Profile { get; init; }

        public IReadOnlyList<string>? OwnDomains { get; init; }

        public int? Images { get; init; }

        public EventData? Event { get; init; }

        /// <summary>Earlier posts; left out where nobody knows them.</summary>
        public IReadOnlyList<PostData>? History { get; init; }

        /// <summary>A label, written as a number or a text.</summary>
        public JsonValue? Availability { get; init; }

        public bool Emergency { get; init; }

        public bool ScheduledEventDay { get; init; }
    }

    internal sealed record EventData(string? Type, DateOnly? Date, DateOnly? Deadline, DateOnly? Start, DateOnly? End);

    internal sealed record PostData(string Text, DateTimeOffset PostedAt, string? Account);
}
