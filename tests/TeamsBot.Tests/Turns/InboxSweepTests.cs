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

    [Fact]
    public async Task A_clock_set_ahead_forgets_nothing_until_it_has_stood_for_a_while()
    {
        using var database = new TempDatabase();
        var time = new FakeTime();
        using var sweep = new InboxSweep(database, new WriteGate(), time, NullLogger<InboxSweep>.Instance);
        await using (var db = database.CreateDbContext())
        {
            db.Inbox.Add(InboxEntry.Of("a minute ago", time.GetUtcNow().AddMinutes(-1), null));
            await db.SaveChangesAsync();
        }

        time.Jump(TimeSpan.FromDays(2));
        (await sweep.SweepAsync(CancellationToken.None)).ShouldBe(0);
        time.Advance(TimeSpan.FromHours(1));
        (await sweep.SweepAsync(CancellationToken.None)).ShouldBe(1);
    }
}
