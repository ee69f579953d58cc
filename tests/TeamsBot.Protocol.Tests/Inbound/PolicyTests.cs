using System.Text.Json.Nodes;
using TeamsBot.Protocol.Tests.Support;
using static TeamsBot.Protocol.Tests.Support.FakeSigningService;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>What a verified caller still may not do (protocol.md 1.5 to 1.7).</summary>
public sealed class PolicyTests
{
    private const string Tenant = Samples.TenantId;

    [Theory]
    [InlineData($"https://smba.trafficmanager.net/emea/{Tenant}/", true)]
    [InlineData($"https://smba.trafficmanager.net/emea/{Tenant}", true)]
    [InlineData($"HTTPS://SMBA.trafficmanager.net/EMEA/{Tenant}/", true)]
    [InlineData($"https://smba.trafficmanager.net:443/emea/{Tenant}/", true)]
    [InlineData($"https://smba.trafficmanager.net/emea/{Tenant}//", false)]
    [InlineData($"https://smba.trafficmanager.net/apac/{Tenant}/", false)]
    [InlineData($"https://smba2.trafficmanager.net/emea/{Tenant}/", false)]
    [InlineData($"http://smba.trafficmanager.net/emea/{Tenant}/", false)]
    [InlineData($"https://smba.trafficmanager.net:444/emea/{Tenant}/", false)]
    [InlineData($"https://user@smba.trafficmanager.net/emea/{Tenant}/", false)]
    [InlineData($"https://smba.trafficmanager.net/emea/{Tenant}/?a=b", false)]
    [InlineData($"https://smba.trafficmanager.net/emea/{Tenant}/?", false)]
    [InlineData($"https://smba.trafficmanager.net/emea/{Tenant}/#x", false)]
    [InlineData($"https://smba.trafficmanager.net\\@evil.example/emea/{Tenant}/", false)]
    [InlineData("not a url", false)]
    [InlineData("/relative", false)]
    public async Task The_activity_must_name_the_token_s_service_url(string serviceUrl, bool accepted)
    {
        using var bot = new BotHost();
        var activity = Samples.Message();
        activity["serviceUrl"] = serviceUrl;
        (await bot.PostAsync(activity)).Status.ShouldBe(accepted ? 202 : 403);
        if (!accepted) bot.Logs.All.ShouldContain("ServiceUrlMismatch");
    }

    [Theory]
    [InlineData("https://evil.example/", false)]
    [InlineData("https://evil.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net:444/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("http://localhost:5000/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://smba.botframework.com/x/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc/", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch/", true)]
    [InlineData("https://relay.example.lg.jp/x/", true)]
    public async Task A_host_off_the_list_is_refused_even_under_a_good_token(string serviceUrl, bool accepted)
    {
        using var bot = new BotHost([.. BotHost.Registered, ("ServiceUrlHosts:0", "relay.example.lg.jp")]);
        var activity = Samples.Message();
        activity["serviceUrl"] = serviceUrl;
        var token = Token(Header(), Payload(bot.Time.GetUtcNow(), serviceUrl: serviceUrl), bot.Signing.Key);
        (await bot.PostAsync(activity, "Bearer " + token)).Status.ShouldBe(accepted ? 202 : 403);
        bot.Logs.Lines.Any(line => line.Id == 1101).ShouldBe(!accepted);
    }

    [Fact]
    public async Task A_key_without_the_teams_endorsement_may_not_speak_for_teams()
    {
        using var bot = new BotHost();
        bot.Signing.Publish("other", bot.Signing.OtherKey, "webchat", "MSTEAMS");
        bot.Signing.Publish("bare", bot.Signing.OtherKey).Remove("endorsements");
        foreach (var id in new[] { "other", "bare" })
        {
            (
                await bot.PostAsync(Samples.Message(), "Bearer " + Token(Header(id), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey))
            ).Status.ShouldBe(403);
        }

        bot.Logs.All.ShouldContain("EndorsementMissing");
        bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_incident_switch_reports_a_missing_endorsement_and_lets_the_turn_pass()
    {
        using var bot = new BotHost([.. BotHost.Registered, ("ReportMissingEndorsementsOnly", "true")]);
        bot.Signing.Publish("other", bot.Signing.OtherKey, "webchat");
        (
            await bot.PostAsync(Samples.Message(), "Bearer " + Token(Header("other"), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey))
        ).Status.ShouldBe(202);
        bot.Logs.Lines.ShouldContain(line => line.Id == 1102);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData("msteams:copilot")]
    [InlineData("msteamsx")]
    public async Task Another_channel_is_refused(string? channel)
    {
        using var bot = new BotHost();
        (await PostWithAsync(bot, activity => activity["channelId"] = channel)).ShouldBe(403);
    }

    [Fact]
    public async Task A_surface_within_teams_passes_where_configured()
    {
        using var bot = new BotHost([.. BotHost.Registered, ("AllowSubChannels", "true")]);
        (await PostWithAsync(bot, activity => activity["channelId"] = "msteams:copilot")).ShouldBe(202);
        (await PostWithAsync(bot, activity => activity["channelId"] = "msteamsx")).ShouldBe(403);
    }

    [Fact]
    public async Task Activities_for_another_bot_are_refused_and_a_missing_recipient_is_not()
    {
        using var bot = new BotHost();
        (await PostWithAsync(bot, activity => activity["recipient"]!["id"] = "28:dddddddd-0000-4000-8000-000000000004")).ShouldBe(403);
        (await PostWithAsync(bot, activity => activity.Remove("recipient"))).ShouldBe(202);
        bot.Turns.Single().Conversation.BotId.ShouldBe("28:" + Samples.AppId);
    }

    [Fact]
    public async Task Tenants_must_agree_and_be_allowed()
    {
        using var bot = new BotHost();
        const string other = "eeeeeeee-0000-4000-8000-000000000005";
        (await PostWithAsync(bot, activity => activity["channelData"]!["tenant"]!["id"] = other)).ShouldBe(403);
        (await PostWithAsync(bot, activity => activity["conversation"]!["tenantId"] = other)).ShouldBe(403);
        (await PostWithAsync(bot, activity =>
        {
            activity["conversation"]!["tenantId"] = other;
            activity["channelData"]!["tenant"]!["id"] = other;
        })).ShouldBe(403);
        (await PostWithAsync(bot, activity =>
        {
            activity["conversation"]!.AsObject().Remove("tenantId");
            activity.Remove("channelData");
        })).ShouldBe(403);
        (await PostWithAsync(bot, activity => activity.Remove("channelData"))).ShouldBe(202);
        (await PostWithAsync(bot, activity => activity["conversation"]!.AsObject().Remove("tenantId"))).ShouldBe(202);
        (await PostWithAsync(bot, activity => activity["conversation"]!["tenantId"] = Tenant.ToUpperInvariant())).ShouldBe(202);
        bot.Turns.ShouldAllBe(turn => string.Equals(turn.Actor!.TenantId, Tenant, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_listed_tenant_replaces_the_home_tenant()
    {
        using var bot = new BotHost([.. BotHost.Registered, ("AllowedTenants:0", "eeeeeeee-0000-4000-8000-000000000005")]);
        (await PostWithAsync(bot, _ => { })).ShouldBe(403);
    }

    private static async Task<int> PostWithAsync(BotHost bot, Action<JsonObject> change)
    {
        var activity = Samples.Message();
        change(activity);
        return (await bot.PostAsync(activity)).Status;
    }
}
