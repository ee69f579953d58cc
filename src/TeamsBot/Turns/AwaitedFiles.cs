using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>
/// Which messages wait for their files, stored before the first byte is asked for and struck out in the commit of what became of them.
/// Presses are not: whoever pressed waits for the answer and sees that none came.
/// </summary>
internal sealed class AwaitedFiles(IDbContextFactory<BotDbContext> contexts, WriteGate gate, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, byte> underWay = new(StringComparer.Ordinal);

    /// <summary>Stores that the turn waits from now on; once, however often it is run again.</summary>
    public async Task NoteAsync(ParsedTurn turn)
    {
        // First in memory: what is stored and not under way is taken for interrupted.
        if (KeyOf(turn) is not { } key || !underWay.TryAdd(key, 0)) return;
        var (address, now) = (Address.Of(turn).ToString(), time.GetUtcNow().UtcTicks);
        await using var db = await contexts.CreateDbContextAsync();
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await db.Database.ExecuteSqlInterpolatedAsync(
                $"INSERT OR REPLACE INTO \"AwaitedFiles\" (\"Key\", \"Address\", \"AskedAt\") VALUES ({key}, {address}, {now})"
            );
        }
    }

    /// <summary>Strikes it out with the turn's own commit, if it waited at all.</summary>
    public void Settle(BotDbContext db, ParsedTurn turn)
    {
        if (underWay.IsEmpty || KeyOf(turn) is not { } key || !underWay.ContainsKey(key)) return;
        db.AtSave(at => at.Database.ExecuteSqlInterpolated($"DELETE FROM \"AwaitedFiles\" WHERE \"Key\" = {key}"));
    }

    /// <summary>The turn is over, well or not. What was not struck out is delivered again, or its sender is told later.</summary>
    public void Leave(ParsedTurn turn)
    {
        if (!underWay.IsEmpty && KeyOf(turn) is { } key) underWay.TryRemove(key, out _);
    }

    public bool IsUnderWay(AwaitedFile file) => underWay.ContainsKey(file.Key);

    private static string? KeyOf(ParsedTurn turn) => turn is { IsInvoke: false, Action: null, Files.Count: > 0 } ? InboxKey.Of(turn) : null;
}
