using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;
using static TeamsBot.Protocol.Tests.Support.FakeSigningService;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>Where keys come from, how long they live, and what happens while they cannot be had (protocol.md 1.6).</summary>
public sealed class SigningKeyTests : IDisposable
{
    private readonly BotHost bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Unknown_keys_are_asked_for_at_once_and_then_at_growing_intervals_up_to_a_minute()
    {
        await bot.Get<SigningKeys>().RefreshAsync();
        (await AskedAsync(5, 0)).ShouldBe(1);
        foreach (var (seconds, asked) in ((int, int)[])[(9, 0), (1, 1), (19, 0), (1, 1), (39, 0), (1, 1), (59, 0), (1, 1), (59, 0), (1, 1)])
            (await AskedAsync(2, seconds)).ShouldBe(asked, $"after {seconds} s");
    }

    /// <summary>Somebody's made-up key, and a second later the service rolls its own.</summary>
    [Fact]
    public async Task An_unknown_key_just_before_a_roll_holds_the_new_one_off_for_seconds()
    {
        await bot.Get<SigningKeys>().RefreshAsync();
        (await AskedAsync(1, 0)).ShouldBe(1);
        bot.Signing.Keys.Clear();
        bot.Signing.Publish("k2", bot.Signing.OtherKey);
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        (
            await bot.PostAsync(Samples.Message(), "Bearer " + Token(Header("k2"), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey))
        ).Status.ShouldBe(202);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_hold_off_a_rolled_key()
    {
        await bot.Get<SigningKeys>().RefreshAsync();
        (await AskedAsync(1, 0)).ShouldBe(1);
        bot.Time.Jump(TimeSpan.FromHours(-2));
        (await AskedAsync(1, 10)).ShouldBe(1);
    }

    /// <summary>How often the service was asked because of tokens with a key that nobody knows.</summary>
    private async Task<int> AskedAsync(int tokens, int afterSeconds)
    {
        bot.Time.Advance(TimeSpan.FromSeconds(afterSeconds));
        var before = bot.Signing.MetadataRequests;
        var unknown = "Bearer " + Token(Header("nobody"), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey);
        for (var token = 0; token < tokens; token++) (await bot.PostAsync(Samples.Message(), unknown)).Status.ShouldBe(401);
        return bot.Signing.MetadataRequests - before;
    }

    [Fact]
    public async Task A_rolled_key_is_found_at_once()
    {
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
        bot.Time.Advance(TimeSpan.FromMinutes(6));
        bot.Signing.Keys.Clear();
        bot.Signing.Publish("k2", bot.Signing.OtherKey);
        (
            await bot.PostAsync(Samples.Message(), "Bearer " + Token(Header("k2"), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey))
        ).Status.ShouldBe(202);
    }

    [Fact]
    public async Task Many_callers_share_one_load()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => bot.PostAsync(Samples.Message()))));
        answers.ShouldAllBe(answer => answer.Status == 202);
        bot.Signing.MetadataRequests.ShouldBe(1);
    }

    [Fact]
    public async Task While_no_keys_were_ever_had_the_answer_is_503_and_the_bot_is_not_ready()
    {
        bot.Signing.Instead = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(503);
        bot.Logs.All.ShouldContain("KeysUnavailable");
        (await HealthAsync()).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task The_background_keeps_trying_until_it_has_keys()
    {
        bot.Signing.Instead = _ => throw new HttpRequestException("down");
        var refresh = bot.Get<IEnumerable<IHostedService>>().OfType<SigningKeyRefresh>().Single();
        await refresh.StartAsync(CancellationToken.None);
        await bot.Time.WhenWaiting(1);
        bot.Signing.Instead = null;
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        await bot.Time.WhenWaiting(1);
        bot.Get<SigningKeys>().State.ShouldBe(KeyState.Fresh);
        (await HealthAsync()).ShouldBe(HealthStatus.Healthy);
        var before = bot.Signing.MetadataRequests;
        bot.Time.Advance(TimeSpan.FromHours(10.9));
        bot.Signing.MetadataRequests.ShouldBe(before);
        bot.Time.Advance(TimeSpan.FromHours(2.2));
        await bot.Time.WhenWaiting(1);
        bot.Signing.MetadataRequests.ShouldBe(before + 1);
        await refresh.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_last_good_keys_serve_for_five_days_of_outage()
    {
        await bot.Get<SigningKeys>().RefreshAsync();
        bot.Signing.Instead = _ => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.Get<SigningKeys>().RefreshAsync();
        (await HealthAsync()).ShouldBe(HealthStatus.Degraded);
        bot.Time.Advance(TimeSpan.FromDays(4) - TimeSpan.FromSeconds(1));
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(503);
    }

    [Fact]
    public async Task Keys_on_another_host_are_not_believed()
    {
        bot.Signing.KeysUrl = "https://evil.example/v1/.well-known/keys";
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(503);
        bot.Signing.Requests.ShouldAllBe(uri => uri.Host == FakeSigningService.Host);
    }

    [Theory]
    [InlineData("http://login.botframework.com/v1/.well-known/keys")]
    [InlineData("https://u:p@login.botframework.com/v1/.well-known/keys")]
    [InlineData("keys")]
    [InlineData("")]
    public async Task Keys_at_an_odd_address_are_not_fetched(string address)
    {
        bot.Signing.KeysUrl = address;
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(503);
        bot.Signing.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        bot.Signing.Instead = _ => new HttpResponseMessage(HttpStatusCode.Found)
        {
            Headers = { Location = new Uri("https://evil.example/") },
        };
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(503);
        bot.Signing.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_other_spelling_of_the_metadata_is_tried_where_the_first_is_not_found()
    {
        bot.Signing.Instead = request =>
            request.RequestUri!.AbsolutePath.EndsWith("/openidconfiguration", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : null;
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"jwks_uri":5}""")]
    [InlineData("""{"keys":"k1"}""")]
    public async Task A_document_that_is_none_leaves_the_old_keys(string document)
    {
        await bot.Get<SigningKeys>().RefreshAsync();
        bot.Signing.Instead = _ => new HttpResponseMessage { Content = new StringContent(document) };
        await bot.Get<SigningKeys>().RefreshAsync();
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
    }

    [Fact]
    public async Task An_overlong_document_is_refused()
    {
        bot.Signing.Instead = _ => new HttpResponseMessage { Content = new StringContent(new string(' ', KeyDocuments.MaxBytes + 1)) };
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(503);
    }

    [Fact]
    public async Task Keys_of_other_kinds_uses_and_sizes_are_passed_over()
    {
        using var weak = System.Security.Cryptography.RSA.Create(1024);
        bot.Signing.Publish("weak", weak);
        bot.Signing.Publish("enc", bot.Signing.OtherKey)["use"] = "enc";
        bot.Signing.Publish("ec", bot.Signing.OtherKey)["kty"] = "EC";
        bot.Signing.Publish("broken", bot.Signing.OtherKey)["n"] = "%%%";
        bot.Signing.Keys.Add(new JsonObject { ["kid"] = 5 });
        await bot.Get<SigningKeys>().RefreshAsync();
        foreach (var id in new[] { "weak", "enc", "ec", "broken" }) bot.Get<SigningKeys>().Known(id).ShouldBeNull();
        bot.Get<SigningKeys>().Known("k1").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_without_a_stated_use_signs()
    {
        bot.Signing.Publish("plain", bot.Signing.OtherKey).Remove("use");
        (
            await bot.PostAsync(Samples.Message(), "Bearer " + Token(Header("plain"), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey))
        ).Status.ShouldBe(202);
    }

    private async Task<HealthStatus> HealthAsync() =>
        (await bot.Get<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"))).Status;
}
