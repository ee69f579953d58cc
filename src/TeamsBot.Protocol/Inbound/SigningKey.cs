using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace TeamsBot.Protocol.Inbound;

/// <summary>One public key of the service and the channels it may speak for (protocol.md 1.6).</summary>
internal sealed class SigningKey(string id, RSAParameters parameters, FrozenSet<string> endorsements)
{
    /// <summary>Fewer bits than this are not a signature.</summary>
    public const int MinBits = 2048;

    public string Id => id;

    public FrozenSet<string> Endorsements => endorsements;

    /// <summary>Checks RSASSA-PKCS1-v1_5 with SHA-256. A key object is made each time: RSA instances are not promised to be thread-safe, and verified tokens are remembered.</summary>
    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        using var rsa = RSA.Create(parameters);
        return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public bool IsSameKeyAs(SigningKey other) => ReferenceEquals(this, other)
        || (parameters.Modulus.AsSpan().SequenceEqual(other.Modulus) && parameters.Exponent.AsSpan().SequenceEqual(other.Exponent));

    private ReadOnlySpan<byte> Modulus => parameters.Modulus;

    private ReadOnlySpan<byte> Exponent => parameters.Exponent;

    /// <summary>The usable keys of a JWKS document; a key of another kind is passed over, because new kinds appear without notice.</summary>
    /// <exception cref="JsonException">The document has no array of keys.</exception>
    public static FrozenDictionary<string, SigningKey> ReadAll(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("keys"u8, out var keys) || keys.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The key document holds no keys.");
        }

        var usable = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in keys.EnumerateArray())
        {
            if (Read(key) is { } read) usable[read.Id] = read;
        }

        return usable.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (key.Text("kty"u8) != "RSA" || key.Text("use"u8) is not (null or "sig")) return null;
        if (key.Text("kid"u8) is not { Length: > 0 and <= 256 } id) return null;
        if (Segment.Decode(key.Text("n"u8)) is not { } modulus || Segment.Decode(key.Text("e"u8)) is not { Length: > 0 and <= 8 } exponent) return null;
        modulus = modulus.AsSpan().TrimStart((byte)0).ToArray();
        if (modulus.Length == 0 || (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]) < MinBits) return null;
        var endorsements = key.Array("endorsements"u8).Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!);
        return new SigningKey(id, new RSAParameters { Modulus = modulus, Exponent = exponent }, endorsements.ToFrozenSet(StringComparer.Ordinal));
    }
}
