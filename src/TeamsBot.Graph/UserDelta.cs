using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace TeamsBot.Graph;

/// <summary>
/// The users that are members of the groups, and those above them. The delta query only says who has changed: what they are now is read
/// anew, because a field that was cleared and one that is not mentioned look the same in its answers. It begins at "from now on", so that
/// nothing about the rest of the tenant is asked for, and before the users are read, so that no change falls in between.
/// </summary>
internal static class UserDelta
{
    private static readonly string[] Fields = ["id", "displayName", "department", "jobTitle", "accountEnabled"];

    /// <summary>What Graph takes in one <c>in</c> filter.</summary>
    private const int AtOnce = 15;

    /// <summary>Managers of managers; a municipality has some five ranks.</summary>
    private const int MaxRanks = 10;

    public static async Task<(IReadOnlyDictionary<string, GraphUser> Users, string? Link)> ReadAsync(
        GraphServiceClient client, Uri baseUrl, IReadOnlyDictionary<string, GraphGroup> groups, GraphDirectory before,
        CancellationToken cancellationToken)
    {
        var users = new Dictionary<string, GraphUser>(before.Users, StringComparer.OrdinalIgnoreCase);
        string? link = null;
        if (before.UsersLink is { } last)
        {
            try
            {
                var (changed, next) = await ChangesAsync(client, last, cancellationToken);
                foreach (var id in changed) users.Remove(id);
                link = next;
            }
            catch (ODataError forgotten) when (forgotten.ResponseStatusCode is 410 or 400)
            {
                // Read from the beginning below.
            }
        }

        if (link is null)
        {
            users.Clear();
            link = (await ChangesAsync(client,
                $"{baseUrl.ToString().TrimEnd('/')}/users/delta?$select={string.Join(',', Fields)},manager&$deltatoken=latest",
                cancellationToken)).Link;
        }

        return (await CompletedAsync(client, groups, users, cancellationToken), link);
    }

    /// <summary>Who was changed or removed, and where to ask next time.</summary>
    private static async Task<(HashSet<string> Ids, string? Link)> ChangesAsync(
        GraphServiceClient client, string link, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var page = await client.Users.Delta.WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken);
        while (true)
        {
            foreach (var user in page?.Value ?? []) if (user.Id is { } id) ids.Add(id);
            if (page?.OdataNextLink is not { } next) return (ids, page?.OdataDeltaLink);
            page = await client.Users.Delta.WithUrl(next).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Reads whom the groups or their people's managers name and who is not there, rank by rank; leaves out whom nobody names any more.
    /// </summary>
    private static async Task<IReadOnlyDictionary<string, GraphUser>> CompletedAsync(
        GraphServiceClient client, IReadOnlyDictionary<string, GraphGroup> groups, Dictionary<string, GraphUser> known,
        CancellationToken cancellationToken)
    {
        var named = new SortedDictionary<string, GraphUser>(StringComparer.OrdinalIgnoreCase);
        var asked = groups.Values.SelectMany(group => group.Members).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var rank = 0; rank < MaxRanks && asked.Count > 0; rank++)
        {
            foreach (var user in await UsersAsync(client, [.. asked.Where(id => !known.ContainsKey(id))],
                cancellationToken)) known[user.Id] = user;
            foreach (var id in asked) if (known.TryGetValue(id, out var user)) named[id] = user;
            asked = asked.Select(id => named.GetValueOrDefault(id)?.ManagerId).OfType<string>().Where(id => !named.ContainsKey(id))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
        }

        return named;
    }

    /// <summary>Those of the ids that are users; a deleted one is not in the answer.</summary>
    private static async Task<List<GraphUser>> UsersAsync(GraphServiceClient client, string[] ids, CancellationToken cancellationToken)
    {
        var users = new List<GraphUser>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var page = await client.Users.GetAsync(request =>
            {
                request.QueryParameters.Select = Fields;
                request.QueryParameters.Expand = ["manager($select=id)"];
                request.QueryParameters.Filter = $"id in ({string.Join(',', some.Select(id => $"'{id}'"))})";
            }, cancellationToken);
            users.AddRange((page?.Value ?? []).Where(user => user.Id is not null).Select(Read));
        }

        return users;
    }

    private static GraphUser Read(User user) => new(
        user.Id!.ToLowerInvariant(), user.DisplayName ?? "", user.Department?.Trim() ?? "", user.JobTitle?.Trim() ?? "",
        user.AccountEnabled ?? true, user.Manager?.Id?.ToLowerInvariant());
}
