using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.IO;

namespace TeamsBot.Checks.Images;

/// <summary>
/// What the bytes of a JPEG, PNG, WebP or HEIC tell besides the picture: where and when it was taken. EXIF is read with MetadataExtractor,
/// and nothing else of it is used: a file is anybody's, and profiles and packets may unpack to any size. What cannot be read gives
/// <see cref="Unreadable"/>, never an exception. The exact place is kept for nobody: <see cref="Place"/> is rounded to a tenth of a degree.
/// </summary>
/// <param name="Place">Rounded place, for example <c>北緯35.8度・東経139.6度</c>; null without a location.</param>
/// <param name="TakenAt">Clock of the camera, without a zone; null when absent.</param>
public sealed record ImageFacts(string? Place, DateTime? TakenAt)
{
    /// <summary>The library does not know the format, or the file is damaged.</summary>
    public static readonly ImageFacts Unreadable = new(null, null);

    /// <summary>There is a place in it which cannot be said.</summary>
    private const string Unnamed = "場所不明";

    public bool HasLocation => Place is not null;

    public static ImageFacts Read(byte[] image)
    {
        try
        {
            var directories = Directories(image);
            return new ImageFacts(
                PlaceIn(directories)
                    ?? (XmpLocation.IsIn(image) || (PngLocation.IsPng(image) && PngProfiles.MayHoldPlace(image)) ? Unnamed : null),
                TakenIn(directories)
            );
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The bytes come from anybody and the reader throws whatever it trips over; "cannot be read" is the answer to all of it.
            return Unreadable;
        }
    }

    /// <summary>What one EXIF block (a TIFF structure) tells.</summary>
    internal static ImageFacts OfBlock(byte[] tiff)
    {
        List<MetadataExtractor.Directory> directories = [.. new ExifReader().Extract(new ByteArrayReader(tiff))];
        return new ImageFacts(PlaceIn(directories), TakenIn(directories));
    }

    private static List<MetadataExtractor.Directory> Directories(byte[] image) => JpegLocation.IsJpeg(image)
        ? [.. JpegMetadataReader.ReadMetadata(new MemoryStream(image, writable: false), [new ExifReader()])]
        : [.. ExifBlocks.In(image).SelectMany(block => new ExifReader().Extract(new ByteArrayReader(block)))];

    private static string? PlaceIn(IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        var gps = directories.OfType<GpsDirectory>().FirstOrDefault(directory => directory.TagCount > 0);
        if (gps is null) return null;
        return gps.GetGeoLocation() is { IsZero: false } at ? Rounded(at.Latitude, at.Longitude)
            : gps.ContainsTag(GpsDirectory.TagLatitude) ? Unnamed
            : null;
    }

    private static DateTime? TakenIn(IReadOnlyList<MetadataExtractor.Directory> directories) =>
        directories
            .OfType<ExifSubIfdDirectory>()
            .Select(directory => directory.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out var taken) ? taken : (DateTime?)null)
            .FirstOrDefault(taken => taken is not null);

    private static string Rounded(double latitude, double longitude) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(latitude < 0 ? "南緯" : "北緯")}{Math.Abs(latitude):0.0}度・{(longitude < 0 ? "西経" : "東経")}{Math.Abs(longitude):0.0}度");
}
