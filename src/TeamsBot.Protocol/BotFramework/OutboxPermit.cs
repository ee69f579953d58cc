using Microsoft.Bot.Builder;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// Says that a turn context belongs to the outbox, which stored what it sends before it sends it. Only <see
/// cref="Outbound.ConnectorClient"/> gives it.
/// </summary>
internal sealed class OutboxPermit
{
    private static readonly OutboxPermit Given = new();

    private OutboxPermit()
    {
    }

    public static void GiveTo(ITurnContext context) => context.TurnState.Set(Given);

    /// <exception cref="InvalidOperationException">Somebody tries to send past the outbox.</exception>
    public static void Demand(ITurnContext context)
    {
        if (context.TurnState.Get<OutboxPermit>() is not null) return;
        throw new InvalidOperationException("Nothing is sent from a turn. What is to be said is stored in the outbox, which sends it.");
    }
}
