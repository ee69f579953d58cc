using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Serialization;

namespace TeamsBot.Graph;

/// <summary>
/// The members of the bot's groups by delta query: the first time all of them, later what has changed. A large group comes in several
/// parts.
/// </summary>
internal static class GroupDelta
{
    private const string GroupType = "#microsoft.graph.group";

    public static async Task<(IReadOnlyDictionary<string, GraphGroup> Groups, string? Link)> ReadAsync(
        GraphServiceClient client, IReadOnlyList<string> ids, GraphDirectory before, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // A group that was added to the settings is not in the old question.
        var isFurther = before.GroupsLink is not null && ids.All(before.Groups.ContainsKey);
        try
        {
            return await ReadAsync(client, ids, before, isFurther ? before.GroupsLink : null, now, cancellationToken);
        }
        catch (ODataError forgotten) when (isFurther && forgotten.ResponseStatusCode is 410 or 400)
        {
            return await ReadAsync(client, ids, before, null, now, cancellationToken);
        }
    }

    private static async Task<(IReadOnlyDictionary<string, GraphGroup> Groups, string? Link)> ReadAsync(
        GraphServiceClient client, IReadOnlyList<string> ids, GraphDirectory before, string? link, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var known = ids.ToDictionary(id => id, id => Group.Of(before.Groups.GetValueOrDefault(id), id, isAnew: link is null),
            StringComparer.OrdinalIgnoreCase);
        var delta = client.Groups.Delta;
        var page = link is null ? await delta.GetAsDeltaGetResponseAsync(request =>
        {
            request.QueryParameters.Select = ["id", "displayName", "members"];
            request.QueryParameters.Filter = string.Join(" or ", ids.Select(id => $"id eq '{id}'"));
        }, cancellationToken) : await delta.WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken);
        while (true)
        {
            foreach (var group in page?.Value ?? []) if (group.Id is { } id && known.TryGetValue(id, out var one)) one.Take(group);
            if (page?.OdataNextLink is not { } next) break;
            page = await delta.WithUrl(next).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken);
        }

        return (known.ToDictionary(pair => pair.Key, pair => pair.Value.Read(now), StringComparer.OrdinalIgnoreCase),
            page?.OdataDeltaLink ?? link);
    }

    /// <summary>One group while its parts come in.</summary>
    private sealed class Group(string id, GraphGroup? before, bool isAnew)
    {
        private readonly SortedSet<string> members = new(isAnew ? [] : before?.Members ?? [], StringComparer.OrdinalIgnoreCase);
        private string name = before?.Name ?? "";
        private bool isThere = !isAnew && before?.MissingSince is null;
        private bool hasGroups = !isAnew && before?.HasGroups == true;

        public static Group Of(GraphGroup? before, string id, bool isAnew) => new(id, before, isAnew);

        public void Take(Microsoft.Graph.Models.Group group)
        {
            isThere = !group.AdditionalData.ContainsKey("@removed");
            if (!isThere) return;
            name = group.DisplayName ?? name;
            if (!group.AdditionalData.TryGetValue("members@delta", out var changes) || changes is not UntypedArray all) return;
            foreach (var change in all.GetValue().OfType<UntypedObject>().Select(member => member.GetValue()))
            {
                if (!change.TryGetValue("id", out var value) || (value as UntypedString)?.GetValue() is not { } member) continue;
                if (change.TryGetValue("@odata.type", out var type) && (type as UntypedString)?.GetValue() == GroupType) hasGroups = true;
                else if (change.ContainsKey("@removed")) members.Remove(member);
                else members.Add(member.ToLowerInvariant());
            }
        }

        /// <summary>One that is gone keeps the members it had last.</summary>
        public GraphGroup Read(DateTimeOffset now) => isThere
            ? new(id, name, [.. members], null, hasGroups)
            : new(id, name, before?.Members ?? [], before?.MissingSince ?? now, before?.HasGroups ?? false);
    }
}
