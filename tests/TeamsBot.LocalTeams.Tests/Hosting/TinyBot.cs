using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TeamsBot.LocalTeams.Tests.Hosting;

/// <summary>
/// The smallest bot that can play every part of the page: it repeats what it is told, shows a card, and answers the card's buttons.
/// </summary>
internal sealed class TinyBot : IDisposable
{
    private readonly HttpClient connector = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Every activity received, in order.</summary>
    public ConcurrentQueue<JsonElement> Received { get; } = [];

    /// <summary>Released once for every activity received.</summary>
    public SemaphoreSlim Arrival { get; } = new(0);

    /// <summary>What to answer instead of the usual, or null: an HTTP status.</summary>
    public int? AnswerWith { get; set; }

    public void Map(IEndpointRouteBuilder app) => app.MapPost("/api/messages", HandleAsync);

    /// <summary>Sends a message through the connector, as a bot does on its own account.</summary>
    public async Task<string?> SendAsync(string serviceUrl, string conversationId, object activity)
    {
        using var response = await connector.PostAsJsonAsync(
            $"{serviceUrl}v3/conversations/{Uri.EscapeDataString(conversationId)}/activities",
            activity
        );
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    public void Dispose()
    {
        connector.Dispose();
        Arrival.Dispose();
    }

    private async Task<IResult> HandleAsync(JsonElement activity)
    {
        Received.Enqueue(activity);
        Arrival.Release();
        if (AnswerWith is { } status) return Results.StatusCode(status);
        var (serviceUrl, conversation) = (
            activity.GetProperty("serviceUrl").GetString()!,
            activity.GetProperty("conversation").GetProperty("id").GetString()!
        );
        switch (activity.GetProperty("type").GetString())
        {
            case "invoke":
                return await AnswerAsync(activity, serviceUrl, conversation);
            case "message" when activity.TryGetProperty("value", out var value):
                await SendAsync(
                    serviceUrl,
                    conversation,
                    new { type = "message", text = $"旧クライアント：{value.GetProperty("fallbackVerb").GetString()}" }
                );
                break;
            case "message" when activity.GetProperty("text").GetString()!.Contains("カード", StringComparison.Ordinal):
                await SendAsync(serviceUrl, conversation, CardMessage(TinyCard.Review(0)));
                break;
            case "message":
                await SendAsync(
                    serviceUrl,
                    conversation,
                    new { type = "message", text = $"受け取りました：{activity.GetProperty("text").GetString()}" }
                );
                break;
        }

        return Results.Accepted();
    }

    private async Task<IResult> AnswerAsync(JsonElement activity, string serviceUrl, string conversation)
    {
        var action = activity.GetProperty("value").GetProperty("action");
        switch (action.GetProperty("verb").GetString())
        {
            case "review.approve":
                var path =
                    $"{serviceUrl}v3/conversations/{Uri.EscapeDataString(conversation)}"
                        + $"/activities/{activity.GetProperty("replyToId").GetString()}";
                using (
                    await connector.PutAsJsonAsync(
                        path,
                        CardMessage(TinyCard.Decided(activity.GetProperty("from").GetProperty("name").GetString()!))
                    )
                )
                    return Card(TinyCard.Decided("あなた"));
            case "review.return":
                return Card(TinyCard.Returned(action.GetProperty("data").GetProperty("reason").GetString()!));
            case "review.show":
                return Card(TinyCard.Decided(activity.GetProperty("value").GetProperty("trigger").GetString()!));
            case "review.ask":
                return Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = "質問を送りました" });
            default:
                return Results.Json(
                    new
                    {
                        statusCode = 400,
                        type = "application/vnd.microsoft.error",
                        value = new { code = "Unknown", message = "この操作はできません。" },
                    }
                );
        }
    }

    private static IResult Card(object card) =>
        Results.Json(
            new
            {
                statusCode = 200,
                type = "application/vnd.microsoft.card.adaptive",
                value = card,
            }
        );

    public static object CardMessage(object card) =>
        new
        {
            type = "message",
            summary = "確認のお願い",
            attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = card } },
        };
}
