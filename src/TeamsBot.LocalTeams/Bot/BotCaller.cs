using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace TeamsBot.LocalTeams.Bot;

/// <summary>Sends activities to the bot over HTTP, without a token, as Microsoft's own local test client does (protocol.md B).</summary>
internal sealed class BotCaller(
    IHttpClientFactory clients,
    LocalAddresses addresses,
    IOptions<LocalTeamsOptions> options,
    TimeProvider time
)
{
    /// <summary>Name of the HTTP client, so that tests can lead it into a host without a network.</summary>
    public const string ClientName = "TeamsBot.LocalTeams";

    /// <summary>Posts one activity and waits for the answer as long as Teams would. A bot that does not answer is an answer too.</summary>
    public async Task<BotAnswer> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.AnswerLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var client = clients.CreateClient(ClientName);
        using var content = new StringContent(
            activity.ToJsonString(LocalJson.Options),
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/json", "utf-8")
        );
        try
        {
            using var response = await client.PostAsync(addresses.BotEndpoint, content, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return new((int)response.StatusCode, Parse(text));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new(null, null, "時間内に応答がありませんでした");
        }
        catch (HttpRequestException)
        {
            return new(null, null, "ボットに接続できませんでした");
        }
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
