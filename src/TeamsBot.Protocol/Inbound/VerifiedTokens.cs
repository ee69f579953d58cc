using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Tokens whose signature was found right. The service sends the same token for about an hour, and checking RSA each turn would cost more
/// than the turn. Holds hashes, not tokens; time and key are looked at again on each use. Bounded: a full memory is emptied of what
/// expired, and altogether if that does not help.
/// </summary>
internal sealed class VerifiedTokens(TimeProvider time)
{
    public const int Capacity = 1024;

    private readonly ConcurrentDictionary<Hash, TokenClaims> tokens = new();

    public TokenClaims? Find(string token) => tokens.GetValueOrDefault(Hash.Of(token));

    public void Remember(string token, TokenClaims claims)
    {
        if (tokens.Count >= Capacity) Trim();
        tokens[Hash.Of(token)] = claims;
    }

    private void Trim()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (hash, claims) in tokens)
        {
            if (claims.Expires + TokenVerifier.SkewSeconds < now) tokens.TryRemove(hash, out _);
        }

        if (tokens.Count >= Capacity) tokens.Clear();
    }

    private readonly record struct Hash(UInt128 High, UInt128 Low)
    {
        public static Hash Of(string token)
        {
            Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
            var length = Encoding.UTF8.GetMaxByteCount(token.Length);
            var utf8 = length <= 8192 ? stackalloc byte[8192] : new byte[length];
            SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(token, utf8)], bytes);
            return MemoryMarshal.Read<Hash>(bytes);
        }
    }
}

/// <summary>What a verified token said.</summary>
/// <param name="Expires">Seconds since 1970, as <paramref name="NotBefore"/>.</param>
internal sealed record TokenClaims(SigningKey Key, string ServiceUrl, double NotBefore, double Expires)
{
    /// <summary>The same for the SDK's turn.</summary>
    public ClaimsIdentity Identity { get; init; } = new();
}
