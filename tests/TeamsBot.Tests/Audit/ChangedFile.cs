using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Tests.Commands;

namespace TeamsBot.Tests.Audit;

/// <summary>A database in the hands of somebody who may write it beside the bot, and what <c>audit verify</c> says of it then.</summary>
internal sealed class ChangedFile(string path)
{
    public Task<CliRun> VerifyAsync() => CliRun.Of("", "audit", "verify", "--database", path);

    public void Change(string sql)
    {
        using var db = Open();
        db.Database.ExecuteSqlRaw(sql);
    }

    /// <summary>Takes a member out of the details of all entries, as if an earlier program had written them; the chain is whole again.</summary>
    public async Task ForgetAsync(string member)
    {
        Change($"UPDATE AuditEntries SET Details = json_remove(Details, '$.{member}')");
        using var db = Open();
        var (sequence, hash, head) = (0L, AuditEntry.Genesis, await db.AuditHeads.SingleAsync());
        foreach (var entry in await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync())
        {
            entry.LinkTo(sequence, hash);
            (sequence, hash) = (entry.Sequence, entry.Hash);
            head.MoveTo(entry);
        }

        await db.SaveChangesAsync();
    }

    public BotDbContext Open() => new(TempDatabase.Options(path));
}
