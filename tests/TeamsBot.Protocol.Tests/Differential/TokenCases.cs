using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Differential;

/// <summary>What is laid before both: the tokens of protocol.md 12 and what people forge, by the part they are about.</summary>
internal static class TokenCases
{
    private const string Forgives = "the SDK's handler forgives it; a token of the service never looks so";
    private const string OnlyRs256 = "the service signs with RS256 only";
    private const string Mandatory = "the service always sets it, and without it nobody can tell how long the token was meant to serve";
    private const string ForTeamsOnly =
        "this bot speaks for the tenants and under the id it is registered with; the SDK leaves that to the bot";

    public static IEnumerable<TokenCase> All(TokenForge forge) =>
        [.. Header(forge), .. Shape(forge), .. Jose(forge), .. Claims(forge), .. Keys(forge), .. Place(forge)];

    private static IEnumerable<TokenCase> Header(TokenForge forge)
    {
        yield return forge.Signed("good");
        yield return TokenForge.With("no authorization", null, null);
        yield return TokenForge.With("empty authorization", null, "");
        yield return TokenForge.With("basic", null, "Basic dXNlcjpwYXNz");
        yield return TokenForge.With("bearer without token", null, "Bearer");
        yield return TokenForge.With("scheme in lower case",
            "LAXER: the standard (RFC 9110, 11.1) says that case does not matter, and a proxy may change it", "bearer " + forge.Good);
        yield return forge.Changed("two blanks before the token", null, token => " " + token);
        yield return forge.Changed("a word after the token", null, token => token + " x");
        yield return forge.Twice("two authorization headers", null);
    }

    private static IEnumerable<TokenCase> Shape(TokenForge forge)
    {
        yield return TokenForge.With("not a token", null, "Bearer a.b.c");
        yield return forge.Changed("padded signature", null, token => token + "==");
        yield return forge.Changed("fourth segment", null, token => token + ".x");
        yield return forge.Changed("no signature", null, token => token[..(token.LastIndexOf('.') + 1)]);
        yield return forge.Changed("stray bits in the signature", null, token => token[..^1] + (char)(token[^1] + 1));
        yield return forge.Changed("shortened signature", null, token => token[..^6]);
        var other = FakeSigningService.Encode(forge.Payload().Replace("emea", "apac", StringComparison.Ordinal));
        yield return forge.Changed("another payload under the signature", null, token =>
            $"{token.Split('.')[0]}.{other}.{token.Split('.')[2]}"
        );
        yield return forge.Signed("17 KiB", "nothing larger than 16 KiB is worth reading", payload: claims =>
            claims["more"] = new string('x', 17 * 1024));
        yield return forge.Written("payload is a list", null, TokenForge.Header(), "[]");
        yield return forge.Written("payload is cut off", null, TokenForge.Header(), forge.Payload()[..^1]);
        yield return forge.Written("header is a text", null, "\"RS256\"", forge.Payload());
        yield return forge.Written("member repeated in the header", Forgives, TokenForge.Header()[..^1] + ",\"typ\":\"JWT\"}",
            forge.Payload());
        yield return forge.Written("claim repeated with the same value", Forgives, TokenForge.Header(),
            forge.Payload()[..^1] + $",\"aud\":\"{Samples.AppId}\"}}");
        yield return forge.Written("claim repeated, the good value last", Forgives, TokenForge.Header(),
            "{\"aud\":\"x\"," + forge.Payload()[1..]);
        yield return forge.Written("claim repeated, the good value first", null, TokenForge.Header(),
            forge.Payload()[..^1] + ",\"aud\":\"x\"}");
    }

    private static IEnumerable<TokenCase> Jose(TokenForge forge)
    {
        yield return forge.Written("alg none, unsigned", null, TokenForge.Header(header => header["alg"] = "none"), forge.Payload(), _ =>
            []);
        yield return forge.Written("alg none, signed", null, TokenForge.Header(header => header["alg"] = "none"), forge.Payload());
        yield return forge.Written("alg HS256 with the public key", null, TokenForge.Header(header => header["alg"] = "HS256"),
            forge.Payload(), forge.Hmac);
        yield return forge.Written("alg RS384", OnlyRs256, TokenForge.Header(header => header["alg"] = "RS384"), forge.Payload(),
            Rsa(forge, HashAlgorithmName.SHA384));
        yield return forge.Written("alg RS512", OnlyRs256, TokenForge.Header(header => header["alg"] = "RS512"), forge.Payload(),
            Rsa(forge, HashAlgorithmName.SHA512));
        yield return forge.Written("alg PS256", null, TokenForge.Header(header => header["alg"] = "PS256"), forge.Payload(),
            signed => forge.Signing.Key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        yield return forge.Signed("alg in lower case", header: header => header["alg"] = "rs256");
        yield return forge.Signed("no alg", header: header => header.Remove("alg"));
        yield return forge.Signed("critical header", "what it demands is not understood, so it must be refused (RFC 7515, 4.1.11)",
            header: header => header["crit"] = new JsonArray("exp"));
        yield return forge.Signed("no kid", "the key's endorsement is looked up by it", header: header => Without(header, "kid", "x5t"));
        yield return forge.Signed("no kid but x5t", "the key's endorsement is looked up by kid", header: header => header.Remove("kid"));
        yield return forge.Signed("unknown kid", "the SDK tries every key it has; here a key is believed for the tokens that name it",
            header: Naming("nobody"));
        yield return forge.Signed("a key of its own", header: header => header["jwk"] = Jwk(forge.Signing.OtherKey),
            key: forge.Signing.OtherKey);
        yield return forge.Signed("key address of its own", header: header => header["jku"] = "https://evil.example/keys",
            key: forge.Signing.OtherKey);
        yield return forge.Signed("no typ", header: header => header.Remove("typ"));
        yield return forge.Signed("signed by another key", key: forge.Signing.OtherKey);
    }

    private static IEnumerable<TokenCase> Claims(TokenForge forge)
    {
        yield return forge.Signed("no iss", payload: claims => claims.Remove("iss"));
        yield return forge.Signed("iss of another cloud", payload: claims => claims["iss"] = "https://api.botframework.us");
        yield return forge.Signed("iss with a slash", payload: claims => claims["iss"] = "https://api.botframework.com/");
        yield return forge.Signed("iss in upper case", payload: claims => claims["iss"] = "HTTPS://api.botframework.com");
        yield return forge.Signed("iss is a list", payload: claims => claims["iss"] = new JsonArray("https://api.botframework.com"));
        yield return forge.Signed("no aud", payload: claims => claims.Remove("aud"));
        yield return forge.Signed("aud of another bot", payload: claims => claims["aud"] = "dddddddd-0000-4000-8000-000000000004");
        yield return forge.Signed("aud as a user's token has it", payload: claims => claims["aud"] = "api://" + Samples.AppId);
        yield return forge.Signed("aud in upper case", "LAXER: an id is a GUID, and its case means nothing", payload: claims =>
            claims["aud"] = Samples.AppId.ToUpperInvariant());
        yield return forge.Signed("aud is a list of one", payload: claims => claims["aud"] = new JsonArray(Samples.AppId));
        yield return forge.Signed("aud is a list of two", payload: claims => claims["aud"] = new JsonArray(Samples.AppId, "x"));
        yield return forge.Signed("no exp", payload: claims => claims.Remove("exp"));
        yield return forge.Signed("exp four minutes ago", payload: claims =>
            (claims["nbf"], claims["exp"]) = (forge.Now - 3600, forge.Now - 240));
        yield return forge.Signed("exp six minutes ago", payload: claims =>
            (claims["nbf"], claims["exp"]) = (forge.Now - 3600, forge.Now - 360));
        yield return forge.Signed("exp before nbf", "LAXER: each is within its five minutes; the service makes no such token",
            payload: claims => claims["exp"] = forge.Now - 240);
        yield return forge.Signed("exp is a text", Forgives, payload: claims => claims["exp"] = $"{forge.Now + 600}");
        yield return forge.Signed("exp beyond all numbers", payload: claims => claims["exp"] = JsonNode.Parse("1e999"));
        yield return forge.Signed("good for 25 hours", "a stolen token must not serve longer than a day; the service's serve an hour",
            payload: claims => claims["exp"] = forge.Now + (25 * 3600));
        yield return forge.Signed("no nbf", Mandatory, payload: claims => claims.Remove("nbf"));
        yield return forge.Signed("nbf in four minutes", payload: claims => claims["nbf"] = forge.Now + 240);
        yield return forge.Signed("nbf in six minutes", payload: claims => claims["nbf"] = forge.Now + 360);
        yield return forge.Signed("no serviceurl", payload: claims => claims.Remove("serviceurl"));
        yield return forge.Signed("empty serviceurl", payload: claims => claims["serviceurl"] = "");
        yield return forge.Signed("a claim nobody knows", payload: claims => claims["new"] = new JsonObject());
        yield return forge.Signed("ver alone", "the mark of a skill's or the emulator's token", payload: claims => claims["ver"] = "1.0");
        yield return forge.Signed("azp alone", "the mark of a skill's or the emulator's token", payload: claims =>
            claims["azp"] = Samples.AppId);
        yield return forge.Signed("skill of another bot", payload: claims =>
            { claims["ver"] = "1.0"; claims["appid"] = "dddddddd-0000-4000-8000-000000000004"; });
        yield return forge.Signed("anonymous skill", payload: claims => { claims["ver"] = "1.0"; claims["appid"] = "AnonymousSkill"; });
        yield return forge.Signed("emulator",
            "the SDK lets in whoever has the bot's own secret from the emulator; here only the channel service calls", payload: claims =>
        {
            claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
            claims["ver"] = "1.0";
            claims["appid"] = Samples.AppId;
        });
    }

    private static IEnumerable<TokenCase> Keys(TokenForge forge)
    {
        yield return forge.Signed("key endorsed for another channel", header: Naming("webchat"), key: forge.Signing.OtherKey);
        yield return forge.Signed("key without endorsements", header: Naming("plain"), key: forge.Signing.OtherKey);
        yield return forge.Signed("key of 1024 bits", "fewer than 2048 bits are not a signature", header: Naming("weak"),
            key: ForgedKeys.Weak);
        yield return forge.Signed("key for encryption", header: Naming("enc"), key: forge.Signing.OtherKey);
    }

    private static IEnumerable<TokenCase> Place(TokenForge forge)
    {
        TokenCase At(string name, string? why, string url) => forge.Signed(name, why, activity: message => message["serviceUrl"] = url);
        yield return At("service URL without its slash", "LAXER: the same place; protocol.md 1.5", Samples.ServiceUrl.TrimEnd('/'));
        yield return At("service URL with a capital host", null, Samples.ServiceUrl.Replace("smba", "SMBA", StringComparison.Ordinal));
        yield return At("service URL of another path", null, "https://smba.trafficmanager.net/apac/");
        yield return At("service URL of another host", null, "https://evil.example/");
        yield return forge.Signed("a stranger's host in token and activity", "the bot's token would be sent there", payload: claims =>
            claims["serviceurl"] = "https://evil.example/", activity: message => message["serviceUrl"] = "https://evil.example/");
        yield return forge.Signed("plain http in token and activity", "the bot's token would be sent in the clear", payload: claims =>
            claims["serviceurl"] = "http://smba.trafficmanager.net/", activity: message =>
            message["serviceUrl"] = "http://smba.trafficmanager.net/");
        yield return forge.Signed("no service URL in the activity",
            "every activity of the channel has one, and without it the token is not bound to it", activity: message =>
            message.Remove("serviceUrl"));
        yield return forge.Signed("channel of a web page", activity: message => message["channelId"] = "webchat");
        yield return forge.Signed("no channel", "without it no endorsement is looked at", activity: message => message.Remove("channelId"));
        yield return forge.Signed("another bot meant", ForTeamsOnly, activity: message => message["recipient"]!["id"] = "28:another");
        yield return forge.Signed("another tenant", ForTeamsOnly, activity: message =>
            { message["conversation"]!["tenantId"] = "t"; message["channelData"] = new JsonObject(); });
        yield return forge.Signed("two tenants", ForTeamsOnly, activity: message =>
            message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "t" } });
    }

    private static void Without(JsonObject parts, params string[] names) => Array.ForEach(names, name => parts.Remove(name));

    private static Action<JsonObject> Naming(string keyId) => header => (header["kid"], header["x5t"]) = (keyId, keyId);

    private static Func<byte[], byte[]> Rsa(TokenForge forge, HashAlgorithmName hash) =>
        signed => forge.Signing.Key.SignData(signed, hash, RSASignaturePadding.Pkcs1);

    private static JsonObject Jwk(RSA key)
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = System.Buffers.Text.Base64Url.EncodeToString(parameters.Modulus), ["e"] = "AQAB" };
    }
}
