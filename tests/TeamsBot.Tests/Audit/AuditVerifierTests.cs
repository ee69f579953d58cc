using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tests.Audit;

/// <summary>Five entries, then somebody with the file in hand.</summary>
public sealed class AuditVerifierTests : IAsyncLifetime
{
    private readonly TempDatabase database = new();
    private string lastHash = "";

    public async Task InitializeAsync()
    {
        using var gate = new WriteGate();
        var commits = new CommitGate(gate, new CommitSignal(), TimeProvider.System);
        var time = new FakeTime();
        foreach (var number in Enumerable.Range(1, 5))
        {
            using var db = database.CreateDbContext();
            new AuditTrail(db, time).Record(
                new Actor("t", $"oid-{number}", "29:x", "佐藤"),
                "approvals.decide",
                $"draft:{number}",
                new { decision = "Approve" }
            );
            await commits.SaveAsync(db, default);
        }

        lastHash = (await VerifyAsync()).Hash;
    }

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_untouched_chain_is_whole() => (await VerifyAsync()).ShouldBe(new Verdict(5, lastHash, null));

    [Theory]
    [InlineData("At = At + 1")]
    [InlineData("ActorTenant = 'other'")]
    [InlineData("ActorObjectId = 'oid-9'")]
    [InlineData("ActorName = '鈴木'")]
    [InlineData("Action = 'approvals.reject'")]
    [InlineData("Subject = 'draft:9'")]
    [InlineData("Details = replace(Details, 'Approve', 'Reject')")]
    [InlineData("Hash = upper(Hash)")]
    [InlineData("Action = Action || Subject, Subject = ''")]
    public async Task A_changed_entry_is_found(string change)
    {
        database.Tamper($"UPDATE AuditEntries SET {change} WHERE Sequence = 3");
        (await VerifyAsync()).Broken.ShouldBe(new Break(3, BreakKind.Changed));
    }

    [Fact]
    public async Task A_removed_entry_is_found()
    {
        database.Tamper("DELETE FROM AuditEntries WHERE Sequence = 3");
        (await VerifyAsync()).Broken.ShouldBe(new Break(3, BreakKind.Missing));
    }

    [Fact]
    public async Task A_removed_entry_whose_gap_was_closed_is_found()
    {
        database.Tamper(
            "DELETE FROM AuditEntries WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = 3 WHERE Sequence = 4; UPDATE AuditEntries SET "
                + "Sequence = 4 WHERE Sequence = 5"
        );
        (await VerifyAsync()).Broken.ShouldBe(new Break(3, BreakKind.Unlinked));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        database.Tamper(
            "UPDATE AuditEntries SET Sequence = 99 WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = 3 WHERE Sequence = 4; UPDATE "
                + "AuditEntries SET Sequence = 4 WHERE Sequence = 99"
        );
        (await VerifyAsync()).Broken.ShouldBe(new Break(3, BreakKind.Unlinked));
    }

    [Fact]
    public async Task A_cut_off_tail_is_found()
    {
        database.Tamper("DELETE FROM AuditEntries WHERE Sequence > 3");
        (await VerifyAsync()).Broken.ShouldBe(new Break(4, BreakKind.CutOff));
    }

    [Fact]
    public async Task An_emptied_table_is_found()
    {
        database.Tamper("DELETE FROM AuditEntries");
        (await VerifyAsync()).Broken.ShouldBe(new Break(1, BreakKind.CutOff));
    }

    [Fact]
    public async Task A_missing_head_is_found()
    {
        database.Tamper("DELETE FROM AuditHead");
        (await VerifyAsync()).Broken.ShouldBe(new Break(5, BreakKind.HeadDiffers));
    }

    [Fact]
    public async Task A_tail_cut_off_together_with_the_head_is_found_by_a_place_kept_elsewhere()
    {
        database.Tamper(
            "DELETE FROM AuditEntries WHERE Sequence > 3; UPDATE AuditHead SET Sequence = 3, Hash = (SELECT Hash FROM AuditEntries WHERE "
                + "Sequence = 3)"
        );
        (await VerifyAsync()).IsWhole.ShouldBeTrue("without a kept place this cannot be noticed: it is the chain of an earlier day");
        (await VerifyAsync(new() { [5] = lastHash })).Broken.ShouldBe(new Break(4, BreakKind.CutOff));
    }

    [Fact]
    public async Task A_chain_computed_anew_is_found_by_a_place_kept_elsewhere()
    {
        database.Tamper("UPDATE AuditEntries SET ActorObjectId = 'oid-9' WHERE Sequence = 2");
        using (var db = database.CreateDbContext())
        {
            var (sequence, hash) = (0L, AuditEntry.Genesis);
            var head = await db.AuditHeads.SingleAsync();
            foreach (var entry in await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync())
            {
                entry.LinkTo(sequence, hash);
                (sequence, hash) = (entry.Sequence, entry.Hash);
                head.MoveTo(entry);
            }

            await db.SaveChangesAsync();
        }

        (await VerifyAsync()).IsWhole.ShouldBeTrue("without a kept place this cannot be noticed");
        (await VerifyAsync(new() { [5] = lastHash })).Broken.ShouldBe(new Break(5, BreakKind.Rewritten));
    }

    [Fact]
    public void Details_hash_alike_whatever_the_order_of_their_members() =>
        CanonicalJson.Of(new { b = 1, a = new { d = "あ", c = (int?)null } }).ShouldBe("""{"a":{"c":null,"d":"あ"},"b":1}""");

    private async Task<Verdict> VerifyAsync(Dictionary<long, string>? kept = null)
    {
        using var db = database.CreateDbContext();
        return await AuditVerifier.VerifyAsync(db, kept, default);
    }
}
