using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using TeamsBot.Protocol.Inbound;
using ConversationReference = Microsoft.Bot.Schema.ConversationReference;
using InvokeResponse = TeamsBot.Protocol.Schema.InvokeResponse;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// The Bot Framework's adapter of this bot: runs verified activities through middleware and bot, and hands out what the outbox sends. It
/// verifies nobody (the endpoint did), and a turn cannot send through it: what is said in a turn is lost where the process dies after it.
/// </summary>
internal sealed class TeamsAdapter : CloudAdapterBase
{
    private readonly ConnectorFactory connectors;

    public TeamsAdapter(ConnectorFactory connectors, IEnumerable<IMiddleware> middleware)
        : base(new VerifiedAtTheDoor(connectors))
    {
        this.connectors = connectors;
        foreach (var each in middleware) Use(each);
    }

    /// <summary>Runs one turn; null where no invoke was answered.</summary>
    public async Task<InvokeResponse?> RunAsync(Caller caller, ParsedTurn turn, IBot bot, CancellationToken cancellationToken)
    {
        var verified = new AuthenticateRequestResult
        {
            // A copy, because a middleware may add to it and the same token comes again.
            ClaimsIdentity = caller.Identity.Clone(),
            CallerId = caller.Id,
            ConnectorFactory = connectors,
        };
        var answer = await ProcessActivityAsync(verified, ReceivedActivity.Of(turn.Activity), WithTurn, cancellationToken);
        return answer is null or { Status: 501, Body: null } ? null : new InvokeResponse(answer.Status, Body(answer.Body));

        Task WithTurn(ITurnContext context, CancellationToken token)
        {
            context.TurnState.Set(turn);
            return bot.OnTurnAsync(context, token);
        }
    }

#pragma warning disable RS0030 // What is banned everywhere is guarded here.
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        if (Array.Exists(activities, activity => activity.Type is not (ActivityTypesEx.InvokeResponse or ActivityTypes.Trace)))
        {
            OutboxPermit.Demand(turnContext);
        }

        return base.SendActivitiesAsync(turnContext, activities, cancellationToken);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        OutboxPermit.Demand(turnContext);
        return base.UpdateActivityAsync(turnContext, activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        OutboxPermit.Demand(turnContext);
        return base.DeleteActivityAsync(turnContext, reference, cancellationToken);
    }
#pragma warning restore RS0030

    /// <summary>Ours is written by our own serializer; what a middleware answers with may be made of the SDK's types.</summary>
    private static object? Body(object? body) => body is null or JsonElement || body.GetType().Assembly == typeof(TeamsAdapter).Assembly
        ? body
        : JsonElement.Parse(JsonConvert.SerializeObject(body, WireJson.Whole));
}
