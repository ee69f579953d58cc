using System.Net;
using Azure.Identity;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Outbound;

/// <summary>
/// The token: obtained once, renewed in time, renewed once when refused, and never shown to a stranger (protocol.md 2.1, 2.2).
/// </summary>
public sealed class BotTokenTests
{
    private static readonly ConversationReference Chat = new(Samples.ServiceUrl, "a:1", Samples.TenantId, "28:" + Samples.AppId);
    private static readonly Activity Text = new() { Type = ActivityTypes.Message, Text = "x" };

    [Fact]
    public async Task Fifty_senders_share_one_token()
    {
        using var bot = new BotHost();
        var gate = new TaskCompletionSource();
        Credential(bot).Gate = gate.Task;
        var sending = Enumerable.Range(0, 50).Select(_ => Task.Run(() => SendAsync(bot))).ToArray();
        gate.SetResult();
        (await Task.WhenAll(sending)).ShouldAllBe(result => result.IsOk);
        Credential(bot).Count.ShouldBe(1);
        bot.Connector.Requests.ShouldAllBe(sent => sent.Token == "token-1");
    }

    [Fact]
    public async Task A_refused_token_is_renewed_exactly_once_for_fifty_senders()
    {
        using var bot = new BotHost(
            connector: new FakeConnector(sent => sent.Token == "token-1" ? FakeConnector.Answer(HttpStatusCode.Unauthorized) : null)
        );
        (await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SendAsync(bot))))).ShouldAllBe(result => result.IsOk);
        Credential(bot).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_refusal_is_final_for_this_attempt()
    {
        using var bot = new BotHost(connector: FakeConnector.Answering(HttpStatusCode.Unauthorized));
        (await SendAsync(bot)).Failure!.Reaction.ShouldBe(Reaction.RetryLater);
        bot.Connector.Requests.Select(sent => sent.Token).ShouldBe(["token-1", "token-2"]);
        bot.Connector.Requests.ShouldAllBe(sent => sent.Body.Contains("\"x\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_is_renewed_when_less_than_five_minutes_remain()
    {
        using var bot = new BotHost();
        await SendAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(54.9));
        await SendAsync(bot);
        Credential(bot).Count.ShouldBe(1);
        bot.Time.Advance(TimeSpan.FromMinutes(4.5));
        await SendAsync(bot);
        Credential(bot).Count.ShouldBe(2);
        bot.Connector.Requests[^1].Token.ShouldBe("token-2");
    }

    [Fact]
    public async Task While_an_old_token_still_serves_nobody_waits_for_the_new_one()
    {
        using var bot = new BotHost();
        await SendAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(56));
        var gate = new TaskCompletionSource();
        Credential(bot).Gate = gate.Task;
        await SendAsync(bot);
        bot.Connector.Requests[^1].Token.ShouldBe("token-1");
        gate.SetResult();
    }

    [Fact]
    public async Task A_failed_renewal_does_not_matter_while_the_old_token_serves()
    {
        using var bot = new BotHost();
        await SendAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(57));
        Credential(bot).Failing = () => new AuthenticationFailedException("down");
        (await SendAsync(bot)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_message_waits()
    {
        using var bot = new BotHost();
        Credential(bot).Failing = () => new AuthenticationFailedException("AADSTS7000215: Invalid client secret s3cr3t-value for app");
        (await SendAsync(bot)).Failure.ShouldBe(new ConnectorFailure(null, "TokenUnavailable", Reaction.RetryLater));
        bot.Connector.Requests.ShouldBeEmpty();
        bot.Logs.All.ShouldContain("AADSTS7000215");
        bot.Logs.All.ShouldNotContain("s3cr3t-value");
        Credential(bot).Failing = null;
        (await SendAsync(bot)).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://x.trafficmanager.net/")]
    [InlineData("https://botframework.com/")]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net:8443/teams/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("teams")]
    [InlineData("")]
    public async Task A_stranger_gets_neither_message_nor_token(string serviceUrl)
    {
        using var bot = new BotHost();
        (await bot.Get<ConnectorClient>().SendAsync(Chat with { ServiceUrl = serviceUrl }, Text, default)).Failure!.Reaction.ShouldBe(
            Reaction.Dead
        );
        bot.Connector.Requests.ShouldBeEmpty();
        Credential(bot).Count.ShouldBe(0);
    }

    [Fact]
    public async Task This_machine_gets_messages_in_development_where_named_but_never_the_token()
    {
        using var bot = new BotHost([.. BotHost.Registered, ("ServiceUrlHosts:0", "127.0.0.1")], "Development");
        (
            await bot.Get<ConnectorClient>().SendAsync(Chat with { ServiceUrl = "http://127.0.0.1:9000/" }, Text, default)
        ).IsOk.ShouldBeTrue();
        bot.Connector.Requests.Single().Token.ShouldBeNull();
        Credential(bot).Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("Credential:Kind=Secret", typeof(ClientSecretCredential))]
    [InlineData("Credential:Kind=Federated", typeof(ClientAssertionCredential))]
    [InlineData("Credential:Kind=ManagedIdentity", typeof(ManagedIdentityCredential))]
    public void Each_kind_makes_its_own_credential(string setting, Type type)
    {
        var options = new BotOptions { AppId = Samples.AppId, TenantId = Samples.TenantId };
        options.Credential.Kind = Enum.Parse<CredentialKind>(setting[(setting.IndexOf('=') + 1)..]);
        options.Credential.Secret = "x";
        BotCredential.Create(options).ShouldBeOfType(type);
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    public void A_certificate_is_read_from_either_kind_of_file(string kind)
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=bot",
            key,
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.RSASignaturePadding.Pkcs1
        );
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        var path = Path.Combine(Path.GetTempPath(), $"bot-{Guid.NewGuid():N}.{kind}");
        try
        {
            if (kind == "pfx")
                File.WriteAllBytes(path, certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx, "pw"));
            else File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
            var options = new BotOptions { AppId = Samples.AppId, TenantId = Samples.TenantId };
            options.Credential.Kind = CredentialKind.Certificate;
            options.Credential.CertificatePath = path;
            options.Credential.CertificatePassword = kind == "pfx" ? "pw" : null;
            BotCredential.Create(options).ShouldBeOfType<ClientCertificateCredential>();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FakeCredential Credential(BotHost bot) => (FakeCredential)bot.Credential;

    private static Task<ConnectorResult> SendAsync(BotHost bot) => bot.Get<ConnectorClient>().SendAsync(Chat, Text, default);
}
