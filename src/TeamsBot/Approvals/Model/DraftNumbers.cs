using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// Hands out draft numbers: 1, 2, 3 … A number is known before the commit, because cards and the outbox carry it. A turn that fails
/// for good after taking one leaves a gap (欠番); a number is never given twice, the database's key sees to that. One process serves one
/// database file.
/// </summary>
internal sealed class DraftNumbers(IDbContextFactory<BotDbContext> contexts) : IDisposable
{
    /// <summary>Turns are played again at once; what was taken long ago is nobody's.</summary>
    private const int MostKept = 256;

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);
    private int last = -1;

    /// <summary>The digits of a number as people type it: 「12」, 「No.12」, 「１２」.</summary>
    public static string In(string argument) => string.Concat(argument.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));

    /// <summary>The next number; a turn that is played again because another committed first gets its own once more.</summary>
    public async Task<int> NextAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref last) < 0) await ReadAsync(cancellationToken);
        if (turn.Activity.Id is not { Length: > 0 } message) return Interlocked.Increment(ref last);
        if (taken.Count >= MostKept) taken.Clear();
        // An activity's id tells it from others of its conversation.
        return taken.GetOrAdd($"{turn.Actor!.TenantId} {turn.Conversation.ConversationId} {message}", _ => Interlocked.Increment(ref last));
    }

    public void Dispose() => reading.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (last >= 0) return;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            Volatile.Write(ref last, await db.Drafts.MaxAsync(draft => (int?)draft.Number, cancellationToken) ?? 0);
        }
        finally
        {
            reading.Release();
        }
    }
}
