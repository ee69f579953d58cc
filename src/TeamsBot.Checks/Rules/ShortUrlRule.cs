using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A link behind a shortener: readers cannot see where it leads, nor can these checks [yamaguchi-4-1-3]. It is expanded by people, never
/// fetched here.
/// </summary>
internal sealed class ShortUrlRule : IRule
{
    private static readonly HashSet<string> Hosts = new(EmbeddedText.Lines("shorteners.txt"), StringComparer.OrdinalIgnoreCase);

    public RuleInfo About { get; } = new("short-url", Category.UrlShortener, Severity.Warn, "yamaguchi-4-1-3", "asaka-5-3-5");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var url in draft.Urls)
        {
            if (!IsShortener(url) || url.IsOwnSite(context.Organisation)) continue;
            var span = draft.At(url.Piece);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」は短縮URLです。リンク先が分からず、読み手に不安を与えることがあります。",
                "リンク先を確認し、省略していないURLに書き換えてください。Xでは、どの長さのURLも半角23字として数えます。",
                asks: "省略していないURL"
            );
        }
    }

    internal static bool IsShortener(Url url) =>
        Hosts.Contains(url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host);
}
