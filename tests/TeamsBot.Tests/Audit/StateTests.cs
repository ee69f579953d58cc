using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Audit;

/// <summary>
/// A draft that was posted, one that waits, a comment; then somebody with the file in hand changes what the chain says, and leaves the
/// chain alone.
/// </summary>
public sealed class StateTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    private ChangedFile Database => new(folder.File("bot.db"));

    public async Task InitializeAsync()
    {
        await using var host = await BotHost.StartAsync(folder.Path);
        var play = await new Scenario(host).InstalledAsync();
        await play.ApproveAsync();
        await play.ReportAsync();
        (await play.DraftAsync()).Status.ShouldBe(DraftStatus.Posted);
        var author = host.Of(BotHost.Author);
        await author.SayAsync("公民館の中庭で木工作品を並べています。");
        await host.SeesCardAsync(author, "下書き", 2);
        await host.IdleAsync();
        await host.StopAsync();
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_the_bot_did_itself_stands_as_recorded()
    {
        var run = await Database.VerifyAsync();
        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldNotContain("照合できません");
    }

    [Theory]
    [InlineData("UPDATE Draft SET Status = 'Approved' WHERE Number = 2", "draft:2", "status")]
    [InlineData("UPDATE Draft SET Status = 'Nonsense' WHERE Number = 2", "draft:2", "読めません")]
    [InlineData("UPDATE Draft SET Holders = 'no JSON' WHERE Number = 2", "draft:2", "読めません")]
    [InlineData("UPDATE Draft SET PostedUrl = 'https://example.com/' WHERE Number = 1", "draft:1", "outcome")]
    [InlineData("UPDATE Draft SET AuthorId = 'somebody' WHERE Number = 1", "draft:1", "plan")]
    [InlineData("UPDATE Review SET Decision = 'Reject' WHERE DraftNumber = 1 AND Ordinal = 1", "draft:1", "reviews")]
    [InlineData("UPDATE Review SET Reason = 'よく確かめました' WHERE DraftNumber = 1", "draft:1", "reviews")]
    [InlineData("UPDATE Revision SET Text = Text || '。' WHERE DraftNumber = 1", "draft:1", "texts")]
    [InlineData("DELETE FROM DraftEvent WHERE DraftNumber = 1 AND Ordinal = 2", "draft:1", "events")]
    [InlineData("UPDATE DraftEvent SET Who = '鈴木 一郎' WHERE DraftNumber = 1 AND Ordinal = 1", "draft:1", "events")]
    [InlineData(
        "DELETE FROM DraftEvent WHERE DraftNumber = 2; DELETE FROM Revision WHERE DraftNumber = 2; DELETE FROM Draft WHERE Number = 2",
        "draft:2",
        "表にありません"
    )]
    public async Task What_was_changed_beside_the_chain_is_named(string sql, string subject, string what)
    {
        Database.Change(sql);
        var run = await Database.VerifyAsync();
        run.ExitCode.ShouldBe(1);
        var line = run.Error.Split('\n').Where(one => one.StartsWith("  ", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain($"{subject}:");
        line.ShouldContain(what);
    }

    [Fact]
    public async Task A_chain_emptied_together_with_its_end_is_noticed_by_the_tables()
    {
        Database.Change("DELETE FROM AuditEntries; DELETE FROM AuditHead");
        var run = await Database.VerifyAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("draft:1: 記録がありません");
        run.Error.ShouldContain("draft:2: 記録がありません");
    }

    [Fact]
    public async Task Rows_of_an_earlier_program_are_counted_and_not_accused()
    {
        await Database.ForgetAsync(RecordedState.Member);
        var run = await Database.VerifyAsync();
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("2件は以前のプログラムの記録のため");
    }
}
