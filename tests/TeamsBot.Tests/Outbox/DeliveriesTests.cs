using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

public sealed class DeliveriesTests : IDisposable
{
    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Every_recipient_is_accounted_for_with_the_newest_version_of_each_card()
    {
        await bench.WritesAsync("sato");
        await bench.WritesAsync("ito");
        bench.Wire.Answer = call =>
            Task.FromResult(call.To == "a:ito" ? FakeConnector.Refusal(System.Net.HttpStatusCode.BadRequest, "BadSyntax") : null);
        foreach (var version in new[] { 1, 2 })
        {
            await bench.CommitAsync(outbox =>
            {
                foreach (var person in new[] { "sato", "ito", "stranger" })
                {
                    outbox.Show(OutboxBench.Person(person), "draft:1", version, TestCards.Saying($"v{version}"), "a draft");
                }
            });
            await bench.PumpAsync();
        }

        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "tomorrow", "draft:1", bench.Time.GetUtcNow().AddDays(1)));
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "another matter", "draft:2"));
        await bench.PumpAsync();
        using var db = bench.Database.CreateDbContext();
        (await Deliveries.OfAsync(db, "draft:1", default))
            .Select(delivery => (delivery.Address, delivery.CardKey, delivery.Version, delivery.Status))
            .ShouldBe(
                [
                    (OutboxBench.Person("sato"), "draft:1", 2, OutboxStatus.Sent),
                    (OutboxBench.Person("ito"), "draft:1", 2, OutboxStatus.Dead),
                    (OutboxBench.Person("stranger"), "draft:1", 2, OutboxStatus.Unreachable),
                    (OutboxBench.Person("sato"), "", 0, OutboxStatus.Pending),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task What_needs_somebody_is_listed_newest_first()
    {
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("stranger"), "one"));
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "two"));
        await bench.PumpAsync();
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "three"));
        using var db = bench.Database.CreateDbContext();
        (await Deliveries.OpenAsync(db, 10, default)).Select(delivery => (delivery.Id, delivery.Status, delivery.LastFailure))
            .ShouldBe([(3, OutboxStatus.Pending, null), (1, OutboxStatus.Unreachable, FailureCodes.NeverSeen)]);
    }
}
