using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Checks a token of the service in the order of protocol.md 1.4: shape, header, issuer, key, signature, audience, time, claims. It believes
/// RS256 of the service's own issuer only, so tokens of the emulator, of other bots and of users fail before a key is looked up.
/// </summary>
internal sealed class TokenVerifier(SigningKeys keys, VerifiedTokens verified, IOptions<BotOptions> options, TimeProvider time)
{
    public const int MaxTokenChars = 16 * 1024;
    public const int SkewSeconds = 300;
    private const int MaxLifetimeSeconds = 24 * 60 * 60;

    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly string issuer = options.Value.EffectiveIssuer;
    private readonly string audience = options.Value.AppId ?? "";

    public async ValueTask<TokenResult> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxTokenChars) return RefusalReason.TokenTooLong;

        // A remembered signature counts only while its key is still published; the claims' time is always looked at.
        if (verified.Find(token) is { } remembered && keys.Known(remembered.Key.Id) is { } current && current.IsSameKeyAs(remembered.Key))
        {
            return Lifetime(remembered.NotBefore, remembered.Expires) is { } over ? over : ReferenceEquals(current, remembered.Key) ? remembered : remembered with { Key = current };
        }

        if (Split(token) is not var (header, payload, signature)) return RefusalReason.TokenShape;
        if (ReadHeader(header, out var keyId) is { } badHeader) return badHeader;
        if (Parse(payload) is not { } claims) return RefusalReason.PayloadInvalid;
        if (claims.Text("iss"u8) != issuer) return RefusalReason.IssuerRefused;

        var (key, available) = await keys.FindAsync(keyId, cancellationToken);
        if (key is null) return available ? RefusalReason.KeyUnknown : RefusalReason.KeysUnavailable;
        var signed = Encoding.ASCII.GetBytes(token, 0, token.LastIndexOf('.'));
        if (!key.Verifies(signed, signature)) return RefusalReason.SignatureWrong;

        if (!HasAudience(claims)) return RefusalReason.AudienceWrong;
        if (Seconds(claims, "nbf"u8) is not { } notBefore || Seconds(claims, "exp"u8) is not { } expires) return RefusalReason.LifetimeMissing;
        if (expires - notBefore > MaxLifetimeSeconds) return RefusalReason.LifetimeTooLong;
        if (Lifetime(notBefore, expires) is { } outside) return outside;
        if (claims.Text("serviceurl"u8) is not { Length: > 0 } serviceUrl) return RefusalReason.ServiceUrlClaimMissing;
        if (claims.TryGetProperty("ver"u8, out _) || claims.TryGetProperty("appid"u8, out _) || claims.TryGetProperty("azp"u8, out _)) return RefusalReason.OtherTokenKind;

        var accepted = new TokenClaims(key, serviceUrl, notBefore, expires)
        {
            Identity = new ClaimsIdentity([new Claim("iss", issuer), new Claim("aud", audience), new Claim("serviceurl", serviceUrl)], "BotFramework"),
        };
        verified.Remember(token, accepted);
        return accepted;
    }

    private static (byte[] Header, byte[] Payload, byte[] Signature)? Split(ReadOnlySpan<char> token)
    {
        var first = token.IndexOf('.');
        var last = token.LastIndexOf('.');
        if (first < 0 || last == first) return null;

        // A fourth segment would leave a dot inside the second, which no alphabet holds.
        return Segment.Decode(token[..first]) is { } header && Segment.Decode(token[(first + 1)..last]) is { } payload && Segment.Decode(token[(last + 1)..]) is { } signature
            ? (header, payload, signature)
            : null;
    }

    private static RefusalReason? ReadHeader(byte[] segment, out string keyId)
    {
        keyId = "";
        if (Parse(segment) is not { } header) return RefusalReason.HeaderInvalid;
        if (header.Text("alg"u8) != "RS256") return RefusalReason.AlgorithmRefused;
        if (header.TryGetProperty("crit"u8, out _)) return RefusalReason.CriticalHeader;
        if (header.Text("kid"u8) is not { Length: > 0 and <= 256 } id) return RefusalReason.KeyIdMissing;
        keyId = id;
        return null;
    }

    /// <summary>The claims as written in a segment, or null where it holds no JSON object, repeats a member or is no text.</summary>
    private static JsonElement? Parse(byte[] json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json)) return null;
        LoneSurrogates.Replace(json);
        try
        {
            return JsonElement.Parse(json, NoDuplicates) is { ValueKind: JsonValueKind.Object } element ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool HasAudience(JsonElement claims) => claims.Member("aud"u8) switch
    {
        { ValueKind: JsonValueKind.String } text => IsAudience(text),
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 1 && list[0].ValueKind == JsonValueKind.String && IsAudience(list[0]),
        _ => false,
    };

    private bool IsAudience(JsonElement text) => audience.Length > 0 && string.Equals(text.GetString(), audience, StringComparison.OrdinalIgnoreCase);

    private RefusalReason? Lifetime(double notBefore, double expires)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (now >= expires + SkewSeconds) return RefusalReason.Expired;
        return now < notBefore - SkewSeconds ? RefusalReason.NotYetValid : null;
    }

    private static double? Seconds(JsonElement claims, ReadOnlySpan<byte> name) =>
        claims.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;
}

internal readonly record struct TokenResult(TokenClaims? Claims, RefusalReason? Refusal)
{
    public static implicit operator TokenResult(TokenClaims claims) => new(claims, null);

    public static implicit operator TokenResult(RefusalReason reason) => new(null, reason);
}
