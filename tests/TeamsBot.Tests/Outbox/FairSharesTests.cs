using System.Net;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

/// <summary>
/// Conversations that always fail have their own trouble: who can be reached hears as soon as the twenty messages a second of a tenant
/// allow.
/// </summary>
public sealed class FairSharesTests : IDisposable
{
    private readonly OutboxBench bench = new();
    private readonly HashSet<string> failing = [];

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(8, HttpStatusCode.ServiceUnavailable, null)]
    [InlineData(8, HttpStatusCode.InternalServerError, "ServiceError")]
    [InlineData(8, HttpStatusCode.TooManyRequests, "Throttled")]
    [InlineData(8, HttpStatusCode.BadGateway, null)]
    [InlineData(8, HttpStatusCode.Unauthorized, null)]
    [InlineData(8, HttpStatusCode.Forbidden, null)]
    [InlineData(80, HttpStatusCode.ServiceUnavailable, null)]
    [InlineData(80, HttpStatusCode.BadGateway, null)]
    public async Task Whoever_can_be_reached_hears_as_soon_as_the_tenants_limit_lets_them(int bad, HttpStatusCode status, string? code)
    {
        await WorldAsync(bad, 30);
        bench.Wire.Answer = call => Task.FromResult(failing.Contains(call.To) ? FakeConnector.Refusal(status, code) : null);
        var late = new List<string>();
        // As if each of them were sent once, and a second for the clock's steps.
        var soon = TimeSpan.FromSeconds(1 + ((bad + 30) / 20.0));
        // Ten minutes of work: everybody is spoken to each minute, and those in trouble three times as often.
        for (var minute = 0; minute < 10; minute++)
        {
            await bench.CommitAsync(outbox =>
            {
                foreach (var person in Enumerable.Range(0, bad * 3)) outbox.Say(OutboxBench.Person($"bad{person % bad}"), $"bad {minute}");
                foreach (var person in Enumerable.Range(0, 30)) outbox.Say(OutboxBench.Person($"good{person}"), $"m{minute}");
            });
            // In the first minute it is found out who is in trouble.
            var wait = minute == 0 ? soon * 2 : soon;
            await bench.PassAsync(wait);
            var heard = bench
                .Wire.Calls.Where(call => call.Says == $"m{minute}" && !failing.Contains(call.To))
                .Select(call => call.To)
                .ToHashSet();
            late.AddRange(
                Enumerable.Range(0, 30).Where(person => !heard.Contains($"a:good{person}")).Select(person => $"good{person} at {minute}")
            );
            await bench.PassAsync(TimeSpan.FromMinutes(1) - wait);
        }

        late.ShouldBeEmpty();
        bench.Wire.Calls.Count(call => !failing.Contains(call.To)).ShouldBe(300, "each once");
    }

    /// <summary>
    /// Who was in trouble once is no reason to miss that nobody can be reached: a text in doubt waits for the connector and comes.
    /// </summary>
    [Fact]
    public async Task A_connector_that_goes_after_some_had_trouble_is_noticed_and_no_text_is_lost()
    {
        await WorldAsync(8, 2);
        bench.Wire.Answer = call =>
            Task.FromResult(failing.Contains(call.To) ? FakeConnector.Refusal(HttpStatusCode.ServiceUnavailable) : null);
        await SayAsync("first", 8, 2);
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(20));
        // Nothing arrives any more, and nobody can tell what did.
        bench.Wire.Answer = _ => Task.FromResult<HttpResponseMessage?>(FakeConnector.Refusal(HttpStatusCode.BadGateway));
        await SayAsync("second", 8, 2);
        await bench.PassAsync(TimeSpan.FromMinutes(30));
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(5));

        (await bench.StatusesAsync()).ShouldAllBe(status => status == OutboxStatus.Sent);
    }

    private Task SayAsync(string text, int bad, int good) => bench.CommitAsync(outbox =>
    {
        foreach (var person in Enumerable.Range(0, bad)) outbox.Say(OutboxBench.Person($"bad{person}"), text);
        foreach (var person in Enumerable.Range(0, good)) outbox.Say(OutboxBench.Person($"good{person}"), text);
    });

    private async Task WorldAsync(int bad, int good)
    {
        foreach (var person in Enumerable.Range(0, bad))
        {
            await bench.WritesAsync($"bad{person}");
            failing.Add($"a:bad{person}");
        }

        foreach (var person in Enumerable.Range(0, good)) await bench.WritesAsync($"good{person}");
    }
}
