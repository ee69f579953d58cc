using Microsoft.Bot.Builder;

namespace TeamsBot.Protocol.Tests.BotFramework;

/// <summary>A middleware as an organisation would register one.</summary>
internal sealed class FakeMiddleware(Func<ITurnContext, NextDelegate, CancellationToken, Task> run) : IMiddleware
{
    /// <summary>One that only looks.</summary>
    public static FakeMiddleware Looking(Action<ITurnContext> look) => new((turn, next, token) =>
    {
        look(turn);
        return next(token);
    });

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
        run(turnContext, next, cancellationToken);
}
