using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests;

/// <summary>A setting that cannot work, or would let strangers in, stops the start with a sentence that names it.</summary>
public sealed class BotOptionsTests
{
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "Production", "AppId=", "Bot:AppId is not set", "an anonymous bot outside Development" },
        { "Staging", "AppId=", "this is 'Staging'", "an anonymous bot in another environment" },
        { "Development", "AppId=", "Bot:Credential is set but Bot:AppId is not", "a credential without an app id" },
        { "Production", "AppId=abc", "Bot:AppId must be a GUID", "an app id that is none" },
        { "Production", "AppId={cccccccc-0000-4000-8000-000000000003}", "Bot:AppId must be a GUID", "an app id in another form" },
        { "Production", "DefaultServiceUrl=smba", "Bot:DefaultServiceUrl", "no address" },
        { "Production", "TenantId=contoso", "Bot:TenantId must be a GUID", "a tenant by name" },
        { "Production", "TenantId=", "Set Bot:TenantId, or Bot:AllowedTenants", "nobody could talk to it" },
        { "Production", "AllowedTenants:0=x", "Bot:AllowedTenants holds 'x'", "a listed tenant that is no GUID" },
        { "Production", "Credential:Kind=None", "Bot:Credential:Kind is not set", "no credential" },
        { "Production", "Credential:Secret=", "Bot:Credential:Secret is not set", "no secret" },
        { "Production", "Credential:Kind=ManagedIdentity", "Remove the secret", "a managed identity with a secret" },
        { "Production", "Credential:Kind=Certificate;Credential:Secret=", "CertificatePath names no readable file", "no certificate" },
        { "Production", "MetadataUrl=http://localhost:5001/", "Bot:MetadataUrl must be an https address", "plain http" },
        { "Development", "MetadataUrl=http://keys.example/", "Bot:MetadataUrl must be an https address", "plain http to elsewhere" },
        { "Production", "LoginHost=https://login.example/", "Bot:LoginHost must be a host name", "an address for a host" },
        { "Production", "ServiceUrlHosts:0=https://x/", "Bot:ServiceUrlHosts holds 'https://x/'", "an address for a host" },
        { "Production", "ServiceUrlHosts:0=localhost", "this machine is allowed in Development only", "this machine in production" },
        { "Production", "ServiceUrlHosts:0=127.0.0.1", "this machine is allowed in Development only", "this machine in production" },
        { "Production", "InvokeAnswerWithin=00:00:30", "Bot:InvokeAnswerWithin", "longer than the client waits" },
        { "Production", "TurnLimit=00:10:00", "Bot:TurnLimit", "longer than anybody waits" },
        {
            "Production",
            "Cloud=China;TenantId=;AllowedTenants:0=aaaaaaaa-0000-4000-8000-000000000001",
            "Bot:TenantId is needed in this cloud",
            "no login tenant"
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_stops_the_start(string environment, string changes, string message, string because)
    {
        using var bot = new BotHost(Changed(changes), environment);
        Should.Throw<OptionsValidationException>(() => bot.Get<IOptions<BotOptions>>().Value, because).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("Production", "Cloud=UsGov")]
    [InlineData("Production", "TenantId=;AllowedTenants:0=aaaaaaaa-0000-4000-8000-000000000001")]
    [InlineData("Production", "Credential:Kind=ManagedIdentity;Credential:Secret=")]
    [InlineData("Production", "Credential:Kind=Federated;Credential:Secret=")]
    [InlineData(
        "Development",
        "Credential:Kind=None;Credential:Secret=;MetadataUrl=http://localhost:5001/meta;ServiceUrlHosts:0=127.0.0.1"
    )]
    public void What_can_work_starts(string environment, string changes)
    {
        using var bot = new BotHost(Changed(changes), environment);
        bot.Get<IOptions<BotOptions>>().Value.IsAnonymous.ShouldBeFalse();
    }

    [Fact]
    public void Each_cloud_has_its_own_addresses_and_each_can_be_overridden()
    {
        var options = new BotOptions { Cloud = BotCloud.UsGov };
        (options.EffectiveIssuer, options.EffectiveScope, options.EffectiveLoginHost).ShouldBe(
            ("https://api.botframework.us", "https://api.botframework.us/.default", "login.microsoftonline.us")
        );
        options.EffectiveMetadataUrl.ShouldBe("https://login.botframework.azure.us/v1/.well-known/openidconfiguration");
        options.LoginTenant.ShouldBe("MicrosoftServices.onmicrosoft.us");
        options.Issuer = "https://issuer.example";
        options.TenantId = Samples.TenantId;
        (options.EffectiveIssuer, options.LoginTenant).ShouldBe(("https://issuer.example", Samples.TenantId));
        new BotOptions { Cloud = BotCloud.China }.EffectiveLoginHost.ShouldBe("login.partner.microsoftonline.cn");
        new BotOptions().LoginTenant.ShouldBe("botframework.com");
    }

    [Fact]
    public void The_secret_never_stands_in_a_message()
    {
        using var bot = new BotHost(Changed("Credential:Kind=Federated"));
        Should.Throw<OptionsValidationException>(() => bot.Get<IOptions<BotOptions>>().Value).Message.ShouldNotContain("s3cr3t-value");
    }

    private static IEnumerable<(string Key, string? Value)> Changed(string changes)
    {
        var settings = BotHost.Registered.ToDictionary(setting => setting.Key, setting => setting.Value);
        foreach (var change in changes.Split(';')) settings[change[..change.IndexOf('=')]] = change[(change.IndexOf('=') + 1)..];
        return settings.Select(setting => (setting.Key, setting.Value));
    }
}
