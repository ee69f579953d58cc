using System.Net;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// What may endanger the organisation's own safety: addresses inside the network, hosts of administration and remote access, and where
/// guards, cameras, locks or systems are weak. Advice to residents and notices of new cameras clear. Words:
/// <c>Words/security-exposure.yml</c>.
/// </summary>
internal sealed partial class SecurityExposureRule : IRule
{
    public RuleInfo About { get; } = new("security-exposure", Category.Security, Severity.Block, "asaka-5-3-10");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var addresses = Addresses(draft).ToList();
        foreach (var (where, what) in addresses)
        {
            var span = draft.At(where);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、{what}と読めます。", "この部分を消し、必要な相手にだけ別の手段で伝えてください。");
        }

        foreach (var match in PhraseFindings.EachMatch(About, draft, context))
        {
            var sentence = draft.SentenceAt(match.Where.Start);
            if (!addresses.Exists(address => draft.SentenceAt(address.Where.Start) == sentence))
                yield return PhraseFindings.Say(About, draft, match);
        }
    }

    private static IEnumerable<(Piece Where, string What)> Addresses(DraftText draft)
    {
        foreach (Match match in FourNumbers().Matches(draft.Normal))
        {
            if (!IPAddress.TryParse(match.Value, out var address) || !IsInside(address.GetAddressBytes())) continue;
            if (match.Index > 0 && draft.Normal[match.Index - 1] is '.' or 'v' or 'V') continue;
            yield return (new Piece(match.Index, match.Index + match.Length), "庁内ネットワークのアドレス");
        }

        foreach (Match match in AdminHost().Matches(draft.Normal))
        {
            if (
                match.Index > 0
                && (char.IsAsciiLetterOrDigit(draft.Normal[match.Index - 1]) || draft.Normal[match.Index - 1] is '-' or '.' or '@')
            )
                continue;
            var end = match.Index + match.Length;
            if (end < draft.Normal.Length && (char.IsAsciiLetterOrDigit(draft.Normal[end]) || draft.Normal[end] is '-')) continue;
            yield return (new Piece(match.Index, end), "管理用・庁内用の接続先");
        }

        foreach (var url in draft.Urls)
        {
            if (AdminPath().IsMatch(url.Path)) yield return (new Piece(url.Start, url.End), "管理画面のアドレス");
        }
    }

    /// <summary>RFC 1918.</summary>
    private static bool IsInside(byte[] address) =>
        address is [10, ..] or [192, 168, ..] || address is [172, >= 16 and <= 31, ..];

    [GeneratedRegex(@"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FourNumbers();

    [GeneratedRegex(
        @"(https?://)?(vpn|sslvpn|ssl-vpn|webvpn|remote|rdp|rds|rdgw|citrix|intra|intranet|admin|adm|kanri|cms|phpmyadmin|gitlab|jenkins|"
            + @"redmine|ldap|ad|dc|proxy|fw|firewall|nas|fileserver|fs|mail-admin|staging|stg|dev|test|backup|db|ssh|ftp|sftp|zabbix|"
            + @"groupware|gw|kintai)-?\d{0,3}\.([A-Za-z0-9\-]{1,63}\.){1,4}(jp|com|net|org|local|lan|internal|"
            + @"corp)(/[A-Za-z0-9\-._~/?#=&%]{0,200})?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AdminHost();

    [GeneratedRegex(
        @"^/([a-z0-9_\-]{1,30}/){0,3}(wp-admin|wp-login\.php|phpmyadmin|administrator|admin/login|admin/?$|admin\.(php|html|aspx|cgi)|"
            + @"cms/login|manage/login|kanri/login|login/admin|cgi-bin/admin)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AdminPath();
}
