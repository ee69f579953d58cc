using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An address that will not work or leads elsewhere than it says: full-width letters, a broken scheme, a blank in it, no such top-level
/// domain, nearly the own domain (a warning only where it is another local government's), or another medium than the one named before it
/// [yamaguchi-6-3, asaka-annex-6]. It is never fetched.
/// </summary>
internal sealed partial class UrlFormRule : IRule
{
    private static readonly (string Words, string[] Hosts)[] Media =
    [
        ("Instagram|インスタグラム|インスタ", ["instagram.com", "instagr.am"]),
        ("Facebook|フェイスブック", ["facebook.com", "fb.com", "fb.me"]),
        ("YouTube|ユーチューブ", ["youtube.com", "youtu.be"]),
        ("LINE", ["line.me", "lin.ee"]),
        ("X\\(旧Twitter\\)|Twitter|ツイッター", ["x.com", "twitter.com", "t.co"]),
    ];

    public RuleInfo About { get; } = new("url-form", Category.Url, Severity.Block, "yamaguchi-6-3", "asaka-annex-6");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in Broken().Matches(draft.Normal))
        {
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」はURLの書き方として正しくありません。", "「https://」から始まる正しいURLに直してください。");
        }

        foreach (var url in draft.Urls)
        {
            var span = draft.At(url.Piece);
            var written = draft.Quote(span);
            var plain = draft.Normal[url.Start..url.End];
            if (written != plain && written.Any(c => c is >= '！' and <= '～' or '　'))
                yield return About.Find(span, $"「{written}」は全角の文字で書かれています。リンクとして働きません。", $"半角で「{plain}」と書いてください。", plain);
            else if (url.Scheme.Length > 0 && Fault(url, context.Organisation) is { } fault)
                yield return fault.Right is null
                    ? About.Find(span, $"「{written}」{fault.What}")
                    : About.Find(
                        span,
                        $"「{written}」{fault.What}",
                        $"「{fault.Right}」ではないか確認してください。",
                        severity: url.IsPublicOffice ? Severity.Warn : null
                    );
            else if (OtherMedium(draft.Normal, url) is { } named)
                yield return About.Find(span, $"「{named}」とありますが、「{url.Host}」は別のサイトです。URLを確認してください。");
        }
    }

    private static (string What, string? Right)? Fault(Url url, OrganisationProfile organisation)
    {
        if (!url.Host.Contains('.', StringComparison.Ordinal)) return ("は、サイトの名前が途中で切れています。URLを確認してください。", null);
        if (url.Host.Contains("..", StringComparison.Ordinal) || url.Host[0] is '.' or '-') return ("は、サイトの名前に誤りがあります。URLを確認してください。", null);
        var last = url.Host[(url.Host.LastIndexOf('.') + 1)..];
        var near = organisation.Domains.FirstOrDefault(domain => !url.IsUnder(domain) && AlmostUnder(url.Host, domain));
        if (near is not null && !url.IsPublicOffice) return ("は、自組織のサイトの名前とよく似ていますが違います。URLを確認してください。", near);
        if (url.IsPublicOffice && near is not null && Distance(TailOf(url.Host, near), near) == 1)
            return ("は、自組織のサイトの名前と1字違いです。URLを確認してください。", near);
        if (last.All(char.IsAsciiDigit) || url.HasRealDomain) return null;
        return last.All(char.IsAscii) ? ($"の「.{last}」で終わるサイトの名前はありません。URLを確認してください。", null) : null;
    }

    private static string TailOf(string host, string domain)
    {
        var labels = host.Split('.');
        var count = domain.Count(c => c == '.') + 1;
        return string.Join('.', labels[Math.Max(0, labels.Length - count)..]);
    }

    private static bool AlmostUnder(string host, string domain) => domain.Length >= 8 && Distance(TailOf(host, domain), domain) is 1 or 2;

    /// <summary>How many single letters differ (insert, drop, replace); hosts are short, so the table stays small.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 2) return 3;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var keep = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(keep, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static string? OtherMedium(string text, Url url)
    {
        var before = text[Math.Max(0, url.Start - 16)..url.Start];
        var named = MediumWord().Match(before);
        if (!named.Success || !Media.Any(medium => medium.Hosts.Any(url.IsUnder))) return null;
        var hosts = Media
            .First(medium =>
                Regex.IsMatch(named.Groups["medium"].Value, $"^(?:{medium.Words})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2))
            )
            .Hosts;
        return hosts.Any(url.IsUnder) ? null : named.Groups["medium"].Value;
    }

    [GeneratedRegex(
        @"(?<medium>Instagram|インスタグラム|インスタ|Facebook|フェイスブック|YouTube|ユーチューブ|LINE|X\(旧Twitter\)|Twitter|ツイッター)(?:公式)?(?:アカウント|ページ|"
            + @"チャンネル)?(?:はこちら|へ|で|から|は)?[\s:→▶⇒、】」)]{0,4}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex MediumWord();

    [GeneratedRegex(
        @"https?\s?:\s?/(?!/)\S{0,40}|https?:\s?//\s+\S{1,40}|https?://\s*https?://\S{0,40}|https?//\S{1,40}|https?;//\S{0,40}|"
            + @"(?<![A-Za-z])(?:ttps?|htp|htps|htttps?|hhttps?|hptts?|httpss|htpps)://\S{0,40}|https?://(?=[\s、。)」]|$)|https?:///\S{0,40}|"
            + @"https?:\\\\\S{0,40}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        2000
    )]
    private static partial Regex Broken();
}
