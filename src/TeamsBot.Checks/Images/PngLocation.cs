using System.Buffers.Binary;

namespace TeamsBot.Checks.Images;

/// <summary>
/// The location in a PNG (third edition: eXIf, iTXt with XMP; tEXt and zTXt profiles that older programs write). eXIf and plain XMP are
/// cleaned in place and their check sums renewed; a compressed or hexadecimal profile is left out whole. IDAT and every other chunk stay
/// byte for byte.
/// </summary>
internal static class PngLocation
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> image) => image.StartsWith(Signature);

    public static byte[] Remove(byte[] image)
    {
        using var cleaned = new MemoryStream(image.Length);
        cleaned.Write(Signature);
        var at = Signature.Length;
        while (at + 12 <= image.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(image.AsSpan(at));
            if (length > image.Length - at - 12) throw new InvalidDataException("A chunk is longer than the file.");
            Write(cleaned, image.AsSpan(at, (int)length + 12));
            at += (int)length + 12;
        }

        cleaned.Write(image.AsSpan(at));
        return cleaned.ToArray();
    }

    private static void Write(MemoryStream cleaned, ReadOnlySpan<byte> chunk)
    {
        var type = chunk.Slice(4, 4);
        var data = chunk[8..^4];
        if (IsProfile(type, data)) return;
        if (!type.SequenceEqual("eXIf"u8) && !type.SequenceEqual("iTXt"u8))
        {
            cleaned.Write(chunk);
            return;
        }

        var copy = chunk.ToArray();
        if (type.SequenceEqual("eXIf"u8)) ExifLocation.Remove(copy.AsSpan(8, data.Length));
        else if (data.StartsWith("XML:com.adobe.xmp\0"u8)) XmpLocation.Blank(copy.AsSpan(8, data.Length));
        BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(copy.Length - 4), Crc32.Of(copy.AsSpan(4, data.Length + 4)));
        cleaned.Write(copy);
    }

    /// <summary>Metadata in a form that cannot be edited in place: hexadecimal EXIF, or a compressed XMP packet.</summary>
    private static bool IsProfile(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (type.SequenceEqual("zTXt"u8) || type.SequenceEqual("tEXt"u8)) return data.StartsWith("Raw profile type "u8);
        return type.SequenceEqual("iTXt"u8) && data.StartsWith("XML:com.adobe.xmp\0"u8) && data.Length > 18 && data[18] == 1;
    }
}
