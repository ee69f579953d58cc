using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Protocol.Schema;
using InvokeResponse = TeamsBot.Protocol.Schema.InvokeResponse;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// The HTTP side of a turn (protocol.md 1.10): who calls, then the body within its limits, then whether the two belong together, then the
/// turn through adapter and bot, then status and body. Whatever arrives, the answer is a status the service understands. To a controller
/// of the Bot Framework it is the adapter.
/// </summary>
internal sealed class BotEndpoint(
    IInboundAuthenticator authenticator,
    TeamsAdapter adapter,
    TurnRunner runner,
    IOptions<BotOptions> options,
    RefusalLog refusals
) : IBotFrameworkHttpAdapter
{
    public const int MaxBodyBytes = 1024 * 1024;

    private readonly string botId = "28:" + options.Value.AppId;

    /// <summary>A bot that does with each turn what the app's pipeline does with it.</summary>
    public RoutedBot BotOf(TurnProcess process) => new(process, botId);

    public Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default) =>
        HandleAsync(httpRequest.HttpContext, bot, null);

    public async Task HandleAsync(HttpContext context, IBot bot, NeutralAnswer? neutral)
    {
        var (caller, refusal) = await authenticator.AuthenticateAsync(context, context.RequestAborted);
        if (caller is null)
        {
            Refuse(context, refusal!.Value);
            return;
        }

        var (activity, unreadable) = await ReadAsync(context.Request);
        if (activity is null)
        {
            Refuse(context, unreadable!.Value);
            return;
        }

        if (authenticator.Check(caller, activity) is { } denied)
        {
            Refuse(context, denied);
            return;
        }

        if (IsUnsupported(activity.DeliveryMode))
        {
            Refuse(context, RefusalReason.DeliveryMode);
            return;
        }

        await AnswerAsync(context, TurnReader.Read(activity, botId), (turn, token) => adapter.RunAsync(caller, turn, bot, token), neutral);
    }

    private async Task AnswerAsync(HttpContext context, ParsedTurn turn, TurnProcess process, NeutralAnswer? neutral)
    {
        if (!turn.IsInvoke)
        {
            context.Response.StatusCode = await runner.RunAsync(process, turn)
                ? StatusCodes.Status202Accepted
                : StatusCodes.Status500InternalServerError;
            return;
        }

        if (turn is { Activity.Name: InvokeNames.CardAction, Action: null })
        {
            var code = CardActionReader.IsExecute(turn.Activity) ? "BadRequest" : "NotSupported";
            await WriteAsync(context.Response, InvokeResponses.Error(400, code, "この操作は受け付けられません。 / This action is not supported."));
            return;
        }

        await WriteAsync(context.Response, await runner.RunInvokeAsync(process, neutral, turn));
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse invoke)
    {
        response.StatusCode = invoke.Status;
        if (invoke.Body is not { } body) return;
        var json = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ProtocolJson.Options);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json);
    }

    private void Refuse(HttpContext context, RefusalReason reason)
    {
        var status = Refusals.StatusOf(reason);
        refusals.Note(reason, status, context.Request.Headers["MS-CV"].ToString());
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
    }

    private static bool IsUnsupported(string? deliveryMode) =>
        string.Equals(deliveryMode, "expectReplies", StringComparison.OrdinalIgnoreCase)
        || string.Equals(deliveryMode, "stream", StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts the bytes itself, because the length a caller announces is only a claim.</summary>
    private static async ValueTask<(Activity?, RefusalReason?)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBodyBytes) return (null, RefusalReason.BodyTooLarge);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp((request.ContentLength ?? 0) + 1, 4096, MaxBodyBytes + 1));
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, MaxBodyBytes + 1));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var read = await request.Body.ReadAsync(buffer.AsMemory(length), request.HttpContext.RequestAborted);
                length += read;
                if (length > MaxBodyBytes) return (null, RefusalReason.BodyTooLarge);
                if (read == 0) break;
            }

            return ActivityParser.Parse(buffer.AsSpan(0, length)) is { } activity ? (activity, null) : (null, RefusalReason.BodyInvalid);
        }
        catch (BadHttpRequestException failure)
        {
            return (
                null,
                failure.StatusCode == StatusCodes.Status413PayloadTooLarge ? RefusalReason.BodyTooLarge : RefusalReason.BodyInvalid
            );
        }
        catch (IOException)
        {
            // A chunk size that overflows, or a caller who is gone.
            return (null, RefusalReason.BodyInvalid);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
