using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace TeamsBot.Protocol.Inbound;

/// <summary>One public key of the service and the channels it may speak for (protocol.md 1.6).</summary>
internal sealed class SigningKey
{
    /// <summary>Fewer bits than this are not a signature.</summary>
    public const int MinBits = 2048;

    private readonly byte[] thumbprint;

    private SigningKey(RsaSecurityKey key, FrozenSet<string> endorsements) =>
        (Key, Endorsements, thumbprint) = (key, endorsements, key.ComputeJwkThumbprint());

    public string Id => Key.KeyId;

    public RsaSecurityKey Key { get; }

    public FrozenSet<string> Endorsements { get; }

    public bool IsSameKeyAs(SigningKey other) => ReferenceEquals(this, other) || thumbprint.AsSpan().SequenceEqual(other.thumbprint);

    /// <summary>The usable keys of a document; a key of another kind is passed over, because new kinds appear without notice.</summary>
    public static FrozenDictionary<string, SigningKey> ReadAll(IEnumerable<JsonWebKey> keys)
    {
        var usable = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (Read(key) is { } read) usable[read.Id] = read;
        }

        return usable.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SigningKey? Read(JsonWebKey key)
    {
        if (key.Kty != JsonWebAlgorithmsKeyTypes.RSA || key.Use is not (null or "sig")) return null;
        if (key.KeyId is not { Length: > 0 and <= 256 } id) return null;
        if (Segment.Decode(key.N) is not { } modulus || Segment.Decode(key.E) is not { Length: > 0 and <= 8 } exponent) return null;
        modulus = modulus.AsSpan().TrimStart((byte)0).ToArray();
        if (modulus.Length == 0 || (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]) < MinBits) return null;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return new SigningKey(new RsaSecurityKey(parameters) { KeyId = id }, EndorsementsOf(key));
    }

    /// <summary>The service's own addition to the format, which the library keeps as it stood in the document.</summary>
    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String)
                .Select(entry => entry.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];
}
