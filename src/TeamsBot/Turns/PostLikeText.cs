using System.Text.RegularExpressions;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Turns;

/// <summary>
/// Tells a text that is to be published from a remark or a question. Pure: the text alone decides. Generous on purpose: a draft made of a
/// long remark costs one press of 取り下げ, a post that is not recognised costs its check. Whether it is a question to answer or a cry for help
/// is asked elsewhere.
/// </summary>
internal static partial class PostLikeText
{
    /// <summary>A remark is rarely longer.</summary>
    private const int RemarkLength = 30;

    /// <summary>Longest text of which the ends and words are looked at.</summary>
    private const int ShortLength = 60;

    private const int LeastLength = 6;

    private static readonly string[] QuestionEnds =
    [
        "?", "？", "ですか", "ますか", "でしょうか", "ませんか", "んか", "のか", "いいか", "教えて", "教えてください", "教えて下さい", "知りたい", "とは", "どうする", "どうすれば", "どうしよう",
        "だっけ", "かな", "したい", "したいです", "ほしい", "ほしいです", "欲しいです",
    ];

    /// <summary>How staff end a line to residents.</summary>
    private static readonly string[] Endings =
    [
        "ます", "ました", "ません", "です", "でした", "ください", "下さい", "ましょう", "しよう", "中", "中止", "延期", "再開", "開催", "休館", "休業", "休園", "休診", "閉館", "開館",
        "開庁", "閉庁", "募集", "受付", "お知らせ", "ご案内", "見ごろ", "見頃", "満開", "解除", "発令", "発表", "配布", "販売", "決定", "終了", "開始", "実施", "公開", "まで", "から",
        "へ",
    ];

    /// <summary>What posts of a local government are about.</summary>
    private static readonly string[] Subjects =
    [
        "図書館", "市役所", "町役場", "村役場", "区役所", "役場", "支所", "公民館", "博物館", "美術館", "体育館", "資料館", "プール", "公園", "学校", "保育園", "幼稚園", "児童館", "病院",
        "診療所", "窓口", "市民", "町民", "村民", "区民", "県民", "府民", "住民", "皆さん", "皆さま", "皆様", "みなさん", "みなさま", "講座", "教室", "まつり", "祭", "イベント", "フェス",
        "大会", "展示", "説明会", "相談会", "講演", "コンサート", "募集", "申込", "申し込み", "受付", "休館", "休園", "休業", "休診", "開館", "開庁", "閉庁", "中止", "延期", "再開",
        "お知らせ", "ご案内", "開催", "見ごろ", "見頃", "満開", "断水", "停電", "通行止", "避難", "警報", "注意報", "熱中症", "ワクチン", "接種", "給付", "納期限", "納税", "選挙", "投票",
        "ごみ", "ゴミ", "バス", "道路", "工事", "新刊", "広報", "献血", "桜", "紅葉", "花火", "消防", "防災", "防犯", "地震", "台風", "大雨", "大雪", "火災", "詐欺", "入場", "無料",
        "配信", "観光", "特産", "給食", "コーナー", "オープン", "放送", "掲載",
    ];

    /// <summary>Words to the bot or to a colleague.</summary>
    private static readonly string[] RemarkWords =
    [
        "ありがと", "有難う", "了解", "承知", "わかりました", "分かりました", "かしこまり", "お疲れ", "おつかれ", "よろしく", "宜しく", "すみません", "すいません", "ごめん", "申し訳", "お世話", "おはよう",
        "こんにちは", "こんばんは", "はじめまして", "テスト", "試し", "下書き", "ボット", "承認", "差し戻し", "差戻", "取り下げ", "決裁", "修正しま", "直しま", "送りま", "送信し", "送付", "見ました",
        "見ます", "確認しま", "確認お願い", "確認を", "チェック", "休みます", "遅れます", "早退", "出張", "会議", "後で", "あとで", "なるほど", "助かり", "待って", "ログイン", "エラー", "押せ",
        "押し", "表示され", "届きま", "届いて", "間違え", "私は", "私が", "自分",
    ];

    /// <summary>A short line under a picture is a post too, unless it asks something.</summary>
    public static bool Is(ParsedTurn turn) => turn.Activity.Type == ActivityTypes.Message && turn.Action is null
        && (Is(turn.Text) || (turn.Files.Count > 0 && turn.Text.Trim() is { Length: > 0 } line && !EndsAsQuestion(line)));

    /// <summary>Nothing but pictures or files.</summary>
    public static bool IsOnlyPictures(ParsedTurn turn) =>
        turn.Activity.Type == ActivityTypes.Message && turn.Action is null && turn.Text.Length == 0 && turn.Files.Count > 0;

    public static bool Is(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return false;
        if (trimmed.Contains('\n', StringComparison.Ordinal) || HasLayout(trimmed)) return true;
        if (EndsAsQuestion(trimmed)) return false;
        return trimmed.Length >= RemarkLength || HasPostSigns(trimmed);
    }

    /// <summary>
    /// A short line that is written for residents: it says what or when, ends as a notice does, and is no word to a colleague.
    /// </summary>
    public static bool HasPostSigns(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Contains('\n', StringComparison.Ordinal) || HasLayout(trimmed)) return true;
        if (trimmed.Length is < LeastLength or > ShortLength) return trimmed.Length > ShortLength;
        if (Array.Exists(RemarkWords, word => trimmed.Contains(word, StringComparison.Ordinal)) || SomebodyByName().IsMatch(trimmed))
            return false;
        var (hasWhen, hasSubject) = (
            When().IsMatch(trimmed),
            Array.Exists(Subjects, subject => trimmed.Contains(subject, StringComparison.Ordinal))
        );
        if (!trimmed.Any(character => character >= 0x3000))
            return hasWhen && trimmed.Length >= LeastEnglish && trimmed.Contains(' ', StringComparison.Ordinal);
        return (hasWhen || hasSubject) && EndsAsNotice(trimmed);
    }

    /// <summary>
    /// A heading in brackets or behind a mark, without a day or time and without anything below: 「【お知らせ】」. What it announces is missing.
    /// </summary>
    public static bool IsBareHeading(string text) =>
        text.Length <= ShortLength && BareHeading().IsMatch(text.Trim()) && !When().IsMatch(text);

    public static bool EndsAsQuestion(string text)
    {
        var end = text.AsSpan().TrimEnd(" 　。．.！!").ToString();
        return Array.Exists(QuestionEnds, ending => end.EndsWith(ending, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"^(?:[■▼★☆◆●◎▶]?\s*[【［\[〔《〈＜<][^【】［］\[\]〔〕《》〈〉＜＞<>。、！!\n]{1,20}[】］\]〕》〉＞>]|[■▼★☆◆●◎▶]\s*[^\s。、！!]{1,10})\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex BareHeading();

    private const int LeastEnglish = 15;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("【■▼★☆◆●◎▶");

    /// <summary>Addresses, hash tags, and the brackets and marks that head a notice.</summary>
    private static bool HasLayout(string trimmed) =>
        trimmed.Contains("http", StringComparison.OrdinalIgnoreCase)
        || HashTag().IsMatch(trimmed)
        || trimmed.AsSpan().ContainsAny(Marks)
        || trimmed.StartsWith('＼');

    private static bool EndsAsNotice(string trimmed)
    {
        var end = Decoration().Replace(trimmed, "");
        return Array.Exists(Endings, ending => end.EndsWith(ending, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"(?:^|\s|[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}。！!])[#＃][\p{L}\p{N}]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex HashTag();

    /// <summary>「田中さんは」, and not 「皆さんは」.</summary>
    [GeneratedRegex(@"[^皆なゃ]さん[はがにのも、]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SomebodyByName();

    /// <summary>A day, a weekday, a time.</summary>
    [GeneratedRegex(
        @"[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[0-9０-９]{1,2}[/／][0-9０-９]{1,2}|[0-9０-９]{1,2}[:：][0-9０-９]{2}|[0-9０-９]{1,2}[時日]|[月火水木金土日]曜|"
            + @"[（(][月火水木金土日祝・]+[）)]|本日|今日|明日|あす|今週|来週|今月|来月|今年|毎週|毎月"
            + @"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* [0-9]|\b(?:today|"
            + @"tomorrow|tonight)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex When();

    /// <summary>What stands behind the last word.</summary>
    [GeneratedRegex(
        @"[\s。．.、！!♪～〜…ー\-）)」』\p{So}\p{Sk}\p{Cs}\p{Cf}\p{Mn}]+$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Decoration();
}
