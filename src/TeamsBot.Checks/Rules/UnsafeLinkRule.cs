using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>A link that installs a program from outside the official stores, or a host that imitates one [private-3-4-5b].</summary>
internal sealed partial class UnsafeLinkRule : IRule
{
    private static readonly string[] Stores =
    [
        "apps.apple.com", "itunes.apple.com", "play.google.com", "appgallery.huawei.com", "apps.microsoft.com", "microsoft.com",
    ];

    public RuleInfo About { get; } = new("unsafe-link", Category.ThirdParty, Severity.Warn, "private-3-4-5b");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var url in draft.Urls)
        {
            var store = Stores.Any(url.IsUnder);
            if (store || !(Installer().IsMatch(url.Path) || Imitation().IsMatch(url.Host))) continue;
            var span = draft.At(new Piece(url.Start, url.End));
            yield return About.Find(span, $"「{draft.Quote(span)}」は、公式のストア以外からアプリを入れるリンクと見られます。", "App StoreかGoogle Playのページへのリンクに替えてください。");
        }
    }

    [GeneratedRegex(
        @"\.(apk|xapk|aab|ipa|exe|msi|scr|bat|cmd|dmg|pkg|jar|vbs|ps1|hta|lnk|iso)([?#].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Installer();

    [GeneratedRegex(
        @"(app-?store|google-?play|play-?google|play-?store|apps-?apple|apple-?apps|app-?apple|itunes-?apple|googleplay)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Imitation();
}
