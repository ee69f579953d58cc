using System.Globalization;
using System.Text;
using TeamsBot.Cards;
using TeamsBot.Checks.Images;
using TeamsBot.Protocol.Files;

namespace TeamsBot.Pictures;

/// <summary>What people read about pictures: the facts in one line, and each trouble with what to do next.</summary>
internal static class PictureWords
{
    public const string NotFetched = "画像を受け取れませんでした。";

    public const string TooMany = "前に送った画像をまだ受け取っています。少し待ってから、この画像をもう一度送ってください。";

    public static string Sentence(FileTrouble trouble) => trouble switch
    {
        FileTrouble.TooLarge => string.Create(
            CultureInfo.InvariantCulture,
            $"画像が大きすぎます（{PictureLimits.MaxBytes / 1024 / 1024}MBまで）。小さくしてから、もう一度送ってください。"
        ),
        FileTrouble.TooSlow => "画像の受け取りに時間がかかりすぎました。少し待ってから、もう一度送ってください。",
        FileTrouble.Gone => "画像の保存場所を開けませんでした。削除されたか、期限が切れています。",
        FileTrouble.Incomplete => "画像が途中で切れています。もう一度送ってください。",
        FileTrouble.NotAllowed or FileTrouble.Redirected =>
            "この置き場所の画像は受け取れません。チャットに画像を直接貼り付けるか、添付してください。",
        _ => "いまは画像を受け取れませんでした。少し待ってから、もう一度送ってください。",
    };

    /// <summary>Something else came: said by its first bytes, because people send what they have at hand.</summary>
    public static string NoPicture(ReadOnlySpan<byte> file)
    {
        var head = Encoding
            .Latin1.GetString(file[..Math.Min(file.Length, 512)])
            .TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        return head switch
        {
            "" => "中身のないファイルでした。画像をもう一度送ってください。",
            _ when head.StartsWith("%PDF", StringComparison.Ordinal) =>
                "PDFは確認できません。ページを画像（JPEGかPNG）にして送り、「チラシの画像」に印を付けてください。",
            _ when head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
                    || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) =>
                "画像ではなくWebページが届きました。画像をチャットに直接貼り付けるか、添付してください。",
            _ when head.Length > 8 && head[4..8] == "ftyp" => "動画は確認できません。動画の内容と権利は、別に確かめてください。",
            _ => "画像として読めないファイルでした。JPEG・PNG・HEIC・WebP・GIFの画像を送ってください。",
        };
    }

    /// <summary>For example <c>JPEG 3.2MB、撮影 11/18(水) 14:05</c>.</summary>
    public static string Facts(PictureFacts facts, DateTimeOffset now) =>
        $"{ImageFormats.NameOf(facts.Format)} {Size(facts.Size)}"
            + (facts.TakenAt is { } taken ? $"、撮影 {JapaneseTime.Format(InJapan(taken), now)}" : "");

    public static string Place(PictureFacts facts) => facts.Place is { } place ? $"位置情報あり（{place}付近）" : "位置情報なし";

    /// <summary>Cameras write the local time and no zone.</summary>
    private static DateTimeOffset InJapan(DateTime taken) =>
        new(DateTime.SpecifyKind(taken, DateTimeKind.Unspecified), JapaneseTime.Offset);

    private static string Size(int bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0}MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)}KB");
}
