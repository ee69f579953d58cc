using System.Text;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Images;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Images;

public sealed class ImageTests
{
    private const string Xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description exif:GPSLatitude=\"35,48.0N\" exif:GPSLongitude=\"139,35.6E\" "
            + "dc:rights=\"Asaka\"/></x:xmpmeta>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [RuleOf("private-3-4-4a")]
    public void A_photo_with_gps_is_reported_with_the_place_rounded_and_one_without_is_not(bool little)
    {
        var facts = ImageFacts.Read(SampleImages.Jpeg(gps: true, little));
        facts.Place.ShouldBe("北緯35.8度・東経139.6度");
        facts.TakenAt.ShouldBe(new DateTime(2026, 11, 3, 10, 20, 30, DateTimeKind.Unspecified));
        Drafts.Find("image-location", "写真です。", With(facts)).ShouldHaveSingleItem().Message.ShouldContain("北緯35.8度・東経139.6度");
        Drafts.Find("image-location", "写真です。", With(ImageFacts.Read(SampleImages.Jpeg(gps: false, little)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [RuleOf("private-3-4-4b")]
    public void The_location_of_a_jpeg_goes_and_every_other_byte_stays(bool little, bool second)
    {
        var image = SampleImages.Jpeg(gps: true, little, second: second);
        var cleaned = LocationRemoval.Remove(image).Image!;

        cleaned.Length.ShouldBe(image.Length);
        Scans(cleaned).ShouldBe(Scans(image));
        ImageFacts.Read(cleaned).HasLocation.ShouldBeFalse();
        ImageFacts.Read(cleaned).TakenAt.ShouldNotBeNull();
        Drafts.Find("image-location", "写真です。", With(ImageFacts.Read(cleaned))).ShouldBeEmpty();
        cleaned.AsSpan().IndexOf([(byte)139, (byte)0, (byte)0, (byte)0, (byte)1, (byte)0, (byte)0, (byte)0]).ShouldBe(-1);
    }

    [Fact]
    [RuleOf("private-3-4-4b")]
    public void The_location_of_a_png_goes_its_checksums_hold_and_the_picture_stays()
    {
        var image = SampleImages.Png(gps: true, text: "Raw profile type exif\0\nexif\n  10\n45786966");
        ImageFacts.Read(image).Place.ShouldBe("北緯35.8度・東経139.6度");

        var cleaned = LocationRemoval.Remove(image).Image!;

        ImageFacts.Read(cleaned).HasLocation.ShouldBeFalse();
        Chunks(cleaned).ShouldAllBe(chunk => chunk.Valid);
        Chunks(cleaned).Select(chunk => chunk.Type).ShouldBe(["IHDR", "eXIf", "IDAT", "IEND"]);
        Chunks(cleaned).Single(chunk => chunk.Type == "IDAT").Data.ShouldBe(SampleImages.Scan);
    }

    [Fact]
    public void A_place_in_xmp_goes_too_and_the_rest_of_the_packet_stays()
    {
        var image = SampleImages.Jpeg(gps: false, xmp: Xmp);
        ImageFacts.Read(image).HasLocation.ShouldBeTrue();

        var cleaned = LocationRemoval.Remove(image).Image!;

        ImageFacts.Read(cleaned).HasLocation.ShouldBeFalse();
        Encoding.Latin1.GetString(cleaned).ShouldContain("dc:rights=\"Asaka\"");
        cleaned.Length.ShouldBe(image.Length);
    }

    [Fact]
    public void Another_format_and_a_broken_file_are_refused_with_what_to_do()
    {
        LocationRemoval.Remove("GIF89a"u8.ToArray()).Refusal!.ShouldContain("JPEGかPNG");
        byte[] broken = [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0x00];
        LocationRemoval.Remove(broken).Refusal!.ShouldContain("壊れている");
        ImageFacts.Read(broken).ShouldBe(ImageFacts.Unreadable);
        ImageFacts.Read([]).ShouldBe(ImageFacts.Unreadable);
    }

    [Fact]
    public void No_cut_or_flipped_byte_makes_reading_or_removing_throw()
    {
        var image = SampleImages.Jpeg(gps: true, xmp: Xmp);
        for (var at = 0; at < image.Length; at++)
        {
            ImageFacts.Read(image[..at]);
            LocationRemoval.Remove(image[..at]);
            var flipped = (byte[])image.Clone();
            flipped[at] ^= 0xFF;
            ImageFacts.Read(flipped);
            LocationRemoval.Remove(flipped);
        }
    }

    [Fact]
    [RuleOf("tochigi-2-3", "asaka-2-2")]
    public void An_image_needs_a_right_and_recognisable_people_their_consent()
    {
        var image = new AttachedImage("まつり.jpg") { AltText = "山車" };
        Find(image).ShouldHaveSingleItem().Message.ShouldContain("「使う権利」と「写っている人」");
        Find(image with { Rights = ImageRights.Own }).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Find(image with { Rights = ImageRights.Own, Faces = Faces.None }).ShouldBeEmpty();
        Find(image with { Rights = ImageRights.Own, Faces = Faces.Identifiable }).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Find(image with { Rights = ImageRights.Own, Faces = Faces.Blurred }).ShouldBeEmpty();
        Find(image with { Rights = ImageRights.Own, Faces = Faces.Consent, AltText = "" })
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Hint);
    }

    [Fact]
    public void Each_image_has_its_own_findings()
    {
        AttachedImage[] images =
        [
            new("一.jpg"),
            new("二.jpg")
            {
                AltText = "山車",
                Rights = ImageRights.Licensed,
                Faces = Faces.None,
            },
            new("三.jpg"),
        ];
        var found = Drafts.Find("image-rights", "写真です。", Drafts.Context(context => context with { Attachments = images }));
        found
            .Select(finding => $"{finding.Subject} {finding.Severity}")
            .ShouldBe(["一.jpg Block", "一.jpg Hint", "三.jpg Block", "三.jpg Hint"], ignoreOrder: true);
    }

    [Fact]
    [RuleOf("private-3-4-4a")]
    public void A_place_holds_back_an_official_draft_and_only_warns_a_private_writer()
    {
        var context = With(ImageFacts.Read(SampleImages.Jpeg(gps: true)));
        Drafts.Find("image-location", "写真です。", context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Drafts.Find("image-location", "写真です。", context with { Private = true }).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("image-rights", "写真です。", context with { Private = true }).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-3-3-3-3")]
    public void A_flyer_alone_is_a_waste_of_Instagram_and_beside_a_photo_it_is_not()
    {
        var (flyer, photo) = (new AttachedImage("チラシ.png") { IsFlyer = true }, new AttachedImage("紅葉.jpg"));
        Instagram(flyer)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                found => found.Severity.ShouldBe(Severity.Warn),
                found => found.Suggestion!.ShouldContain("写真を1枚")
            );
        Instagram(photo, flyer).ShouldBeEmpty();

        static IReadOnlyList<Finding> Instagram(params AttachedImage[] images) =>
            Drafts.Find(
                "fit-instagram",
                "紅葉まつり #星見市",
                Drafts.Context(context => context with { Medium = Medium.Instagram, Images = images.Length, Attachments = images })
            );
    }

    private static IReadOnlyList<Finding> Find(AttachedImage image) =>
        Drafts.Find("image-rights", "写真です。", Drafts.Context(context => context with { Attachments = [image] }));

    private static CheckContext With(ImageFacts facts) =>
        Drafts.Context(context => context with { Attachments = [new AttachedImage("a.jpg") { Facts = facts }] });

    private static byte[] Scans(byte[] image) =>
        image[image.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA])..][..(10 + SampleImages.Scan.Length)];

    private static List<(string Type, byte[] Data, bool Valid)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[], bool)>();
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var sum = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length));
            chunks.Add(
                (
                    Encoding.ASCII.GetString(png, at + 4, 4),
                    png[(at + 8)..(at + 8 + length)],
                    sum == Crc32.Of(png.AsSpan(at + 4, length + 4))
                )
            );
            at += 12 + length;
        }

        return chunks;
    }
}
