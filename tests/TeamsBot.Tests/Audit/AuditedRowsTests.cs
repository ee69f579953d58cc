using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Audit;

/// <summary>
/// Days of the calendar, a question and who keeps a password, entered by their people; then somebody with the file in hand changes rows and
/// leaves the chain alone.
/// </summary>
public sealed class AuditedRowsTests(EnteredRows entered) : IClassFixture<EnteredRows>, IDisposable
{
    private readonly TempFolder folder = entered.Copy();

    private ChangedFile Database => new(folder.File("bot.db"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_people_entered_changed_and_took_back_stands_as_recorded()
    {
        var run = await Database.VerifyAsync();
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
        Database.Change(sql);
        var run = await Database.VerifyAsync();
        run.ExitCode.ShouldBe(1);
        var line = run.Error.Split('\n').Where(one => one.StartsWith("  ", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain(row);
        line.ShouldContain(what);
    }

    [Fact]
    public async Task Rows_of_an_earlier_program_are_not_accused_and_taken_over_with_the_next_change()
    {
        await Database.ForgetAsync(AuditedRows.Member);
        (await Database.VerifyAsync()).Out.ShouldContain("3件は以前のプログラムの記録のため");

        await using (var host = await BotHost.StartAsync(folder.Path))
        {
            var author = await host.OpenAsync(BotHost.Author);
            await author.SayAsync("投稿を間違えたらどうすればいいですか");
            await host.IdleAsync();
            await host.StopAsync();
        }

        var run = await Database.VerifyAsync();
        run.Error.ShouldBeEmpty();
        run.Out.ShouldNotContain("照合できません");
        Database.Change("UPDATE CalendarDay SET Name = '閉鎖'");
        (await Database.VerifyAsync()).Error.ShouldContain("calendar:");
    }

    /// <summary>Else every row of a table would differ after a migration that adds a column to it.</summary>
    [Fact]
    public void A_column_that_is_added_later_says_nothing_while_it_is_empty()
    {
        var before = AuditedRows.HashOf([("Day", "2026-12-01"), ("Name", "停電")]);
        foreach (var empty in new object?[] { null, "", "[]", 0L })
            AuditedRows.HashOf([("Added", empty), ("Day", "2026-12-01"), ("Name", "停電")]).ShouldBe(before);
        AuditedRows.HashOf([("Added", 1L), ("Day", "2026-12-01"), ("Name", "停電")]).ShouldNotBe(before);
        AuditedRows.HashOf([("Day", "2026-12-01"), ("Name", "")]).ShouldNotBe(before);
        AuditedRows.HashOf([("Day", "停電"), ("Name", "2026-12-01")]).ShouldNotBe(before);
    }

    private async Task<Dictionary<string, string?>> RowsAsync()
    {
        using var db = Database.Open();
        Dictionary<string, string?> rows = [];
        foreach (var entry in await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync())
        {
            using var details = System.Text.Json.JsonDocument.Parse(entry.Details);
            if (!details.RootElement.TryGetProperty(AuditedRows.Member, out var named)) continue;
            foreach (var row in named.EnumerateObject()) rows[row.Name] = row.Value.GetString();
        }

        return rows;
    }
}
