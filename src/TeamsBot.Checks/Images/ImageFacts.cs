using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace TeamsBot.Checks.Images;

/// <summary>
/// What the bytes of a JPEG, PNG or HEIC tell besides the picture: where and when it was taken. Read with MetadataExtractor; a file it cannot read gives
/// <see cref="Unreadable"/>, never an exception. The exact place is kept for nobody: <see cref="Place"/> is rounded to a tenth of a degree.
/// </summary>
/// <param name="Place">Rounded place, for example <c>北緯35.8度・東経139.6度</c>; null without a location.</param>
/// <param name="TakenAt">Clock of the camera, without a zone; null when absent.</param>
public sealed record ImageFacts(string? Place, DateTime? TakenAt)
{
    /// <summary>The library does not know the format, or the file is damaged.</summary>
    public static readonly ImageFacts Unreadable = new(null, null);

    public bool HasLocation => Place is not null;

    public static ImageFacts Read(byte[] image)
    {
        try
        {
            var directories = ImageMetadataReader.ReadMetadata(new MemoryStream(image, writable: false));
            return new ImageFacts(PlaceIn(directories) ?? (XmpLocation.IsIn(image) ? "場所不明" : null), TakenIn(directories));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The bytes come from anybody and the reader throws whatever it trips over; "cannot be read" is the answer to all of it.
            return Unreadable;
        }
    }

    private static string? PlaceIn(IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        var gps = directories.OfType<GpsDirectory>().FirstOrDefault(directory => directory.TagCount > 0);
        if (gps is null) return null;
        return gps.GetGeoLocation() is { IsZero: false } at ? Rounded(at.Latitude, at.Longitude) : gps.ContainsTag(GpsDirectory.TagLatitude) ? "場所不明" : null;
    }

    private static DateTime? TakenIn(IReadOnlyList<MetadataExtractor.Directory> directories) =>
        directories.OfType<ExifSubIfdDirectory>().Select(directory => directory.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out var taken) ? taken : (DateTime?)null).FirstOrDefault(taken => taken is not null);

    private static string Rounded(double latitude, double longitude) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(latitude < 0 ? "南緯" : "北緯")}{Math.Abs(latitude):0.0}度・{(longitude < 0 ? "西経" : "東経")}{Math.Abs(longitude):0.0}度");
}
