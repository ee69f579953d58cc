using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace TeamsBot.Load;

/// <summary>Sends activities to the bot as the service would, each with an id of its own.</summary>
internal sealed class BotClient(HttpClient http, Uri messagesUrl, FakeService service, bool isSigned)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };
    private long next = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A text of this person in their own chat with the bot.</summary>
    public JsonObject Message(Person person, string text)
    {
        var message = Envelope(person, "message");
        message["text"] = text;
        message["textFormat"] = "plain";
        return message;
    }

    /// <summary>This person presses a button.</summary>
    public JsonObject Press(Person person, string verb, JsonNode data)
    {
        var invoke = Envelope(person, "invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = invoke["id"]!.DeepClone();
        invoke["value"] = new JsonObject
        {
            ["trigger"] = "manual",
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
        };
        return invoke;
    }

    /// <summary>The answer's status and body, and when the request began.</summary>
    public async Task<(int Status, string Body, long StartedAt)> SendAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, messagesUrl)
        {
            Content = new StringContent(activity.ToJsonString(), Json),
        };
        if (isSigned) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Token());
        var startedAt = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), startedAt);
    }

    private JsonObject Envelope(Person person, string type) => new()
    {
        ["type"] = type,
        ["id"] = Interlocked.Increment(ref next).ToString(CultureInfo.InvariantCulture),
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["serviceUrl"] = service.Url,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject
        {
            ["id"] = "29:" + person.ObjectId,
            ["name"] = "load",
            ["aadObjectId"] = person.ObjectId,
        },
        ["recipient"] = new JsonObject { ["id"] = "28:" + FakeService.AppId, ["name"] = "bot" },
        ["conversation"] = new JsonObject
        {
            ["conversationType"] = "personal",
            ["tenantId"] = person.TenantId,
            ["id"] = person.ConversationId,
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.TenantId } },
        ["locale"] = "ja-JP",
    };
}

internal sealed record Person(string TenantId, string ObjectId)
{
    public string ConversationId => "a:" + TenantId + ObjectId;
}
