namespace TeamsBot.Checks.Images;

/// <summary>What came of removing the location: the new bytes, or why nothing was done.</summary>
/// <param name="Image">The image without its location; null when refused.</param>
/// <param name="Refusal">Plain Japanese for the user; null when done.</param>
public sealed record LocationRemoval(byte[]? Image, string? Refusal)
{
    /// <summary>
    /// Removes the place (EXIF GPS, XMP) from a JPEG or PNG and leaves the coded picture as it is, byte for byte. Other formats are refused
    /// with what to do instead. Places written in words (IPTC city, captions) stay: somebody wrote them on purpose.
    /// </summary>
    public static LocationRemoval Remove(byte[] image)
    {
        try
        {
            if (JpegLocation.IsJpeg(image)) return new LocationRemoval(JpegLocation.Remove(image), null);
            if (PngLocation.IsPng(image)) return new LocationRemoval(PngLocation.Remove(image), null);
        }
        catch (InvalidDataException)
        {
            return new LocationRemoval(null, "画像が壊れているため、位置情報を消せませんでした。撮り直すか、画面を保存した画像を使ってください。");
        }

        return new LocationRemoval(null, "この形式の画像からは位置情報を消せません。JPEGかPNGに書き出してから、もう一度お試しください。");
    }
}
