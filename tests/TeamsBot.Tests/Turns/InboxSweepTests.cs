using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TeamsBot.Data;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Turns;

public sealed class InboxSweepTests
{
    [Fact]
    public async Task Keys_older_than_a_day_are_forgotten_and_younger_ones_kept()
    {
        using var database = new TempDatabase();
        var time = new FakeTime();
        await using (var db = database.CreateDbContext())
        {
            db.Inbox.Add(InboxEntry.Of("old", time.GetUtcNow().AddHours(-25), null));
            db.Inbox.Add(InboxEntry.Of("young", time.GetUtcNow().AddHours(-23), null));
            await db.SaveChangesAsync();
        }

        using var sweep = new InboxSweep(database, new WriteGate(), time, NullLogger<InboxSweep>.Instance);
        (await sweep.SweepAsync(CancellationToken.None)).ShouldBe(1);

        await using var after = database.CreateDbContext();
        (await after.Inbox.Select(entry => entry.Key).ToListAsync()).ShouldBe(["young"]);
    }
}
