using System.Buffers;
using System.Buffers.Text;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Base64url as tokens and keys write it. The library's decoders forgive padding and white space, and throw at stray bits; this does
/// neither.
/// </summary>
internal static class Segment
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    /// <summary>The bytes, or null where the text is empty or not exactly base64url without padding.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text.IndexOfAnyExcept(Alphabet) >= 0) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
