using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Tests.Commands;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Audit;

/// <summary>
/// Days of the calendar, a question and who keeps a password, entered by their people; then somebody with the file in hand changes rows and
/// leaves the chain alone.
/// </summary>
public sealed class AuditedRowsTests(EnteredRows entered) : IClassFixture<EnteredRows>, IDisposable
{
    private readonly TempFolder folder = entered.Copy();

    private string Database => folder.File("bot.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_people_entered_changed_and_took_back_stands_as_recorded()
    {
        var run = await VerifyAsync();
        run.Error.ShouldBeEmpty();
        run.Out.ShouldNotContain("照合できません");
        var days = (await RowsAsync()).Where(row => row.Key.StartsWith("calendar:", StringComparison.Ordinal)).ToList();
        days.Count(day => day.Value is null).ShouldBe(1);
        days.Count(day => day.Value is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData("UPDATE CalendarDay SET Name = '閉鎖'", "calendar:", "記録と違います")]
    [InlineData("UPDATE CalendarDay SET Kind = 'Nonsense'", "calendar:", "記録と違います")]
    [InlineData("DELETE FROM CalendarDay", "calendar:", "表にありません")]
    [InlineData("UPDATE Question SET Found = 0, ClauseId = NULL", "question:", "記録と違います")]
    [InlineData("UPDATE AccountCredential SET Custodians = '[]'", "credential:", "記録と違います")]
    [InlineData("UPDATE AccountCredential SET ChangedOn = '2026-11-01'", "credential:", "記録と違います")]
    [InlineData(
        "INSERT INTO CalendarDay SELECT TenantId, '2026-12-24', Kind, Name, SetByName, SetAt FROM CalendarDay",
        "/2026-12-24",
        "記録がありません"
    )]
    public async Task What_was_changed_beside_the_chain_is_named(string sql, string row, string what)
    {
        Tamper(sql);
        var run = await VerifyAsync();
        run.ExitCode.ShouldBe(1);
        var line = run.Error.Split('\n').Where(one => one.StartsWith("  ", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain(row);
        line.ShouldContain(what);
    }

    [Fact]
    public async Task Rows_of_an_earlier_program_are_not_accused_and_taken_over_with_the_next_change()
    {
        Tamper("UPDATE AuditEntries SET Details = json_remove(Details, '$.rows'); DELETE FROM AuditHead");
        await RelinkAsync();
        (await VerifyAsync()).Out.ShouldContain("3件は以前のプログラムの記録のため");

        await using (var host = await BotHost.StartAsync(folder.Path))
        {
            var author = await host.OpenAsync(BotHost.Author);
            await author.SayAsync("投稿を間違えたらどうすればいいですか");
            await host.IdleAsync();
            await host.StopAsync();
        }

        var run = await VerifyAsync();
        run.Error.ShouldBeEmpty();
        run.Out.ShouldNotContain("照合できません");
        Tamper("UPDATE CalendarDay SET Name = '閉鎖'");
        (await VerifyAsync()).Error.ShouldContain("calendar:");
    }

    private async Task<Dictionary<string, string?>> RowsAsync()
    {
        using var db = new TeamsBot.Data.BotDbContext(TempDatabase.Options(Database));
        Dictionary<string, string?> rows = [];
        foreach (var entry in await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync())
        {
            using var details = System.Text.Json.JsonDocument.Parse(entry.Details);
            if (!details.RootElement.TryGetProperty(AuditedRows.Member, out var named)) continue;
            foreach (var row in named.EnumerateObject()) rows[row.Name] = row.Value.GetString();
        }

        return rows;
    }

    /// <summary>The chain as it would be without the entries that are gone.</summary>
    private async Task RelinkAsync()
    {
        using var db = new TeamsBot.Data.BotDbContext(TempDatabase.Options(Database));
        var (sequence, hash, head) = (0L, AuditEntry.Genesis, db.AuditHeads.Add(new AuditHead()).Entity);
        foreach (var entry in await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync())
        {
            entry.LinkTo(sequence, hash);
            (sequence, hash) = (entry.Sequence, entry.Hash);
            head.MoveTo(entry);
        }

        await db.SaveChangesAsync();
    }

    private Task<CliRun> VerifyAsync() => CliRun.Of("", "audit", "verify", "--database", Database);

    private void Tamper(string sql)
    {
        using var db = new TeamsBot.Data.BotDbContext(TempDatabase.Options(Database));
        db.Database.ExecuteSqlRaw(sql);
    }
}
