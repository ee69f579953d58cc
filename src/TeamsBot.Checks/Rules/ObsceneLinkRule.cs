using System.Buffers;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Links to obscene content: the host or path holds a word of the adult list as a whole word (a school's sussex or an adult vaccination
/// page does not), or the sentence that offers the link speaks of such content. Public bodies' own addresses and warnings against such
/// sites are not meant.
/// </summary>
internal sealed class ObsceneLinkRule : IRule
{
    /// <summary>Whole words of a host or path.</summary>
    private static readonly HashSet<string> Words = new(
        [
            "porn", "porno", "pornhub", "xvideos", "xvideo", "xnxx", "xhamster", "xxx", "adult", "adults", "18kin", "r18", "r-18", "18only",
            "ero", "erotic", "eroero", "erogazou", "erodouga", "hentai", "sex", "sexy", "nude", "nudes", "av", "avgle", "javhd", "jav",
            "missav", "fanza", "deai", "deaikei", "fuzoku", "huzoku", "deriheru", "soap", "soapland", "escort", "onlyfans", "camgirl",
            "livechat18", "mushusei", "uncensored", "oppai", "pussy", "fuck", "milf", "rape", "lolita", "kyonyu", "hitozuma", "jukujo",
            "sefure", "papakatsu", "enkou", "tengaland", "stripchat", "chaturbate", "redtube", "youporn", "spankbang", "tokyohot",
            "caribbeancom", "1pondo", "heyzo", "dlsite-adult", "nsfw", "xlovecam", "happening",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Words that are plain language on their own and count only in the host, never in a path.</summary>
    private static readonly HashSet<string> HostOnly = new(
        ["adult", "adults", "av", "sex", "sexy", "soap", "escort", "rape", "happening", "ero", "nude", "nudes"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> Offered = SearchValues.Create(
        [
            "無修正", "アダルト動画", "アダルトサイト", "アダルトビデオ", "エロ動画", "エロ画像", "エッチな動画", "エッチな画像", "AV女優", "AV動画", "R18", "R-18", "18禁", "成人向け動画",
            "成人向けサイト", "風俗情報", "デリヘル", "ソープ", "出会い系", "セフレ", "ライブチャット", "盗撮動画", "ポルノ", "裏ビデオ", "わいせつ動画", "ヌード画像",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> Warned = SearchValues.Create(
        [
            "注意", "詐欺", "請求", "被害", "相談", "トラブル", "フィルタリング", "防止", "対策", "啓発", "規制", "禁止", "有害", "削除", "根絶", "通報", "犯罪",
        ],
        StringComparison.Ordinal
    );

    public RuleInfo About { get; } = new("obscene-link", Category.Obscene, Severity.Stop, "asaka-5-3-5");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var offered = draft.Normal.AsSpan().ContainsAny(Offered) && !draft.Normal.AsSpan().ContainsAny(Warned);
        var linked = false;
        foreach (var url in draft.Urls)
        {
            if (IsPublic(url, context) || !(offered || IsAdult(url))) continue;
            linked = true;
            var span = draft.At(new Piece(url.Start, url.End));
            yield return About.Find(span, $"「{draft.Quote(span)}」は、わいせつな内容のページと見られます。", "リンクを消してください。この判定は取り消せません。");
        }

        if (linked || !offered) yield break;
        var at = draft.Normal.AsSpan().IndexOfAny(Offered);
        var words = draft.At(at, 3);
        yield return About.Find(words, $"「{draft.Quote(words)}」は、わいせつな内容の案内と読めます。", "この部分を消してください。", severity: Severity.Block);
    }

    private static bool IsPublic(Url url, CheckContext context) =>
        url.IsUnder("lg.jp")
        || url.IsUnder("go.jp")
        || url.IsUnder("ac.jp")
        || url.IsUnder("ed.jp")
        || context.Organisation.Domains.Any(url.IsUnder);

    private static bool IsAdult(Url url) =>
        Parts(url.Host).Any(Words.Contains) || Parts(url.Path).Any(part => Words.Contains(part) && !HostOnly.Contains(part));

    private static string[] Parts(string text) =>
        text.Split(['.', '-', '_', '/', '?', '=', '&', '~', '#'], StringSplitOptions.RemoveEmptyEntries);
}
