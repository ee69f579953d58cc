using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Differential;

/// <summary>One request as somebody may send it.</summary>
/// <param name="Why">Why our verdict differs from the SDK's; null where both say the same.</param>
internal sealed record TokenCase(string Name, string?[] Authorization, JsonObject Activity, string? Why);

/// <summary>Makes cases out of one good request by changing what each is about.</summary>
internal sealed class TokenForge(FakeSigningService signing, DateTimeOffset now)
{
    public FakeSigningService Signing => signing;

    public long Now => now.ToUnixTimeSeconds();

    public string Good => signing.Token(now);

    /// <summary>A token that is signed as its header says it is, with this changed before.</summary>
    public TokenCase Signed(
        string name, string? why = null, Action<JsonObject>? header = null, Action<JsonObject>? payload = null,
            Action<JsonObject>? activity = null, RSA? key = null)
    {
        var (head, claims) = (FakeSigningService.Header(), FakeSigningService.Payload(now));
        header?.Invoke(head);
        payload?.Invoke(claims);
        return With(name, why, "Bearer " + FakeSigningService.Token(head, claims, key ?? signing.Key), activity);
    }

    /// <summary>A token whose parts are given as text.</summary>
    public TokenCase Written(string name, string? why, string header, string payload, Func<byte[], byte[]>? sign = null) =>
        With(name, why, "Bearer " + FakeSigningService.Token(header, payload, sign ?? Rs256));

    /// <summary>The good token, changed after it was signed.</summary>
    public TokenCase Changed(string name, string? why, Func<string, string> change) => With(name, why, "Bearer " + change(Good));

    public static TokenCase With(string name, string? why, string? authorization, Action<JsonObject>? activity = null) =>
        new(name, [authorization], Message(activity), why);

    public TokenCase Twice(string name, string? why) => new(name, ["Bearer " + Good, "Bearer " + Good], Message(null), why);

    public static string Header(Action<JsonObject>? change = null)
    {
        var header = FakeSigningService.Header();
        change?.Invoke(header);
        return header.ToJsonString();
    }

    public string Payload() => FakeSigningService.Payload(now).ToJsonString();

    public byte[] Rs256(byte[] signed) => signing.Key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public byte[] Hmac(byte[] signed) => HMACSHA256.HashData(Encoding.ASCII.GetBytes(signing.Key.ExportSubjectPublicKeyInfoPem()), signed);

    private static JsonObject Message(Action<JsonObject>? change)
    {
        var message = Samples.Message();
        change?.Invoke(message);
        return message;
    }
}
