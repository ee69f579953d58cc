using System.Text;
using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Images;

/// <summary>
/// The location in an XMP packet (exif:GPS… as attribute or element). It is overwritten with spaces, which XML allows there; the length
/// stays.
/// </summary>
internal static partial class XmpLocation
{
    public static bool IsIn(ReadOnlySpan<byte> image) =>
        (
            image.IndexOf("http://ns.adobe.com/xap/1.0/"u8) >= 0
            || image.IndexOf("XML:com.adobe.xmp"u8) >= 0
            || image.IndexOf("adobe:ns:meta/"u8) >= 0
        )
        && NamesPlace(image);

    /// <summary>Whether a packet has one of the two properties that make a place.</summary>
    public static bool NamesPlace(ReadOnlySpan<byte> packet) =>
        packet.IndexOf("exif:GPSLatitude"u8) >= 0 || packet.IndexOf("exif:GPSLongitude"u8) >= 0;

    public static void Blank(Span<byte> packet)
    {
        // Latin-1 keeps one character a byte, so that offsets found in the text are offsets of the bytes.
        var text = Encoding.Latin1.GetString(packet);
        foreach (var found in Property().EnumerateMatches(text)) packet.Slice(found.Index, found.Length).Fill((byte)' ');
    }

    [GeneratedRegex(
        @"exif:GPS[A-Za-z]{1,40}\s*=\s*(""[^""]{0,400}""|'[^']{0,400}')|<exif:GPS[A-Za-z]{1,40}[^>]{0,200}/>|<exif:GPS[A-Za-z]"
            + @"{1,40}>[^<]{0,400}</exif:GPS[A-Za-z]{1,40}>",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Property();
}
