using TeamsBot.Protocol.Inbound;
using TeamsBot.Tables;
using TeamsBot.Turns;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>A list that comes as a file beside the word of the command.</summary>
internal sealed class ImportSource(TableFiles files, TurnRoom room)
{
    public static bool IsFile(ParsedTurn turn) => turn.Action is null && turn.Files.Any(TableFiles.IsTable);

    /// <summary>The table, or the sentence that says why there is none.</summary>
    public async Task<(Table? Table, string? Problem)> ReadAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var file = turn.Files.First(TableFiles.IsTable);
        var (table, trouble) = await room.OutsideAsync(
            turn,
            () => files.ReadAsync(turn.Actor!.Id, file, turn.Conversation.ServiceUrl, cancellationToken, keepsWidth: true),
            () => (null, TableTrouble.NotReceived));
        return table is null ? (null, TableFiles.Words(trouble!.Value).Japanese) : (table, null);
    }
}
