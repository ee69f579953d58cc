using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Checks a token of the service by the rules of protocol.md 1.4: shape, header, issuer, audience, time and claims in our own strict
/// reading, then key and signature, which cost something. It believes RS256 of the service's own issuer only, so tokens of the emulator,
/// of other bots and of users fail before a key is looked up.
/// </summary>
internal sealed class TokenVerifier(SigningKeys keys, VerifiedTokens verified, IOptions<BotOptions> options, TimeProvider time)
{
    public const int MaxTokenChars = 16 * 1024;
    public const int SkewSeconds = 300;
    private const int MaxLifetimeSeconds = 24 * 60 * 60;

    /// <summary>Claims of the emulator's, of skills' and of users' tokens; those of the service have none of them.</summary>
    private static readonly string[] OfOtherKinds = ["ver", "appid", "azp"];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenChars };

    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly string issuer = options.Value.EffectiveIssuer;
    private readonly string audience = options.Value.AppId ?? "";

    public async ValueTask<TokenResult> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxTokenChars) return RefusalReason.TokenTooLong;

        // A remembered signature counts only while its key is still published; the claims' time is always looked at.
        if (verified.Find(token) is { } remembered && keys.Known(remembered.Key.Id) is { } current && current.IsSameKeyAs(remembered.Key))
        {
            if (Lifetime(remembered.NotBefore, remembered.Expires) is { } over) return over;
            return ReferenceEquals(current, remembered.Key) ? remembered : remembered with { Key = current };
        }

        if (Split(token) is not var (header, payload)) return RefusalReason.TokenShape;
        if (ReadHeader(header, out var keyId) is { } badHeader) return badHeader;
        if (Parse(payload) is not { } claims) return RefusalReason.PayloadInvalid;
        if (claims.Text("iss"u8) != issuer) return RefusalReason.IssuerRefused;

        if (ReadClaims(claims, out var said) is { } unfit) return unfit;

        var (key, available) = await keys.FindAsync(keyId, cancellationToken);
        if (key is null) return available ? RefusalReason.KeyUnknown : RefusalReason.KeysUnavailable;
        var result = await Handler.ValidateTokenAsync(token, Demands(key));
        if (!result.IsValid) return ReasonOf(result.Exception);

        // The library's own identity keeps the token; what is remembered must not.
        var identity = new ClaimsIdentity(result.ClaimsIdentity.Claims, result.ClaimsIdentity.AuthenticationType);
        var accepted = new TokenClaims(key, said.ServiceUrl, said.NotBefore, said.Expires) { Identity = identity };
        verified.Remember(token, accepted);
        return accepted;
    }

    /// <summary>
    /// What the library checks: the signature with this one key, and the claims once more in its own reading. It forgives what we refuse
    /// (numbers as text, several audiences), but should it ever read a token otherwise than we did, it is not believed.
    /// </summary>
    private TokenValidationParameters Demands(SigningKey key) => new()
    {
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidIssuer = issuer,
        AudienceValidator = (audiences, _, _) => audiences.All(IsAudience),
        LifetimeValidator = (notBefore, expires, _, _) =>
            notBefore is { } from && expires is { } until && Lifetime(EpochTime.GetIntDate(from), EpochTime.GetIntDate(until)) is null,
    };

    private static RefusalReason ReasonOf(Exception refusal) =>
        refusal is SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException
            ? RefusalReason.SignatureWrong
            : RefusalReason.PayloadInvalid;

    private RefusalReason? ReadClaims(JsonElement claims, out (string ServiceUrl, double NotBefore, double Expires) said)
    {
        said = default;
        if (!HasAudience(claims)) return RefusalReason.AudienceWrong;
        if (Seconds(claims, "nbf"u8) is not { } notBefore) return RefusalReason.LifetimeMissing;
        if (Seconds(claims, "exp"u8) is not { } expires) return RefusalReason.LifetimeMissing;
        if (expires - notBefore > MaxLifetimeSeconds) return RefusalReason.LifetimeTooLong;
        if (Lifetime(notBefore, expires) is { } outside) return outside;
        if (claims.Text("serviceurl"u8) is not { Length: > 0 } serviceUrl) return RefusalReason.ServiceUrlClaimMissing;
        if (Array.Exists(OfOtherKinds, name => claims.TryGetProperty(name, out _))) return RefusalReason.OtherTokenKind;
        said = (serviceUrl, notBefore, expires);
        return null;
    }

    private static (byte[] Header, byte[] Payload)? Split(ReadOnlySpan<char> token)
    {
        var first = token.IndexOf('.');
        var last = token.LastIndexOf('.');
        if (first < 0 || last == first) return null;

        // A fourth segment would leave a dot inside the second, which no alphabet holds.
        if (Segment.Decode(token[..first]) is not { } header || Segment.Decode(token[(first + 1)..last]) is not { } payload) return null;
        return Segment.Decode(token[(last + 1)..]) is null ? null : (header, payload);
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
        { ValueKind: JsonValueKind.String } text => IsAudience(text.GetString()),
        { ValueKind: JsonValueKind.Array } list =>
            list.GetArrayLength() == 1 && list[0].ValueKind == JsonValueKind.String && IsAudience(list[0].GetString()),
        _ => false,
    };

    private bool IsAudience(string? text) => audience.Length > 0 && string.Equals(text, audience, StringComparison.OrdinalIgnoreCase);

    private RefusalReason? Lifetime(double notBefore, double expires)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (now >= expires + SkewSeconds) return RefusalReason.Expired;
        return now < notBefore - SkewSeconds ? RefusalReason.NotYetValid : null;
    }

    private static double? Seconds(JsonElement claims, ReadOnlySpan<byte> name) =>
        claims.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : null;
}

internal readonly record struct TokenResult(TokenClaims? Claims, RefusalReason? Refusal)
{
    public static implicit operator TokenResult(TokenClaims claims) => new(claims, null);

    public static implicit operator TokenResult(RefusalReason reason) => new(null, reason);
}
