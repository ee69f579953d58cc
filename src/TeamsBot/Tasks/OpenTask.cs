using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tasks;

/// <summary>
/// The button of a reminder: its message becomes the task's card; from a list the card comes below. What it was about may be done by then,
/// and the card says so.
/// </summary>
internal sealed class OpenTask(TaskTurns turns, TaskTelling telling, TaskAudience audience)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not var (task, reader)) return turns.NotFound(turn);
        var isFromList = turn.Action![TaskFields.FromList] == "true";
        var card = telling.Open(task, reader, isFromList);
        return isFromList
                ? Reply.Say(reader.Language.Say(
                    $"{audience.KindOf(task).AboutOf(task)} のカードを出しました。", $"{audience.KindOf(task).AboutOf(task)}'s card has been sent."))
            : turn.IsInvoke ? Reply.Show(card)
            : Reply.None;
    }
}
