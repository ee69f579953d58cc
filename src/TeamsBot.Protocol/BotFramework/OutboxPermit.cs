using Microsoft.Bot.Builder;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// Says that something is sent for the outbox, which stored it before. Only <see cref="ConnectorCalls"/> gives it, and only while it sends.
/// </summary>
internal sealed class OutboxPermit : IDisposable
{
    private readonly ITurnContext turn;

    private OutboxPermit(ITurnContext turn) => this.turn = turn;

    public static OutboxPermit For(ITurnContext turn)
    {
        var permit = new OutboxPermit(turn);
        turn.TurnState.Set(permit);
        return permit;
    }

    /// <exception cref="InvalidOperationException">Somebody tries to send past the outbox.</exception>
    public static void Demand(ITurnContext turn)
    {
        if (turn.TurnState.Get<OutboxPermit>() is not null) return;
        throw new InvalidOperationException("Nothing is sent from a turn. What is to be said is stored in the outbox, which sends it.");
    }

    public void Dispose() => turn.TurnState.Remove(typeof(OutboxPermit).FullName!);
}
