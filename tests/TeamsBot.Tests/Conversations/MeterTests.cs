using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Tests.Conversations;

/// <summary>The figures for whoever watches: what a day at the desk counts up, and that they are carried away where somebody wants them.</summary>
public sealed class MeterTests
{
    [Fact]
    public async Task The_main_job_is_counted_and_nobody_is_in_the_counts()
    {
        await using var host = await BotHost.StartAsync();
        using var seen = new Seen(host.Services.GetRequiredService<IMeterFactory>());
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.ApproveAsync();
        await host.IdleAsync();

        seen.Sum("teamsbot.turn.duration", "outcome=handled type=invoke").ShouldBeGreaterThanOrEqualTo(3);
        seen.Sum("teamsbot.turn.duration", "outcome=handled type=message").ShouldBeGreaterThanOrEqualTo(1);
        seen.Sum("teamsbot.check.duration", "").ShouldBeGreaterThanOrEqualTo(1);
        seen.Sum("teamsbot.outbox.attempts", "status=Sent").ShouldBeGreaterThanOrEqualTo(4);
        seen.All.Keys.ShouldAllBe(key => !key.Contains("佐藤", StringComparison.Ordinal) && !key.Contains(Scenario.TenantId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_check_finds_is_counted_by_rule()
    {
        await using var host = await BotHost.StartAsync();
        using var seen = new Seen(host.Services.GetRequiredService<IMeterFactory>());
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.PasteAsync("【休館のお知らせ】12月4日（金・祝）は、星見市立図書館を休館します。ご了承ください。");

        seen.All.Keys.ShouldContain(key => key.StartsWith("teamsbot.check.findings rule=holiday-name severity=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_that_wait_and_that_nobody_can_be_given_are_counted_when_somebody_asks()
    {
        await using var host = await BotHost.StartAsync();
        using var seen = new Seen(host.Services.GetRequiredService<IMeterFactory>());
        // Only the author has the bot: the reviewers cannot be reached.
        var scenario = new Scenario(host);
        await scenario.Author.InstallAsync();
        await scenario.Author.PressAsync(await scenario.PasteAsync(), Scenario.HandIn, Scenario.Plan());
        await host.IdleAsync();

        seen.Observe();

        seen.Sum("teamsbot.outbox.messages", "status=Unreachable").ShouldBeGreaterThanOrEqualTo(2);
        seen.All.Keys.ShouldContain("teamsbot.outbox.messages status=Pending");
    }

    [Fact]
    public async Task Reminders_and_refused_requests_are_counted()
    {
        await using var host = await BotHost.StartAsync();
        using var seen = new Seen(host.Services.GetRequiredService<IMeterFactory>());
        await new Scenario(host).InstalledAsync();
        using var client = new HttpClient();
        using var body = new StringContent("not json");
        (await client.PostAsync(new Uri(host.Address, "/api/messages"), body)).StatusCode.ShouldNotBe(HttpStatusCode.Accepted);
        await new Scenario(host).SubmitAsync(Scenario.Plan(date: "2026-11-20", time: "15:00"));

        host.Time.Advance(TimeSpan.FromHours(6));
        await host.PassUntilAsync(() => seen.All.Keys.Any(key => key.StartsWith("teamsbot.reminders kind=", StringComparison.Ordinal) && key.EndsWith("outcome=done", StringComparison.Ordinal)));

        seen.All.Keys.ShouldContain(key => key.StartsWith("teamsbot.requests.refused reason=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_an_endpoint_is_configured_the_figures_are_sent_there()
    {
        var received = new ConcurrentQueue<string>();
        await using var receiver = await ReceiverAsync(received);
        var host = await BotHost.StartAsync(settings: [$"--OTEL_EXPORTER_OTLP_ENDPOINT={receiver.Urls.First()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"]);
        await host.OpenAsync(BotHost.Author);

        // What was counted is sent at the latest when the program ends.
        await host.DisposeAsync();

        received.ShouldContain(said => said.Contains("/v1/metrics", StringComparison.Ordinal) && said.Contains("teamsbot.turn.duration", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> ReceiverAsync(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, System.Text.Encoding.Latin1);
            received.Enqueue($"{http.Request.Path} {await reader.ReadToEndAsync()}");
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>What the meters of one program said: sums of what was counted, how often what takes time was done, and the last value of what is observed.</summary>
    private sealed class Seen : IDisposable
    {
        private readonly MeterListener listener = new();

        public Seen(IMeterFactory meters)
        {
            listener.InstrumentPublished = (instrument, own) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name.StartsWith("TeamsBot.", StringComparison.Ordinal)) own.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => All.AddOrUpdate(Key(instrument, tags), value, (_, before) => instrument.IsObservable ? value : before + value));
            listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => All.AddOrUpdate(Key(instrument, tags), 1, (_, before) => before + 1));
            listener.Start();
        }

        public ConcurrentDictionary<string, long> All { get; } = new(StringComparer.Ordinal);

        public void Observe() => listener.RecordObservableInstruments();

        /// <summary>0 where nothing was said of it.</summary>
        public long Sum(string instrument, string tags) => All.GetValueOrDefault($"{instrument} {tags}".Trim());

        public void Dispose() => listener.Dispose();

        private static string Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            $"{instrument.Name} {string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))}".Trim();
    }
}
