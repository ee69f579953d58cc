using System.Net;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

/// <summary>
/// Messages that ask or tell somebody: never about what is over, never many at once, never late at night; and no short trouble loses one.
/// </summary>
public sealed class RingingTests : IDisposable
{
    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task What_is_over_before_it_arrived_is_not_heard_of()
    {
        await RingAsync("draft:1", "draft:2");
        await bench.PumpAsync();
        await bench.CommitAsync(outbox => outbox.Change(OutboxBench.Person("sato"), "draft:1", 2, Card("over"), "over", "draft:1"));
        await bench.PumpAsync();

        await bench.WritesAsync("sato");
        await bench.PassAsync(TimeSpan.FromSeconds(5));

        bench.Sent.ShouldBe(["POST a:sato draft:2"]);
    }

    [Fact]
    public async Task A_change_in_silence_for_somebody_who_was_reached_at_this_moment_is_no_news_either()
    {
        await RingAsync("draft:1");
        await bench.PumpAsync();
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Change(OutboxBench.Person("sato"), "draft:1", 2, Card("over"), "over", "draft:1"));

        await bench.PassAsync(TimeSpan.FromSeconds(5));

        bench.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_in_silence_of_a_card_that_may_have_arrived_is_sent_so_that_the_old_one_does_not_stand_alone()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AnswerFirst(() => FakeConnector.Refusal(HttpStatusCode.BadGateway));
        await RingAsync("draft:1");
        await bench.PumpAsync();
        await bench.CommitAsync(outbox => outbox.Change(OutboxBench.Person("sato"), "draft:1", 2, Card("over"), "over", "draft:1"));

        await bench.PassAsync(TimeSpan.FromMinutes(1));

        bench.Sent.ShouldBe(["POST a:sato draft:1", "POST a:sato over"]);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 1)]
    [InlineData(9, 1)]
    public async Task More_than_three_at_once_are_one_list(int asked, int messages)
    {
        bench.List = new WaitingList(requests => new WaitingListMessage(Card($"list of {requests.Count}"), "list"));
        bench.Restart();
        await RingAsync([.. Enumerable.Range(1, asked).Select(number => $"draft:{number}")]);
        await bench.PumpAsync();

        await bench.WritesAsync("sato");
        await bench.PassAsync(TimeSpan.FromSeconds(10));

        bench.Sent.Count().ShouldBe(messages);
        if (messages == 1) bench.Sent.Single().ShouldBe($"POST a:sato list of {asked}");
        await bench.CommitAsync(outbox => outbox.Change(OutboxBench.Person("sato"), "draft:1", 2, Card("over"), "over", "draft:1"));
        await bench.PassAsync(TimeSpan.FromSeconds(10));
        bench.Sent.Count().ShouldBe(messages == 1 ? 1 : 4);
    }

    [Fact]
    public async Task What_was_held_up_rings_in_opening_hours()
    {
        var opening = bench.Time.GetUtcNow().AddHours(30);
        bench.Hours = new LateHours((_, _, now, _) => Task.FromResult(now > opening ? now : opening));
        bench.Restart();
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await RingAsync("draft:1");
        await bench.PassAsync(TimeSpan.FromHours(2));
        bench.Wire.Accept();
        var tried = bench.Sent.Count();

        await bench.PassAsync(TimeSpan.FromHours(27));
        bench.Sent.Count().ShouldBe(tried);
        await bench.PassAsync(TimeSpan.FromHours(2));

        bench.Sent.Count().ShouldBe(tried + 1);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task Who_writes_in_the_night_gets_what_is_due_at_once()
    {
        var opening = bench.Time.GetUtcNow().AddHours(30);
        bench.Hours = new LateHours((_, _, now, _) => Task.FromResult(now > opening ? now : opening));
        bench.Restart();
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await RingAsync("draft:1");
        await bench.PassAsync(TimeSpan.FromHours(2));
        bench.Wire.Accept();

        bench.Arrivals.Heard(OutboxBench.Person("sato"));
        await bench.PumpAsync();

        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task What_is_urgent_rings_at_any_hour()
    {
        bench.Hours = new LateHours((_, _, now, _) => Task.FromResult(now.AddDays(1)));
        bench.Restart();
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await bench.CommitAsync(outbox => Ring(outbox, "draft:1", isUrgent: true));
        await bench.PassAsync(TimeSpan.FromHours(2));
        bench.Wire.Accept();

        await bench.PassAsync(TimeSpan.FromMinutes(10));

        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_request_outlives_any_outage(HttpStatusCode status)
    {
        await bench.WritesAsync("sato");
        bench.Wire.Answer = call => Task.FromResult(call.IsQuestion ? null : FakeConnector.Refusal(status));
        await RingAsync("draft:1");
        await bench.PassAsync(TimeSpan.FromDays(5));
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Pending]);

        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromHours(2));

        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_call_that_hangs_while_questions_are_answered_is_tried_until_it_goes_through()
    {
        await bench.WritesAsync("sato");
        bench.Wire.Answer = call =>
            call.IsQuestion ? Task.FromResult<HttpResponseMessage?>(null) : throw new TaskCanceledException("time-out");
        await RingAsync("draft:1");
        await bench.PassAsync(TimeSpan.FromMinutes(2));
        bench.Wire.Accept();

        await bench.PassAsync(TimeSpan.FromMinutes(10));

        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task An_inbound_activity_ends_the_waiting_between_two_tries()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.Forbidden);
        await RingAsync("draft:1");
        await bench.PassAsync(TimeSpan.FromHours(1));
        bench.Wire.Accept();
        var tried = bench.Sent.Count();

        bench.Arrivals.Heard(OutboxBench.Person("sato"));
        await bench.PumpAsync();

        bench.Sent.Count().ShouldBe(tried + 1);
    }

    [Fact]
    public async Task Conversations_that_always_fail_do_not_make_the_connector_look_down_for_others()
    {
        foreach (var number in Enumerable.Range(0, 8)) await bench.WritesAsync($"bad{number}");
        await bench.WritesAsync("sato");
        bench.Wire.Answer = call =>
            Task.FromResult(
                call.To.StartsWith("a:bad", StringComparison.Ordinal) && !call.IsQuestion
                    ? FakeConnector.Refusal(HttpStatusCode.InternalServerError)
                    : null
            );
        await bench.CommitAsync(outbox =>
        {
            foreach (var number in Enumerable.Range(0, 8)) outbox.Say(OutboxBench.Person($"bad{number}"), "hello");
        });
        await bench.PassAsync(TimeSpan.FromMinutes(1));

        await RingAsync("draft:1");
        await bench.PumpAsync();

        bench.Sent.ShouldContain("POST a:sato draft:1");
    }

    private Task RingAsync(params string[] keys) => bench.CommitAsync(outbox =>
    {
        foreach (var key in keys) Ring(outbox, key);
    });

    private static void Ring(OutboxWriter outbox, string key, bool isUrgent = false) =>
        outbox.Ring(
            OutboxBench.Person("sato"),
            key,
            1,
            Card(key),
            key,
            new Opening("開く", "open", new JsonObject { ["draft"] = key }, "ja"),
            key,
            isUrgent
        );

    private static AdaptiveCard Card(string text) => new("1.5") { Body = [new AdaptiveTextBlock { Text = text }] };
}
