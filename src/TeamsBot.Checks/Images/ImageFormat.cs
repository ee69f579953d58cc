namespace TeamsBot.Checks.Images;

/// <summary>What a file is, by its first bytes. Its name and the type a sender announces are claims and are not asked.</summary>
public enum ImageFormat
{
    /// <summary>No picture this bot knows.</summary>
    Unknown,
    Jpeg,
    Png,
    Gif,
    WebP,

    /// <summary>HEIC and HEIF, as iPhones take photos.</summary>
    Heic,
}

/// <summary>
/// Tells formats apart and finds a file that was cut off. No pixel is ever decoded, so a picture that unpacks to gigabytes costs no more
/// than its own bytes.
/// </summary>
public static class ImageFormats
{
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    public static ImageFormat Of(ReadOnlySpan<byte> file) => file switch
    {
        _ when JpegLocation.IsJpeg(file) => ImageFormat.Jpeg,
        _ when PngLocation.IsPng(file) => ImageFormat.Png,
        _ when file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) => ImageFormat.Gif,
        _ when file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8) => ImageFormat.WebP,
        _ when IsHeic(file) => ImageFormat.Heic,
        _ => ImageFormat.Unknown,
    };

    /// <summary>
    /// Whether the end of the picture is there. Only what the format's frame says: a torn picture inside a whole frame is for eyes to see.
    /// </summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) => Of(file) switch
    {
        ImageFormat.Jpeg => file.LastIndexOf([(byte)0xFF, (byte)0xD9]) > 0,
        ImageFormat.Png => file.LastIndexOf("IEND"u8) is > 0 and var at && at + 8 <= file.Length,
        ImageFormat.Gif => file.LastIndexOf((byte)0x3B) > 12,
        ImageFormat.WebP => System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L <= file.Length,
        ImageFormat.Heic => file.IndexOf("mdat"u8) > 0,
        _ => false,
    };

    public static string NameOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Png => "PNG",
        ImageFormat.Gif => "GIF",
        ImageFormat.WebP => "WebP",
        ImageFormat.Heic => "HEIC",
        _ => "不明",
    };

    private static bool IsHeic(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[4..8].SequenceEqual("ftyp"u8)) return false;
        var brand = System.Text.Encoding.Latin1.GetString(file[8..12]);
        return Array.Exists(HeicBrands, known => known == brand);
    }
}
