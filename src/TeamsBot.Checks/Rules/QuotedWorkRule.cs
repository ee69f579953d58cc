using System.Buffers;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A long quotation (40 characters and more in 「」, a suggested setting) or lyrics between ♪ without a source. What somebody said on the
/// occasion, and the long name of a law or a plan, are no quotations of a work.
/// </summary>
internal sealed partial class QuotedWorkRule : IRule
{
    private const int Long = 40;

    private static readonly SearchValues<string> Sources = SearchValues.Create(
        [
            "出典", "引用元", "引用:", "引用=", "転載", "提供:", "作詞", "作:", "著)", "著」", "著『", "『", "新聞", "記事より", "より引用", "より抜粋", "句:", "短歌:", "全文は",
        ],
        StringComparison.Ordinal
    );

    public RuleInfo About { get; } = new("quoted-work", Category.ThirdParty, Severity.Warn, "ward-4-7", "yamaguchi-2-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!draft.Normal.AsSpan().ContainsAny("「♪") || draft.Normal.AsSpan().ContainsAny(Sources)) yield break;
        foreach (Match quote in Quotation().Matches(draft.Normal))
        {
            var inside = quote.Groups["inside"];
            if (quote.Value[0] == '「' && (inside.Length < Long || TitleEnd().IsMatch(inside.Value) || Said(draft.Normal, quote))) continue;
            var span = draft.At(quote);
            yield return About.Find(span, $"{inside.Length}文字の引用に、出典が見当たりません。", "出典（作者・作品名・掲載元）を書くか、自分の言葉に直してください。");
        }
    }

    /// <summary>Speech: the words around the quotation say that somebody spoke, wrote in or was asked.</summary>
    private static bool Said(string text, Capture quote)
    {
        var after = quote.Index + quote.Length;
        return Speech().IsMatch(text.AsSpan(after, Math.Min(16, text.Length - after)));
    }

    [GeneratedRegex(
        @"「(?<inside>[^「」]{1,600})」|♪(?<inside>[^♪\n]{15,300})♪",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Quotation();

    [GeneratedRegex(
        @"(法律|条例|規則|要綱|計画|方針|制度|事業|講座|講演会|教室|セミナー|フォーラム|シンポジウム|展|大会|フェス|フェスタ|まつり|祭り?|プロジェクト|キャンペーン|ワークショップ|ツアー|審議会|委員会|協議会|コンサート|上映会|フェア|"
            + @"給付金|補助金|について|!|について\))$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TitleEnd();

    [GeneratedRegex(
        @"^(など)?(と|という|との)(、)?.{0,6}(話|語|述べ|コメント|呼びか|あいさつ|挨拶|説明|発言|声|激励|感想|意見|意気込|笑顔|抱負|答え|紹介|質問|期待|喜|感謝|訴え|メッセージ)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Speech();
}
