using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Graph.Tests;

/// <summary>
/// Microsoft Graph as far as the bot asks it, over HTTP on this machine: a tenant of users and groups that a test changes, delta queries in
/// pages, and troubles that a test orders. Answers in the documented JSON; knows nothing of the reader under test.
/// </summary>
internal sealed partial class GraphStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Dictionary<string, StandInUser> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandInGroup> groups = new(StringComparer.Ordinal);
    private readonly List<(string Kind, string Id, string Member)> changes = [];
    private readonly Dictionary<string, (List<JsonNode> Pages, string Question)> pages = new(StringComparer.Ordinal);
    private readonly List<(string Part, int Status, string? RetryAfter)> troubles = [];
    private readonly List<string> requests = [];
    private readonly Dictionary<string, JsonObject> replies = new(StringComparer.Ordinal);
    private readonly HashSet<string> installed = [];
    private int forgottenBefore;

    private GraphStandIn(WebApplication app) => this.app = app;

    public int PageSize { get; set; } = 2;

    public Uri BaseUrl => new($"{app.Urls.First()}/v1.0");

    /// <summary>Method, path with query, and the Authorization header where there is one.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (gate) return [.. requests];
        }
    }

    public IReadOnlyCollection<string> Installed
    {
        get
        {
            lock (gate) return [.. installed];
        }
    }

    public static async Task<GraphStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var standIn = new GraphStandIn(built);
        built.Run(standIn.AnswerAsync);
        await built.StartAsync();
        return standIn;
    }

    public void Put(StandInUser user)
    {
        lock (gate)
        {
            users[user.Id] = user;
            changes.Add(("user", user.Id, ""));
        }
    }

    public void Remove(string userId)
    {
        lock (gate)
        {
            users.Remove(userId);
            changes.Add(("user", userId, ""));
        }
    }

    public void Put(string groupId, string name, params IEnumerable<string> members)
    {
        lock (gate) groups[groupId] = new(name, [.. members]);
    }

    public void Join(string groupId, string userId)
    {
        lock (gate)
        {
            groups[groupId].Members.Add(userId);
            changes.Add(("group", groupId, userId));
        }
    }

    public void Leave(string groupId, string userId)
    {
        lock (gate)
        {
            groups[groupId].Members.Remove(userId);
            changes.Add(("group", groupId, userId));
        }
    }

    public void RemoveGroup(string groupId)
    {
        lock (gate)
        {
            groups.Remove(groupId);
            changes.Add(("group", groupId, ""));
        }
    }

    /// <summary>The links handed out so far are answered with 410, as after thirty days.</summary>
    public void ForgetLinks()
    {
        lock (gate)
        {
            forgottenBefore = changes.Count + 1;
            changes.Add(("nobody", "", ""));
        }
    }

    /// <summary>The next request whose address has this in it is answered so; each order is for one request.</summary>
    public void Trouble(string part, int status, string? retryAfter = null, int times = 1)
    {
        lock (gate) for (var time = 0; time < times; time++) troubles.Add((part, status, retryAfter));
    }

    public void Recover()
    {
        lock (gate) troubles.Clear();
    }

    public void Reply(string userId, string status, string? from = null, string? to = null)
    {
        lock (gate) replies[userId] = new JsonObject
        {
            ["status"] = status,
            ["scheduledStartDateTime"] = new JsonObject { ["dateTime"] = from, ["timeZone"] = "Tokyo Standard Time" },
            ["scheduledEndDateTime"] = new JsonObject { ["dateTime"] = to, ["timeZone"] = "Tokyo Standard Time" },
        };
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var address = Uri.UnescapeDataString($"{http.Request.Path}{http.Request.QueryString}");
        var (status, body, wait) = Answer(http.Request.Method, address, http.Request.Headers.Authorization.ToString());
        http.Response.StatusCode = status;
        if (wait is not null) http.Response.Headers.RetryAfter = wait;
        if (body is not null) await http.Response.WriteAsJsonAsync(body);
    }

    private (int Status, JsonNode? Body, string? RetryAfter) Answer(string method, string address, string authorization)
    {
        lock (gate)
        {
            requests.Add($"{method} {address} {authorization}".Trim());
            if (troubles.FindIndex(one => address.Contains(one.Part, StringComparison.Ordinal)) is >= 0 and var at)
            {
                var trouble = troubles[at];
                troubles.RemoveAt(at);
                return (trouble.Status, Error(trouble.Status), trouble.RetryAfter);
            }

            if (Token().Match(address) is { Success: true } token) return Further(
                token.Groups["key"].Value, int.Parse(token.Groups["at"].Value, CultureInfo.InvariantCulture));
            return address switch
            {
                _ when address.StartsWith("/v1.0/groups/delta", StringComparison.Ordinal) =>
                    First(GroupsIn(address, isAll: true, since: 0), $"groups {address}"),
                _ when address.StartsWith("/v1.0/users/delta", StringComparison.Ordinal)
                    && address.Contains("$deltatoken=latest", StringComparison.Ordinal) => First([], "users"),
                _ when Mailbox().Match(address) is { Success: true } mailbox => MailboxOf(mailbox.Groups["id"].Value),
                _ when method == "POST" && Apps().Match(address) is { Success: true } app =>
                    installed.Add(app.Groups["id"].Value) ? (201, new JsonObject(), null) : (409, Error(409), null),
                _ when address.StartsWith("/v1.0/users?", StringComparison.Ordinal)
                    && address.Contains("id in (", StringComparison.Ordinal) => Found(address),
                _ => (404, Error(404), null),
            };
        }
    }

    private (int, JsonNode?, string?) First(IReadOnlyList<JsonObject> items, string question)
    {
        var key = Guid.NewGuid().ToString("N");
        pages[key] = ([.. items.Chunk(PageSize).Select(chunk => (JsonNode)new JsonArray([.. chunk]))], question);
        if (pages[key].Pages.Count == 0) pages[key].Pages.Add(new JsonArray());
        return Page(key, 0);
    }

    /// <summary>A page that was promised, or what has changed since the last page.</summary>
    private (int, JsonNode?, string?) Further(string key, int at)
    {
        if (at < 0)
        {
            var since = -at - 1;
            if (since < forgottenBefore) return (410, Error(410), null);
            var question = pages[key].Question;
            return First(question.StartsWith("groups", StringComparison.Ordinal) ? GroupsIn(question, isAll: false, since)
                : UsersSince(since), question);
        }

        return Page(key, at);
    }

    private (int, JsonNode?, string?) Page(string key, int at)
    {
        var (all, question) = pages[key];
        var what = question.StartsWith("groups", StringComparison.Ordinal) ? "groups" : "users";
        var isLast = at == all.Count - 1;
        return (200, new JsonObject
        {
            ["value"] = all[at].DeepClone(),
            [isLast ? "@odata.deltaLink" : "@odata.nextLink"] =
                $"{BaseUrl}/{what}/delta?{(isLast ? "$deltatoken" : "$skiptoken")}={key}.{(isLast ? -changes.Count - 1 : at + 1)}",
        }, null);
    }

    /// <summary>A group whose members do not fit one answer comes in several.</summary>
    private List<JsonObject> GroupsIn(string question, bool isAll, int since)
    {
        var items = new List<JsonObject>();
        foreach (var id in GroupIds().Matches(question).Select(match => match.Groups["id"].Value))
        {
            var touched = changes.Skip(since).Where(change => change.Kind == "group" && change.Id == id).Select(change => change.Member)
                .Distinct().ToList();
            if (!isAll && touched.Count == 0) continue;
            if (!groups.TryGetValue(id, out var group))
            {
                if (!isAll) items.Add(new JsonObject { ["id"] = id, ["@removed"] = new JsonObject { ["reason"] = "deleted" } });
                continue;
            }

            IEnumerable<JsonObject> members = isAll ? group.Members.Select(member => MemberOf(member, isThere: true))
                : touched.Where(member => member.Length > 0).Select(member => MemberOf(member, group.Members.Contains(member)));
            foreach (var some in members.Chunk(PageSize).DefaultIfEmpty([]))
                items.Add(new JsonObject { ["id"] = id, ["displayName"] = group.Name, ["members@delta"] = new JsonArray([.. some]) });
        }

        return items;
    }

    private JsonObject MemberOf(string id, bool isThere)
    {
        var member = new JsonObject { ["@odata.type"] = groups.ContainsKey(id) ? "#microsoft.graph.group" : "#microsoft.graph.user",
            ["id"] = id };
        if (!isThere) member["@removed"] = new JsonObject { ["reason"] = "deleted" };
        return member;
    }

    /// <summary>As Graph may answer: the id, and not every field.</summary>
    private List<JsonObject> UsersSince(int since) =>
    [
        .. changes.Skip(since).Where(change => change.Kind == "user").Select(change => change.Id).Distinct()
            .Select(id => users.TryGetValue(id, out var user)
            ? new JsonObject { ["id"] = id, ["displayName"] = user.Name }
            : new JsonObject { ["id"] = id, ["@removed"] = new JsonObject { ["reason"] = "changed" } }),
    ];

    private (int, JsonNode?, string?) Found(string address)
    {
        var ids = QuotedIds().Matches(address).Select(match => match.Groups["id"].Value).ToList();
        if (ids.Count > 15) return (400, Error(400), null);
        return (200, new JsonObject { ["value"] = new JsonArray([.. ids.Where(users.ContainsKey).Select(id => Json(users[id]))]) }, null);
    }

    private static JsonObject Json(StandInUser user)
    {
        var json = new JsonObject { ["id"] = user.Id, ["displayName"] = user.Name, ["department"] = user.Department,
            ["jobTitle"] = user.Title, ["accountEnabled"] = user.IsEnabled };
        if (user.Manager is { } manager) json["manager"] = new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["id"] = manager };
        return json;
    }

    private (int, JsonNode?, string?) MailboxOf(string id) => replies.TryGetValue(id, out var reply)
        ? (200, new JsonObject { ["automaticRepliesSetting"] = reply.DeepClone() }, null)
        : (404, Error(404), null);

    private static JsonObject Error(int status) =>
        new() { ["error"] = new JsonObject { ["code"] = $"Code{status}", ["message"] = "ordered by the test" } };

    [GeneratedRegex(@"\$(?:skip|delta)token=(?<key>[0-9a-f]{32})\.(?<at>-?\d+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^/v1\.0/users/(?<id>[^/]+)/mailboxSettings", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^/v1\.0/users/(?<id>[^/]+)/teamwork/installedApps", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Apps();

    [GeneratedRegex(@"id eq '(?<id>[^']+)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex GroupIds();

    [GeneratedRegex(@"'(?<id>[^']+)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex QuotedIds();
}

internal sealed record StandInUser(string Id, string Name, string? Department, string? Title, string? Manager = null,
    bool IsEnabled = true);

internal sealed record StandInGroup(string Name, List<string> Members);
