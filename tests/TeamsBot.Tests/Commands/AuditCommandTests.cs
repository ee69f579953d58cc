using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly TempDatabase database = new();
    private readonly WriteGate writes = new();

    public void Dispose()
    {
        writes.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task A_whole_chain_is_told_with_its_head()
    {
        var head = await RecordThreeAsync();

        var run = await CliRun.Of("", "audit", "verify", "--database", database.File);

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("監査記録3件");
        run.Out.ShouldContain($"3:{head}");
    }

    [Fact]
    public async Task A_changed_entry_is_told_with_its_number()
    {
        await RecordThreeAsync();
        database.Tamper("UPDATE AuditEntries SET Action = 'other' WHERE Sequence = 2");

        var run = await CliRun.Of("", "audit", "verify", "--database", database.File);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("2番で切れています");
        run.Error.ShouldContain("1番までは確かです");
    }

    [Fact]
    public async Task A_head_noted_elsewhere_is_compared()
    {
        var head = await RecordThreeAsync();

        (await CliRun.Of("", "audit", "verify", "--database", database.File, "--kept", $"3:{head}")).ExitCode.ShouldBe(0);
        (await CliRun.Of("", "audit", "verify", "--database", database.File, "--kept", $"3:{new string('0', 64)}")).ExitCode.ShouldBe(1);
        (await CliRun.Of("", "audit", "verify", "--database", database.File, "--kept", "three")).ExitCode.ShouldBe(64);
    }

    [Fact]
    public async Task Where_no_end_is_kept_nothing_is_said_to_agree_and_how_to_keep_one_is_told()
    {
        await RecordThreeAsync();

        var run = await CliRun.Of("", "audit", "verify", "--database", database.File);

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("まだ別の場所に控えられていません");
        run.Out.ShouldContain("Audit:KeptFile");
        run.Out.ShouldNotContain("一致します");
        run.Out.ShouldNotContain("agrees");
    }

    [Fact]
    public async Task A_file_of_kept_ends_is_compared_as_one()
    {
        var head = await RecordThreeAsync();
        using var folder = new TempFolder();
        KeptEnds.Add(folder.File("kept.txt"), new KeptEnd(DateTimeOffset.UnixEpoch, 3, head));
        var run = await CliRun.Of("", "audit", "verify", "--database", database.File, "--kept", folder.File("kept.txt"));
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Out.ShouldContain("控え1件と一致します");

        KeptEnds.Add(folder.File("kept.txt"), new KeptEnd(DateTimeOffset.UnixEpoch, 4, new string('a', 64)));
        (await CliRun.Of("", "audit", "verify", "--database", database.File, "--kept", folder.File("kept.txt"))).Error.ShouldContain(
            "末尾が失われています"
        );
    }

    [Fact]
    public async Task Two_kept_ends_that_contradict_each_other_agree_with_no_chain()
    {
        var head = await RecordThreeAsync();
        (
            await CliRun.Of("", "audit", "verify", "--database", database.File, "--kept", $"3:{new string('a', 64)}", "--kept", $"3:{head}")
        ).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_created()
    {
        using var folder = new TempFolder();

        (await CliRun.Of("", "audit", "verify", "--database", folder.File("bot.db"))).ExitCode.ShouldBe(66);
        File.Exists(folder.File("bot.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_in_words()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("bot.db"), new string('x', 5000));

        var run = await CliRun.Of("", "audit", "verify", "--database", folder.File("bot.db"));

        run.ExitCode.ShouldBe(DatabaseUnavailableException.BadData);
        run.Error.ShouldContain("壊れている");
    }

    private async Task<string> RecordThreeAsync()
    {
        using var db = database.CreateDbContext();
        foreach (var action in new[] { "a", "b", "c" })
            new AuditTrail(db, new FakeTime()).Record(new Actor("t", "p", "29:p", "佐藤 花子"), action, "test");
        await new CommitGate(writes, new CommitSignal(), TimeProvider.System).SaveAsync(db, CancellationToken.None);
        return (await db.AuditEntries.OrderBy(entry => entry.Sequence).LastAsync()).Hash;
    }
}
