using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Text;

/// <summary>An address of the web found in the normalised text.</summary>
/// <param name="Scheme">http or https; empty when the writer left it out.</param>
/// <param name="Host">Lower case, without port and user.</param>
internal sealed partial record Url(int Start, int End, string Scheme, string Host, string Path)
{
    public int Length => End - Start;

    public static IReadOnlyList<Url> FindAll(string text)
    {
        var urls = new List<Url>();
        foreach (Match match in Pattern().Matches(text))
        {
            var end = match.Index + match.Length;
            while (end > match.Index && text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '\'' or '"' or ')' or ']') end--;
            var path = match.Groups["path"];
            urls.Add(new Url(
                match.Index,
                end,
                match.Groups["scheme"].Value.ToLowerInvariant(),
                match.Groups["host"].Value.ToLowerInvariant().TrimEnd('.'),
                text[Math.Min(path.Index, end)..end]));
        }

        return urls;
    }

    /// <summary>True for the domain itself and everything below it.</summary>
    public bool IsUnder(string domain) =>
        Host.Equals(domain, StringComparison.OrdinalIgnoreCase) || Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<scheme>https?)://(?:[^\s/@]{1,64}@)?(?<host>[\p{L}\p{Nd}.\-]{1,253})(?::\d{1,5})?(?<path>[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
