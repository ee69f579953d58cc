using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.Tests.Data;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Somebody deletes or damages the database under a running bot: nobody is told "done", and whoever watches the process sees it.
/// </summary>
public sealed class LostFileTests
{
    [Theory]
    [InlineData("bot.db")]
    [InlineData("bot.db-wal")]
    public async Task Nothing_is_taken_in_while_a_file_is_away_and_everything_when_it_is_back(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        var card = await host.SeesCardAsync(author, "下書き");
        (await ReadyAsync(host)).ShouldStartWith("200");

        var (file, away) = (Path.Combine(host.Folder, name), Path.Combine(host.Folder, "away"));
        File.Move(file, away);
        (await author.PressAsync(card, "取り下げる")).ToCardAnswer().Kind.ShouldNotBe(CardAnswerKind.Card);
        (await author.SayAsync("公民館の中庭で木工作品を並べています。")).Answer!.IsAccepted.ShouldBeFalse();
        (await author.SayAsync("一覧")).Answer!.IsAccepted.ShouldBeFalse("what only reads would show what is about to be gone");
        (await ReadyAsync(host)).ShouldContain("\"database\":\"Unhealthy\"");
        File.Exists(file).ShouldBeFalse();

        File.Move(away, file);
        Scenario.Shown(await author.PressAsync(card, "取り下げる")).ShouldContain("取り下げました");
        (await ReadyAsync(host)).ShouldContain("\"database\":\"Healthy\"");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Damage_that_a_turn_meets_makes_the_bot_unready()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        await using (var before = await BotHost.StartAsync(folder.Path))
        {
            var writer = await before.OpenAsync(BotHost.Author);
            await writer.SayAsync("図書館の二階で水彩画を飾っています。");
            await before.SeesCardAsync(writer, "下書き");
            await before.IdleAsync();
            await before.StopAsync();
        }

        Directory.GetFiles(folder.Path).ShouldBe([folder.File("bot.db")], "a page in a log beside it would be read from there");

        // Later, so that its Teams counts no message as one of the first.
        await using var host = await BotHost.StartAsync(folder.Path, new FakeTime(BotHost.Morning.AddHours(1)));
        (await ReadyAsync(host)).ShouldStartWith("200");
        var author = host.Of(BotHost.Author);
        DatabaseFileTests.Damage(folder.File("bot.db"), "Draft");
        Forget(folder.File("bot.db"));
        (await author.SayAsync("履歴 1")).Answer!.IsAccepted.ShouldBeFalse();
        (await ReadyAsync(host)).ShouldContain("\"database\":\"Unhealthy\"");
        await host.StopAsync();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>A commit of somebody else makes every connection forget the pages it has read.</summary>
    private static void Forget(string file)
    {
        using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA user_version = 1";
        command.ExecuteNonQuery();
    }

    private static async Task<string> ReadyAsync(BotHost host)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(host.Address, "/health/ready"));
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
