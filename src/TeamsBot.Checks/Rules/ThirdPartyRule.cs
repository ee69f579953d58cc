using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A link or quotation from outside: the organisation lends it its credit [tochigi-6-1-3, yamaguchi-4-1-4]. Sites of the state and of local
/// governments, application services made for them, and the pack's trusted domains get a hint at most.
/// </summary>
internal sealed partial class ThirdPartyRule : IRule
{
    /// <summary>Online application services that local governments use in common.</summary>
    private static readonly string[] ApplicationServices =
    [
        "logoform.jp", "s-kantan.jp", "s-kantan.com", "graffer.jp", "e-tumo.jp", "task-asp.net", "eltax.lta.go.jp", "harp.lg.jp",
        "elg-front.jp",
    ];

    public RuleInfo About { get; } =
        new("third-party-endorse", Category.ThirdParty, Severity.Warn, "tochigi-6-1-3", "yamaguchi-4-1-4", "private-3-5-2", "asaka-5-3-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var organisation = context.Organisation;
        if (context.IsLike)
        {
            foreach (var url in draft.Urls.Where(url => !url.IsOwnSite(organisation) && !url.IsOwnAccount(organisation)))
            {
                var span = draft.At(url.Piece);
                yield return About.Find(
                    span,
                    $"「{draft.Quote(span)}」に公式アカウントが「いいね」をすると、その投稿に賛同している、内容を保証したと受け取られることがあります。",
                    "投稿した人と内容をどう確認したかを記録するか、「いいね」をやめてください。"
                );
            }

            yield break;
        }

        foreach (var url in draft.Urls)
        {
            if (
                organisation.Domains.Count == 0
                || url.IsOwnSite(organisation)
                || url.IsOwnAccount(organisation)
                || ShortUrlRule.IsShortener(url)
            )
                continue;
            if (organisation.TrustedDomains.Any(url.IsUnder)) continue;
            if (!url.HasRealDomain) continue;
            var span = draft.At(url.Piece);
            var known = url.IsPublicOffice || ApplicationServices.Any(url.IsUnder);
            yield return known
                ? About.Find(
                    span,
                    $"「{url.Host}」は自組織以外のサイトです。リンク先が正しいかを確認してください。",
                    severity: Severity.Hint
                )
                : About.Find(
                    span,
                    $"「{draft.Quote(span)}」は自組織のサイト（{string.Join("、", organisation.Domains)}）ではありません。公式アカウントから紹介すると、内容を保証したと受け取られることがあります。",
                    "リンク先の運営者と内容をどう確認したかを記録するか、自組織のページへのリンクに替えてください。"
                );
        }

        foreach (Match match in Quoted().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index)) continue;
            var span = draft.At(match);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」は、外部の記事や投稿の引用です。公式アカウントが引用すると、内容を保証したと受け取られることがあります。",
                "内容をどう確認したかを記録し、出典を示すか、引用をやめて自分たちの言葉で書いてください。"
            );
        }

        foreach (Match match in Repost().Matches(draft.Normal))
        {
            if (
                draft.InUrl(match.Index)
                || organisation.Accounts.Any(account => match.Value.EndsWith(account, StringComparison.OrdinalIgnoreCase))
            )
                continue;
            var span = draft.At(match);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」は、他の方の投稿の引用です。公式アカウントが引用すると、内容を保証したと受け取られることがあります。",
                "内容をどう確認したかを記録するか、引用をやめて自分たちの言葉で書いてください。"
            );
        }
    }

    [GeneratedRegex(
        @"[^\s。、「」()]{0,8}(?:(?<!広報)新聞|(?<!お知らせ)ニュース|ブログ|まとめサイト|口コミサイト|知恵袋|掲示板|Wikipedia|ウィキペディア)(?:の記事|の投稿)?(?:によると|によれば|より引用|から引用|より転載|"
            + @"から転載|からの転載)",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:RT|QT|引用RT|引用リポスト|リポスト)\s?[:：]?\s?@[A-Za-z0-9_]{1,30}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Repost();
}
