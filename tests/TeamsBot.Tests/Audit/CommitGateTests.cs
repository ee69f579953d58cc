using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tests.Audit;

public sealed class CommitGateTests : IDisposable
{
    private static readonly Actor Sato = new("tenant-1", "oid-sato", "29:sato", "佐藤 花子");
    private readonly TempDatabase database = new();
    private readonly FakeTime time = new();
    private readonly CommitSignal signal = new();
    private readonly WriteGate writes = new();

    public void Dispose()
    {
        writes.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task Entries_of_one_commit_are_linked_in_the_order_they_were_recorded()
    {
        await RecordAsync(NewGate(), "a", "b", "c");
        using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync();
        entries.Select(entry => entry.Action).ShouldBe(["a", "b", "c"]);
        entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
        (await AuditVerifier.VerifyAsync(db, null, default)).ShouldBe(new Verdict(3, entries[2].Hash, null));
    }

    [Fact]
    public async Task Parallel_commits_make_one_chain()
    {
        var gate = NewGate();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => RecordAsync(gate, $"a{number}", $"b{number}"))));
        using var db = database.CreateDbContext();
        var verdict = await AuditVerifier.VerifyAsync(db, null, default);
        (verdict.Sequence, verdict.IsWhole).ShouldBe((100, true));
    }

    [Fact]
    public async Task An_entry_of_another_process_is_linked_behind_and_not_beside()
    {
        var (ours, theirs) = (NewGate(), NewGate());
        await RecordAsync(ours, "first");
        await RecordAsync(theirs, "second");
        await RecordAsync(ours, "third");
        using var db = database.CreateDbContext();
        (await db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync()).ShouldBe([
            "first",
            "second",
            "third",
        ]);
        (await AuditVerifier.VerifyAsync(db, null, default)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_commit_stores_nothing_and_leaves_the_chain_whole()
    {
        var gate = NewGate();
        await RecordAsync(gate, "before");
        using (var broken = database.CreateDbContext())
        {
            new AuditTrail(broken, time).Record(Sato, "lost", "draft:1");
            broken.Attach(await database.CreateDbContext().AuditEntries.AsNoTracking().SingleAsync()).State = EntityState.Deleted;
            broken.Add(OutboxMessage.Text(Address.Person("t", "p"), "lost", null!, time.GetUtcNow()));
            await Should.ThrowAsync<DbUpdateException>(() => gate.SaveAsync(broken, default));
        }

        await RecordAsync(gate, "after");
        using var db = database.CreateDbContext();
        (await db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync()).ShouldBe(["before", "after"]);
        (await AuditVerifier.VerifyAsync(db, null, default)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_commit_wakes_who_waits_for_it_and_a_failed_one_does_not()
    {
        var gate = NewGate();
        var woken = signal.WaitAsync(default).AsTask();
        using (var broken = database.CreateDbContext())
        {
            broken.Add(OutboxMessage.Text(Address.Person("t", "p"), "lost", null!, time.GetUtcNow()));
            await Should.ThrowAsync<DbUpdateException>(() => gate.SaveAsync(broken, default));
        }

        woken.IsCompleted.ShouldBeFalse();
        await RecordAsync(gate, "something");
        await woken;
    }

    [Fact]
    public async Task What_is_said_in_one_commit_keeps_its_order()
    {
        using (var db = database.CreateDbContext())
        {
            var outbox = new OutboxWriter(db, time);
            foreach (var number in Enumerable.Range(0, 20)) outbox.Say(Address.Person("t", $"{20 - number}"), $"{number}");
            await NewGate().SaveAsync(db, default);
        }

        using var read = database.CreateDbContext();
        (await read.OutboxMessages.OrderBy(message => message.Id).Select(message => message.Body).ToListAsync())
            .ShouldBe(Enumerable.Range(0, 20).Select(number => $"{number}"));
    }

    private CommitGate NewGate() => new(writes, signal, time);

    private async Task RecordAsync(CommitGate gate, params string[] actions)
    {
        using var db = database.CreateDbContext();
        foreach (var action in actions) new AuditTrail(db, time).Record(Sato, action, "draft:12", new { revision = 1 });
        await gate.SaveAsync(db, default);
    }
}
