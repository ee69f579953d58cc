using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;
using static TeamsBot.Protocol.Tests.Support.FakeSigningService;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>Section 12 of the protocol, inbound: every token that must not pass, with the status and the reason it gets.</summary>
public sealed class HostileTokenTests : IDisposable
{
    private readonly BotHost bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_good_token_brings_the_turn_to_the_app()
    {
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
        bot.Turns.ShouldHaveSingleItem().Actor!.ObjectId.ShouldBe(Samples.ObjectId);
    }

    [Fact]
    public async Task The_scheme_may_be_written_in_lower_case() =>
        (await bot.PostAsync(Samples.Message(), "bearer " + bot.Token())).Status.ShouldBe(202);

    [Fact]
    public async Task An_audience_in_other_letter_case_or_as_a_list_of_one_is_the_same()
    {
        await AcceptAsync(Signed(payload => payload["aud"] = Samples.AppId.ToUpperInvariant()));
        await AcceptAsync(Signed(payload => payload["aud"] = new JsonArray(Samples.AppId)));
    }

    [Fact]
    public Task No_authorization() => RefuseAsync(RefusalReason.AuthorizationMissing, [null]);

    [Fact]
    public Task Two_authorization_headers() =>
        RefuseAsync(RefusalReason.AuthorizationRepeated, ["Bearer " + bot.Token(), "Bearer " + bot.Token()]);

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("")]
    public Task Another_scheme(string header) => RefuseAsync(RefusalReason.AuthorizationScheme, [header]);

    [Fact]
    public Task A_token_of_17_KiB() => RefuseAsync(RefusalReason.TokenTooLong, bot.Token() + new string('A', 17 * 1024));

    [Fact]
    public async Task What_is_no_three_segments_of_base64url()
    {
        var token = bot.Token();
        foreach (
            var shape in new[]
            {
                "",
                "a",
                "a.b",
                ".b.c",
                "a..c",
                "a.b.",
                token + ".more",
                token + "=",
                token.Replace(".", ".=", StringComparison.Ordinal),
                " " + token,
                token + " ",
                token.Replace('.', '/'),
                "a.b.c d",
                "あ.い.う",
            }
        )
        {
            // The log names a reason ten times a minute.
            bot.Time.Advance(TimeSpan.FromSeconds(10));
            await RefuseAsync(RefusalReason.TokenShape, shape);
        }
    }

    [Fact]
    public Task Stray_bits_at_the_end_of_a_segment() => RefuseAsync(RefusalReason.TokenShape, bot.Token()[..^2] + "_");

    [Fact]
    public Task A_header_with_a_repeated_member() =>
        RefuseAsync(
            RefusalReason.HeaderInvalid,
            Token("""{"alg":"RS256","kid":"k1","alg":"RS256"}""", Payload(bot.Time.GetUtcNow()).ToJsonString(), Sign)
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("\"RS256\"")]
    [InlineData("{")]
    [InlineData("{}x")]
    [InlineData("null")]
    public Task A_header_that_is_no_object(string header) =>
        RefuseAsync(RefusalReason.HeaderInvalid, Token(header, Payload(bot.Time.GetUtcNow()).ToJsonString(), Sign));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("rs256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("HS256")]
    public async Task Another_algorithm(string algorithm)
    {
        var header = Header();
        header["alg"] = algorithm;
        await RefuseAsync(
            RefusalReason.AlgorithmRefused,
            Token(header.ToJsonString(), Payload(bot.Time.GetUtcNow()).ToJsonString(), signed => SignAs(algorithm, signed))
        );
    }

    [Fact]
    public async Task A_missing_algorithm()
    {
        var header = Header();
        header.Remove("alg");
        await RefuseAsync(RefusalReason.AlgorithmRefused, Token(header, Payload(bot.Time.GetUtcNow()), bot.Signing.Key));
    }

    [Fact]
    public async Task A_critical_header()
    {
        var header = Header();
        header["crit"] = new JsonArray("exp");
        await RefuseAsync(RefusalReason.CriticalHeader, Token(header, Payload(bot.Time.GetUtcNow()), bot.Signing.Key));
    }

    [Fact]
    public async Task A_missing_empty_overlong_or_numeric_key_id()
    {
        foreach (var id in new JsonNode?[] { null, "", new string('k', 257), 1 })
        {
            var header = Header();
            header["kid"] = id;
            await RefuseAsync(RefusalReason.KeyIdMissing, Token(header, Payload(bot.Time.GetUtcNow()), bot.Signing.Key));
        }
    }

    [Fact]
    public async Task A_key_that_the_token_itself_brings_is_ignored()
    {
        var header = Header("mine");
        var parameters = bot.Signing.OtherKey.ExportParameters(false);
        header["jwk"] = new JsonObject
        {
            ["kty"] = "RSA",
            ["kid"] = "mine",
            ["n"] = Convert.ToBase64String(parameters.Modulus!),
            ["e"] = "AQAB",
        };
        header["jku"] = "https://evil.example/keys";
        await RefuseAsync(RefusalReason.KeyUnknown, Token(header, Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey));
        bot.Signing.Requests.ShouldAllBe(uri => uri.Host == FakeSigningService.Host);
    }

    [Fact]
    public async Task Another_issuer_is_refused_before_any_key_is_asked_for()
    {
        foreach (var issuer in new[] { "https://api.botframework.us", "https://api.botframework.com/", "HTTPS://api.botframework.com", "" })
        {
            await RefuseAsync(RefusalReason.IssuerRefused, Signed(payload => payload["iss"] = issuer));
        }

        await RefuseAsync(RefusalReason.IssuerRefused, Signed(payload => payload.Remove("iss")));
        bot.Signing.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0", "appid")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", "2.0", "azp")]
    public async Task Emulator_tokens(string issuer, string version, string idClaim) =>
        await RefuseAsync(
            RefusalReason.IssuerRefused,
            Signed(payload =>
            {
                payload["iss"] = issuer;
                payload["ver"] = version;
                payload[idClaim] = Samples.AppId;
            })
        );

    [Theory]
    [InlineData("ver", "1.0")]
    [InlineData("ver", "2.0")]
    [InlineData("appid", "AnonymousSkill")]
    [InlineData("azp", "dddddddd-0000-4000-8000-000000000004")]
    public Task Skill_claims_under_the_right_issuer(string claim, string value) =>
        RefuseAsync(RefusalReason.OtherTokenKind, Signed(payload => payload[claim] = value));

    [Fact]
    public async Task A_changed_payload()
    {
        var token = bot.Token().Split('.');
        var payload = Payload(bot.Time.GetUtcNow());
        payload["serviceurl"] = "https://smba.trafficmanager.net/other/";
        await RefuseAsync(RefusalReason.SignatureWrong, $"{token[0]}.{Encode(payload.ToJsonString())}.{token[2]}");
    }

    [Fact]
    public async Task A_shortened_foreign_or_empty_signature()
    {
        var token = bot.Token();
        await RefuseAsync(RefusalReason.SignatureWrong, token[..(token.LastIndexOf('.') + 1)] + token[(token.LastIndexOf('.') + 1)..^6]);
        await RefuseAsync(RefusalReason.SignatureWrong, Token(Header(), Payload(bot.Time.GetUtcNow()), bot.Signing.OtherKey));
        await RefuseAsync(RefusalReason.SignatureWrong, token[..(token.LastIndexOf('.') + 1)] + "AAAA");
    }

    [Fact]
    public Task A_repeated_claim() => RefuseAsync(RefusalReason.PayloadInvalid, Token(
        Header().ToJsonString(), Payload(bot.Time.GetUtcNow()).ToJsonString()[..^1] + ",\"aud\":\"x\"}", Sign));

    [Fact]
    public async Task Another_audience()
    {
        foreach (
            var audience in new JsonNode?[]
            {
                null,
                "",
                "dddddddd-0000-4000-8000-000000000004",
                "api://" + Samples.AppId,
                5,
                new JsonArray(),
                new JsonArray(Samples.AppId, "x"),
                new JsonArray(5),
            }
        )
        {
            await RefuseAsync(RefusalReason.AudienceWrong, Signed(payload => payload["aud"] = audience?.DeepClone()));
        }
    }

    [Theory]
    [InlineData(-299, null)]
    [InlineData(-300, RefusalReason.Expired)]
    [InlineData(-301, RefusalReason.Expired)]
    internal async Task Expiry_allows_five_minutes(int seconds, RefusalReason? reason)
    {
        var token = Signed(payload => payload["exp"] = bot.Time.GetUtcNow().ToUnixTimeSeconds() + seconds);
        await (reason is { } refused ? RefuseAsync(refused, token) : AcceptAsync(token));
    }

    [Theory]
    [InlineData(299, null)]
    [InlineData(300, null)]
    [InlineData(301, RefusalReason.NotYetValid)]
    internal async Task The_beginning_allows_five_minutes(int seconds, RefusalReason? reason)
    {
        var token = Signed(payload => payload["nbf"] = bot.Time.GetUtcNow().ToUnixTimeSeconds() + seconds);
        await (reason is { } refused ? RefuseAsync(refused, token) : AcceptAsync(token));
    }

    [Fact]
    public async Task A_lifetime_that_is_missing_no_number_or_over_a_day()
    {
        foreach (var claim in new[] { "exp", "nbf" })
        {
            await RefuseAsync(RefusalReason.LifetimeMissing, Signed(payload => payload.Remove(claim)));
            await RefuseAsync(RefusalReason.LifetimeMissing, Signed(payload => payload[claim] = "1790000000"));
            await RefuseAsync(RefusalReason.LifetimeMissing, Signed(payload => payload[claim] = JsonNode.Parse("1e999")));
        }

        await RefuseAsync(
            RefusalReason.LifetimeTooLong,
            Signed(payload => payload["exp"] = bot.Time.GetUtcNow().ToUnixTimeSeconds() + (25 * 3600))
        );
    }

    [Fact]
    public async Task A_missing_service_url_claim()
    {
        await RefuseAsync(RefusalReason.ServiceUrlClaimMissing, Signed(payload => payload.Remove("serviceurl")));
        await RefuseAsync(RefusalReason.ServiceUrlClaimMissing, Signed(payload => payload["serviceurl"] = ""));
    }

    [Fact]
    public async Task A_refusal_says_nothing_and_the_log_holds_the_reason_but_never_the_token()
    {
        var token = Signed(payload => payload["aud"] = "another");
        var answer = await bot.PostAsync(Samples.Message("秘密の下書き"), "Bearer " + token);
        answer.ShouldBe(new HttpAnswer(401, "", null, "Bearer"));
        bot.Logs.All.ShouldContain("AudienceWrong");
        foreach (var segment in token.Split('.')) bot.Logs.All.ShouldNotContain(segment);
        bot.Logs.All.ShouldNotContain("秘密");
    }

    private async Task AcceptAsync(string token) => (await bot.PostAsync(Samples.Message(), "Bearer " + token)).Status.ShouldBe(202);

    private Task RefuseAsync(RefusalReason reason, string token) => RefuseAsync(reason, ["Bearer " + token]);

    private async Task RefuseAsync(RefusalReason reason, string?[] headers)
    {
        var turns = bot.Turns.Count;
        var answer = await bot.PostAsync(Samples.Message(), headers);
        answer.Status.ShouldBe(401);
        bot.Turns.Count.ShouldBe(turns);
        bot.Logs.Lines.Last().Text.ShouldContain($"refused: {reason},");
    }

    private string Signed(Action<JsonObject> change)
    {
        var payload = Payload(bot.Time.GetUtcNow());
        change(payload);
        return Token(Header(), payload, bot.Signing.Key);
    }

    private byte[] Sign(byte[] signed) => bot.Signing.Key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private byte[] SignAs(string algorithm, byte[] signed) => algorithm switch
    {
        "none" or "None" => [0],
        "RS384" => bot.Signing.Key.SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => bot.Signing.Key.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => bot.Signing.Key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(bot.Signing.Key.ExportSubjectPublicKeyInfoPem()), signed),
        _ => Sign(signed),
    };
}
