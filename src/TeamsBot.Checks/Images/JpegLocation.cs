using System.Buffers.Binary;

namespace TeamsBot.Checks.Images;

/// <summary>
/// The location in a JPEG (ITU-T T.81 markers; EXIF 2.32 in APP1, XMP in APP1). Everything is overwritten in place: no byte moves, so that
/// offsets elsewhere in the file (thumbnails, second pictures, maker notes) stay true and the picture is not touched.
/// </summary>
internal static class JpegLocation
{
    private static ReadOnlySpan<byte> ExifHeader => "Exif\0\0"u8;

    public static bool IsJpeg(ReadOnlySpan<byte> image) => image is [0xFF, 0xD8, 0xFF, ..];

    public static byte[] Remove(byte[] image)
    {
        var copy = (byte[])image.Clone();
        for (var at = 0; at >= 0 && at < copy.Length;) at = RemoveFrom(copy, at);
        return copy;
    }

    /// <summary>Cleans the picture that starts at an offset; returns where a further picture starts behind it, or -1.</summary>
    private static int RemoveFrom(byte[] image, int start)
    {
        var at = start + 2;
        while (at + 4 <= image.Length)
        {
            if (image[at] != 0xFF) throw new InvalidDataException("A segment does not start with a marker.");
            var marker = image[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0xD9 or 0xDA) break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(image.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > image.Length) throw new InvalidDataException("A segment is longer than the file.");
            if (marker == 0xE1) Clean(image.AsSpan(at + 4, length - 2));
            at += 2 + length;
        }

        return Next(image, at);
    }

    private static void Clean(Span<byte> segment)
    {
        if (segment.StartsWith(ExifHeader)) ExifLocation.Remove(segment[ExifHeader.Length..]);
        else if (segment.StartsWith("http://ns.adobe.com/"u8)) XmpLocation.Blank(segment);
    }

    /// <summary>Phones append further JPEGs (multi-picture format) behind the first; each has its own EXIF.</summary>
    private static int Next(byte[] image, int from)
    {
        for (var at = from; at + 3 < image.Length;)
        {
            var found = image.AsSpan(at).IndexOf([(byte)0xFF, (byte)0xD8, (byte)0xFF, (byte)0xE1]);
            if (found < 0) return -1;
            at += found;
            if (at + 10 < image.Length && image.AsSpan(at + 6).StartsWith(ExifHeader[..4])) return at;
            at += 4;
        }

        return -1;
    }
}
