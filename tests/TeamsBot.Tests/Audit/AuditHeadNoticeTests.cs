using TeamsBot.Audit;
using TeamsBot.Tests.Commands;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Audit;

/// <summary>The program keeps the end of its chain elsewhere by itself.</summary>
public sealed class AuditHeadNoticeTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Kept => folder.File("kept.txt");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_end_is_kept_each_day_and_at_the_stop_and_finds_a_chain_that_was_cut()
    {
        await using var host = await BotHost.StartAsync(folder.Path, settings: $"--Audit:KeptFile={Kept}");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        await host.SeesCardAsync(author, "下書き");
        host.Time.Advance(TimeSpan.FromDays(1));
        await WaitForLinesAsync(host, 1);
        await author.SayAsync("公民館の中庭で木工作品を並べています。");
        await host.SeesCardAsync(author, "下書き", 2);
        await host.StopAsync();

        var ends = KeptEnds.Read(Kept);
        ends.Select(end => end.Sequence).ShouldBe([1, 2]);
        (await VerifyAsync()).ExitCode.ShouldBe(0);
        using (var db = new TeamsBot.Data.BotDbContext(TempDatabase.Options(folder.File("bot.db"))))
        {
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(
                db.Database,
                "DELETE FROM AuditEntries WHERE Sequence = 2; UPDATE AuditHead SET Sequence = 1, Hash = (SELECT Hash FROM AuditEntries "
                    + "WHERE Sequence = 1)"
            );
        }

        (await VerifyAsync()).Error.ShouldContain("2番で切れています");
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_stops_nobody()
    {
        await using var host = await BotHost.StartAsync(folder.Path, settings: $"--Audit:KeptFile={folder.File("missing/kept.txt")}");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        await host.SeesCardAsync(author, "下書き");
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.StepAsync();
        (await author.SayAsync("一覧")).Answer!.IsAccepted.ShouldBeTrue();
        await host.StopAsync();
    }

    private Task<CliRun> VerifyAsync() => CliRun.Of("", "audit", "verify", "--database", folder.File("bot.db"), "--kept", Kept);

    private async Task WaitForLinesAsync(BotHost host, int lines)
    {
        for (var tries = 0; tries < 100 && !(File.Exists(Kept) && KeptEnds.Read(Kept).Count >= lines); tries++) await host.StepAsync();
    }
}
