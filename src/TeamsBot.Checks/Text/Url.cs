using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;

namespace TeamsBot.Checks.Text;

/// <summary>
/// An address of the web found in the normalised text, with a scheme or (www.city.example.lg.jp/a) without one. Mail addresses are none.
/// </summary>
/// <param name="Scheme">http or https; empty when the writer left it out.</param>
/// <param name="Host">Lower case, without port and user.</param>
/// <param name="Path">From the first slash, question mark or hash on.</param>
internal sealed partial record Url(int Start, int End, string Scheme, string Host, string Path)
{
    public int Length => End - Start;

    public Piece Piece => new(Start, End);

    public static IReadOnlyList<Url> FindAll(string text)
    {
        var urls = new List<Url>();
        foreach (Match match in WithScheme().Matches(text))
        {
            var end = match.Index + match.Length;
            while (end > match.Index && text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '\'' or '"' or ']') end--;
            if (text[end - 1] == ')' && !text.AsSpan(match.Index, end - match.Index).Contains('(')) end--;
            var path = match.Groups["path"];
            urls.Add(new Url(
                match.Index,
                end,
                match.Groups["scheme"].Value.ToLowerInvariant(),
                match.Groups["host"].Value.ToLowerInvariant().TrimEnd('.'),
                path.Success ? text[Math.Min(path.Index, end)..end] : ""));
        }

        var bare = XUrls
            .Find(text)
            .Where(piece => !urls.Any(url => url.Start < piece.End && piece.Start < url.End))
            .Select(piece => Bare(text, piece));
        return
        [
            .. urls.Concat(
                    bare.Where(url =>
                        url.Host.StartsWith("www.", StringComparison.Ordinal) || url.Path.Length > 1 || url.Host.Count(c => c == '.') >= 2
                    )
                )
                .OrderBy(url => url.Start),
        ];
    }

    /// <summary>True for the domain itself and everything below it.</summary>
    public bool IsUnder(string domain) =>
        domain.Length > 0
        && (Host.Equals(domain, StringComparison.OrdinalIgnoreCase) || Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>The organisation's own site.</summary>
    public bool IsOwnSite(OrganisationProfile organisation) => organisation.Domains.Any(IsUnder);

    /// <summary>The organisation's own account on a social medium, by its handle in the path.</summary>
    public bool IsOwnAccount(OrganisationProfile organisation) =>
        organisation.Accounts.Any(account =>
            account.Length > 1
            && Handle().Match(Path) is { Success: true } handle
            && handle.Groups["name"].Value.Equals(account.TrimStart('@'), StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A site of the state or of a local government.</summary>
    public bool IsPublicOffice => IsUnder("lg.jp") || IsUnder("go.jp");

    /// <summary>The host ends in a top-level domain there is; the form of a broken one is judged elsewhere.</summary>
    public bool HasRealDomain =>
        Host.LastIndexOf('.') is var dot and > 0 && TopLevelDomains.LengthAt(Host.AsSpan(dot + 1)) == Host.Length - dot - 1;

    private static Url Bare(string text, Piece piece)
    {
        var slash = text.IndexOfAny(['/', '?'], piece.Start, piece.Length);
        var host = slash < 0 ? text[piece.Start..piece.End] : text[piece.Start..slash];
        return new Url(piece.Start, piece.End, "", host.ToLowerInvariant(), slash < 0 ? "" : text[slash..piece.End]);
    }

    [GeneratedRegex(
        @"(?<scheme>https?)://(?:[^\s/@。、]{1,64}@)?(?<host>[A-Za-z0-9.\-]{1,253}|[\p{L}\p{Nd}.\-]{1,253})(?::[0-9]"
            + @"{1,5})?(?<path>[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex WithScheme();

    [GeneratedRegex(
        @"^/(?:@|channel/|c/|R/ti/p/(?:@|%40))?(?<name>[A-Za-z0-9_.\-]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Handle();
}
