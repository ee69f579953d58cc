using System.IO.Compression;
using System.Text;
using TeamsBot.Checks.Images;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Images;

/// <summary>Files as anybody may send them: cut off, lying about their lengths, or made to unpack to gigabytes.</summary>
public sealed class HostileImageTests
{
    private const string Xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description exif:GPSLatitude=\"35,48.0N\"/></x:xmpmeta>";

    [Fact]
    public void A_format_is_told_by_its_bytes()
    {
        ImageFormats.Of(SampleImages.Jpeg(gps: true)).ShouldBe(ImageFormat.Jpeg);
        ImageFormats.Of(SampleImages.Png(gps: true)).ShouldBe(ImageFormat.Png);
        ImageFormats.Of(WebP(SampleImages.Tiff(gps: true, little: true))).ShouldBe(ImageFormat.WebP);
        ImageFormats.Of(Heic(gps: true)).ShouldBe(ImageFormat.Heic);
        ImageFormats.Of("GIF89a"u8).ShouldBe(ImageFormat.Gif);
        foreach (var other in (string[])["", "<!doctype html><html>", "%PDF-1.7", "RIFF0000WAVE", "\0\0\0\u0018ftypmp42"])
            ImageFormats.Of(Encoding.Latin1.GetBytes(other)).ShouldBe(ImageFormat.Unknown);
    }

    [Fact]
    public void A_place_in_WebP_and_HEIC_is_found()
    {
        ImageFacts.Read(WebP(SampleImages.Tiff(gps: true, little: true))).Place.ShouldBe("北緯35.8度・東経139.6度");
        ImageFacts
            .Read(Heic(gps: true))
            .ShouldBe(new ImageFacts("北緯35.8度・東経139.6度", new DateTime(2026, 11, 3, 10, 20, 30, DateTimeKind.Unspecified)));
        ImageFacts.Read(Heic(gps: false)).Place.ShouldBeNull();
        LocationRemoval.Remove(Heic(gps: true)).Refusal!.ShouldContain("JPEGかPNG");
    }

    [Fact]
    public void A_place_in_a_packed_or_hexadecimal_profile_is_found_and_goes()
    {
        byte[][] hidden =
        [
            SampleImages.PngWith("iTXt", [.. "XML:com.adobe.xmp\0\u0001\0\0\0"u8, .. Packed(Encoding.UTF8.GetBytes(Xmp))]),
            SampleImages.PngWith(
                "zTXt",
                [
                    .. "Raw profile type exif\0\0"u8,
                    .. Packed(
                        Encoding.Latin1.GetBytes(
                            "\nexif\n 518\n" + Convert.ToHexStringLower([.. "Exif\0\0"u8, .. SampleImages.Tiff(gps: true, little: true)])
                        )
                    ),
                ]
            ),
        ];
        foreach (var image in hidden)
        {
            ImageFacts.Read(image).HasLocation.ShouldBeTrue();
            ImageFacts.Read(LocationRemoval.Remove(image).Image!).HasLocation.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_whole_file_has_its_end()
    {
        foreach (
            var image in (byte[][])
                [SampleImages.Jpeg(gps: true), SampleImages.Png(gps: true), WebP(SampleImages.Tiff(gps: true, little: true))]
        )
        {
            ImageFormats.IsWhole(image).ShouldBeTrue();
            ImageFormats.IsWhole(image.AsSpan(0, image.Length - 12)).ShouldBeFalse();
        }
    }

    [Fact]
    public void What_unpacks_to_gigabytes_costs_no_more_than_its_own_bytes()
    {
        var bomb = Packed(new byte[64 * 1024 * 1024]);
        byte[][] images =
        [
            SampleImages.PngWith("iCCP", [.. "icc\0\0"u8, .. bomb]),
            SampleImages.PngWith("zTXt", [.. "Raw profile type exif\0\0"u8, .. bomb]),
            SampleImages.PngWith("iTXt", [.. "XML:com.adobe.xmp\0\u0001\0\0\0"u8, .. bomb]),
            SampleImages.PngWith("IDAT", bomb),
        ];
        foreach (var image in images)
        {
            ImageFacts.Read(SampleImages.Png(gps: false));
            var before = GC.GetAllocatedBytesForCurrentThread();
            ImageFacts.Read(image);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 * 1024 * 1024);
        }
    }

    [Fact]
    public void A_length_beyond_the_file_is_not_believed()
    {
        foreach (var image in (byte[][])[SampleImages.Png(gps: true), WebP(SampleImages.Tiff(gps: true, little: true)), Heic(gps: true)])
        {
            for (var at = 0; at + 4 <= image.Length; at++)
            {
                var lying = (byte[])image.Clone();
                lying.AsSpan(at, 4).Fill(0x7F);
                var before = GC.GetAllocatedBytesForCurrentThread();
                ImageFacts.Read(lying);
                LocationRemoval.Remove(lying);
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 * 1024 * 1024);
            }
        }
    }

    private static byte[] WebP(byte[] tiff)
    {
        byte[] chunks = [.. "VP8 "u8, 64, 0, 0, 0, .. SampleImages.Scan, .. "EXIF"u8, .. BitConverter.GetBytes(tiff.Length), .. tiff];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    private static byte[] Heic(bool gps) =>
        [
            0,
            0,
            0,
            24,
            .. "ftypheic\0\0\0\0mif1heic"u8,
            0,
            0,
            2,
            20,
            .. "mdat"u8,
            0,
            0,
            0,
            6,
            .. "Exif\0\0"u8,
            .. SampleImages.Tiff(gps, little: false),
            .. SampleImages.Scan,
        ];

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(plain);
        return packed.ToArray();
    }
}
