using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeamsBot.Audit;

/// <summary>
/// How something stood after what an entry records, in parts that are named and hashed apart, so that a table changed behind the bot's back
/// is noticed and the changed part can be named. The hashes are kept in the chain; texts and names are not.
/// </summary>
internal static class RecordedState
{
    /// <summary>Where it stands in an entry's details.</summary>
    public const string Member = "state";

    /// <summary>
    /// SHA-256 over each field with its length, so that no text can pretend to be the border between two; lower-case hexadecimal.
    /// </summary>
    public static string HashOf(IEnumerable<object?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = field is null ? null : Encoding.UTF8.GetBytes(TextOf(field));
            BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
            hash.AppendData(length);
            if (bytes is not null) hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }

    private static string TextOf(object field) => field switch
    {
        DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => field.ToString()!,
    };
}
