using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>
/// A short message's button: the message becomes the draft's card. What it was about may be over by then; the card shows how things stand.
/// </summary>
internal sealed class OpenDraft(DraftTurns turns)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken) =>
        await turns.FindAsync(turn, cancellationToken) is { } draft ? turns.Open(turn, draft) : turns.NotFound(turn);
}
