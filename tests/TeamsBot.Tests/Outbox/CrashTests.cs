using Microsoft.EntityFrameworkCore;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

public sealed class CrashTests : IDisposable
{
    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_text_under_way_in_a_crash_is_repeated_once_after_half_a_minute(bool delivered, int arrivals)
    {
        await bench.WritesAsync("sato");
        await SayAsync("hello");
        await bench.DieSendingAsync(delivered);
        await bench.PassAsync(TimeSpan.FromSeconds(29));
        bench.Sent.Count().ShouldBe(arrivals - 1);
        await bench.PassAsync(TimeSpan.FromMinutes(10));
        bench.Sent.Count().ShouldBe(arrivals);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_text_is_not_repeated_by_every_crash()
    {
        await bench.WritesAsync("sato");
        await SayAsync("hello");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await bench.DieSendingAsync(delivered: true);
            bench.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await bench.PassAsync(TimeSpan.FromMinutes(10));
        bench.Sent.Count().ShouldBe(2);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Dead]);
    }

    [Fact]
    public async Task A_change_of_a_card_under_way_in_a_crash_is_repeated_at_once()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        await bench.PumpAsync();
        await ShowAsync(2);
        await bench.DieSendingAsync(delivered: true);
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v1", "PUT a:sato v2", "PUT a:sato v2"]);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent, OutboxStatus.Sent]);
    }

    [Fact]
    public async Task What_was_committed_and_never_begun_is_sent_after_a_restart()
    {
        await bench.WritesAsync("sato");
        await SayAsync("hello");
        bench.Restart();
        await bench.PumpAsync();
        bench.Restart();
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato hello"]);
    }

    [Fact]
    public async Task A_database_that_refuses_the_result_gets_it_later_and_nothing_is_sent_twice()
    {
        await bench.WritesAsync("sato");
        await bench.WritesAsync("ito");
        await SayAsync("hello", "again");
        var round = bench.NewRound();
        var begun = await round.RunAsync([], 64, default);
        await begun.Single().SendAsync(bench.Connector, bench.Time, 0.5, default);

        bench.Database.Tamper("CREATE TRIGGER Refuse BEFORE UPDATE ON OutboxMessages BEGIN SELECT RAISE(ABORT, 'full'); END");
        await Should.ThrowAsync<DbUpdateException>(() => round.RunAsync(begun, 64, default));
        bench.Database.Tamper("DROP TRIGGER Refuse");

        var next = await round.RunAsync(begun, 64, default);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        if (next.Count == 0) next = await round.RunAsync([], 64, default);
        next.Single().Message.Body.ShouldBe("again");
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent, OutboxStatus.Pending]);
    }

    private Task SayAsync(params string[] texts) => bench.CommitAsync(outbox =>
    {
        foreach (var text in texts) outbox.Say(OutboxBench.Person("sato"), text);
    });

    private Task ShowAsync(long version) =>
        bench.CommitAsync(outbox =>
            outbox.Show(OutboxBench.Person("sato"), "draft:1", version, TestCards.Saying($"v{version}"), "a draft")
        );
}
