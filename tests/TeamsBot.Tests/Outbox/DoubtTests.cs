using System.Net;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

/// <summary>
/// A card that may stand in a chat though nobody reported it there is changed like one that does: whatever happens to what was to change
/// it, the newest version reaches the chat.
/// </summary>
public sealed class DoubtTests : IDisposable
{
    /// <summary>After so long what may have arrived is repeated.</summary>
    private static readonly TimeSpan InDoubt = TimeSpan.FromSeconds(31);

    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task What_may_be_there_is_changed_also_when_the_change_that_spoke_for_it_is_itself_overtaken()
    {
        await PerhapsThereAsync();
        bench.Wire.AlwaysAnswer(HttpStatusCode.PreconditionFailed);
        await ChangeAsync(2);
        await bench.PassAsync(InDoubt);
        bench.Sent.Last().ShouldBe("POST a:sato v2");
        await ChangeAsync(3);
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        bench.Sent.Last().ShouldBe("POST a:sato v3");
    }

    [Fact]
    public async Task What_may_be_there_is_changed_also_when_the_process_dies_before_each_change()
    {
        await PerhapsThereAsync();
        foreach (var version in Enumerable.Range(2, 3))
        {
            await ChangeAsync(version);
            await bench.DieSendingAsync(delivered: false);
        }

        await ChangeAsync(5);
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        bench.Sent.ShouldBe(["POST a:sato v1", "POST a:sato v5"]);
    }

    [Fact]
    public async Task What_may_be_there_is_changed_when_the_person_can_be_reached_again()
    {
        await PerhapsThereAsync();
        bench.Wire.AlwaysAnswer(HttpStatusCode.Forbidden, "ConversationBlockedByUser");
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        await ChangeAsync(2);
        bench.Wire.Accept();
        await bench.WritesAsync("sato");
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        bench.Sent.Last().ShouldBe("POST a:sato v2");
    }

    [Fact]
    public async Task What_a_time_out_left_in_doubt_is_changed_also_when_that_change_meets_trouble()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.BadGateway);
        await ShowAsync(1);
        await bench.PumpAsync();
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await ChangeAsync(2);
        await bench.PassAsync(InDoubt);
        await ChangeAsync(3);
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        bench.Sent.Last().ShouldBe("POST a:sato v3");
        (await bench.StatusesAsync())[^1].ShouldBe(OutboxStatus.Sent);
    }

    /// <summary>The connector took the first version, and the process died before it knew.</summary>
    private async Task PerhapsThereAsync()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        await bench.DieSendingAsync(delivered: true);
    }

    private Task ChangeAsync(long version) =>
        bench.CommitAsync(outbox =>
            outbox.Change(OutboxBench.Person("sato"), "draft:1", version, TestCards.Saying($"v{version}"), "a draft", "draft:1")
        );

    private Task ShowAsync(long version) =>
        bench.CommitAsync(outbox =>
            outbox.Show(OutboxBench.Person("sato"), "draft:1", version, TestCards.Saying($"v{version}"), "a draft")
        );
}
