using System.Buffers.Binary;

namespace TeamsBot.Checks.Images;

/// <summary>
/// The EXIF blocks (TIFF structures) in the containers that are not JPEG. Taken out here and not by the metadata library, whose readers
/// believe the lengths a file announces and unpack compressed parts without a limit; every length is held against the file first.
/// </summary>
internal static class ExifBlocks
{
    /// <summary>More blocks than this are of no use to anybody honest.</summary>
    private const int Most = 4;

    public static IReadOnlyList<byte[]> In(byte[] image) => ImageFormats.Of(image) switch
    {
        ImageFormat.Png => Png(image),
        ImageFormat.WebP => WebP(image),
        ImageFormat.Heic => Heic(image),
        _ => [],
    };

    /// <summary>The TIFF structure in an EXIF profile, with or without the header JPEG puts before it; null where it is none.</summary>
    public static byte[]? TiffIn(ReadOnlySpan<byte> profile)
    {
        var tiff = profile.StartsWith("Exif\0\0"u8) ? profile[6..] : profile;
        return tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8) ? tiff.ToArray() : null;
    }

    private static List<byte[]> Png(byte[] image)
    {
        var found = new List<byte[]>();
        for (long at = 8; at + 12 <= image.Length && found.Count < Most;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(image.AsSpan((int)at));
            if (length > image.Length - at - 12) break;
            if (image.AsSpan((int)at + 4, 4).SequenceEqual("eXIf"u8)) found.Add(image.AsSpan((int)at + 8, (int)length).ToArray());
            at += length + 12;
        }

        return found;
    }

    private static List<byte[]> WebP(byte[] image)
    {
        var found = new List<byte[]>();
        for (long at = 12; at + 8 <= image.Length && found.Count < Most;)
        {
            long length = BinaryPrimitives.ReadUInt32LittleEndian(image.AsSpan((int)at + 4));
            if (length > image.Length - at - 8) break;
            if (image.AsSpan((int)at, 4).SequenceEqual("EXIF"u8) && TiffIn(image.AsSpan((int)at + 8, (int)length)) is { } tiff)
                found.Add(tiff);
            at += 8 + length + (length & 1);
        }

        return found;
    }

    /// <summary>
    /// By the block's own beginning, which is ten fixed bytes: the boxes that say where it lies are nested and would have to be believed.
    /// </summary>
    private static List<byte[]> Heic(byte[] image)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < image.Length && found.Count < Most;)
        {
            var next = image.AsSpan(at).IndexOf("Exif\0\0"u8);
            if (next < 0) break;
            at += next + 6;
            if (TiffIn(image.AsSpan(at, Math.Min(image.Length - at, 256 * 1024))) is { } tiff) found.Add(tiff);
        }

        return found;
    }
}
