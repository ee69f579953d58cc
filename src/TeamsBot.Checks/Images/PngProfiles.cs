using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TeamsBot.Checks.Images;

/// <summary>
/// Metadata that programs hide in a PNG's text chunks: a compressed XMP packet, or EXIF in hexadecimal ("Raw profile type exif"). Unpacked
/// up to a limit only; what is larger than any honest packet is not looked into and counts as if a place were in it, since it can be left
/// out whole.
/// </summary>
internal static class PngProfiles
{
    private const int MaxUnpacked = 512 * 1024;

    private static ReadOnlySpan<byte> XmpKeyword => "XML:com.adobe.xmp\0"u8;

    public static bool MayHoldPlace(byte[] image)
    {
        for (long at = 8; at + 12 <= image.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(image.AsSpan((int)at));
            if (length > image.Length - at - 12) break;
            if (HoldsPlace(image.AsSpan((int)at + 4, 4), image.AsMemory((int)at + 8, (int)length))) return true;
            at += length + 12;
        }

        return false;
    }

    private static bool HoldsPlace(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> data)
    {
        var bytes = data.Span;
        if (type.SequenceEqual("iTXt"u8))
            return bytes.StartsWith(XmpKeyword)
                && bytes.Length > 20
                && bytes[18] == 1
                && IsPlace(Unpacked(data[(TextOf(bytes) is var at && at < 0 ? bytes.Length : at)..]));
        var end = bytes.IndexOf((byte)0);
        if (end < 0 || !bytes.StartsWith("Raw profile type "u8)) return false;
        if (type.SequenceEqual("tEXt"u8)) return IsPlace(bytes[(end + 1)..].ToArray());
        return type.SequenceEqual("zTXt"u8) && end + 2 <= bytes.Length && IsPlace(Unpacked(data[(end + 2)..]));
    }

    /// <summary>
    /// Where the text of an iTXt chunk begins: keyword, two flags, language and translated keyword, each text ended by a zero byte.
    /// </summary>
    private static int TextOf(ReadOnlySpan<byte> data)
    {
        var at = XmpKeyword.Length + 2;
        for (var skipped = 0; skipped < 2; skipped++)
        {
            var zero = at < data.Length ? data[at..].IndexOf((byte)0) : -1;
            if (zero < 0) return -1;
            at += zero + 1;
        }

        return at;
    }

    /// <summary>Null where there is more of it than is looked into.</summary>
    private static byte[]? Unpacked(ReadOnlyMemory<byte> packed)
    {
        var buffer = new byte[MaxUnpacked + 1];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return read > MaxUnpacked ? null : buffer[..read];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static bool IsPlace(byte[]? text)
    {
        if (text is null || XmpLocation.NamesPlace(text)) return true;
        return Hexadecimal(text) is { Length: > 0 } exif && ExifBlocks.TiffIn(exif) is { } tiff && ImageFacts.OfBlock(tiff).HasLocation;
    }

    /// <summary>The bytes of a raw profile: a name, a length, then digits in lines. Empty for anything else.</summary>
    private static byte[] Hexadecimal(byte[] text)
    {
        var parts = Encoding.Latin1.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var digits = string.Concat(parts.Skip(2));
        return parts.Length > 2 && digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : [];
    }
}
