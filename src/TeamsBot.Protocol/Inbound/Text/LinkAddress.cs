namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>Where a link of a message leads, as a person would write it: web address, mail address or telephone number.</summary>
internal static class LinkAddress
{
    private const int MaxLength = 2_000;

    /// <summary>Null where the link leads to nothing that could be published.</summary>
    public static string? Of(string? href)
    {
        var address = href?.Trim() ?? "";
        if (address.Length is 0 or > MaxLength) return null;
        if (Behind(address, "mailto:") is { } mail) return Unescaped(mail.Split('?')[0]) is { Length: > 0 } who ? who : null;
        if (Behind(address, "tel:") is { } number) return Unescaped(number);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return null;
        return Wrapped(uri) ?? address;
    }

    /// <summary>Whether a text already says it, in this or another spelling (without scheme, escaped or not, other case).</summary>
    public static bool IsIn(string text, string address) => Plain(text).Contains(Plain(address), StringComparison.Ordinal);

    /// <summary>The mail gateway of Microsoft 365 wraps addresses; what counts is the one inside.</summary>
    private static string? Wrapped(Uri uri)
    {
        if (!uri.Host.EndsWith(".safelinks.protection.outlook.com", StringComparison.OrdinalIgnoreCase)) return null;
        foreach (var pair in uri.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith("url=", StringComparison.Ordinal) && Uri.TryCreate(Unescaped(pair[4..]), UriKind.Absolute, out var inner)
                && (inner.Scheme == Uri.UriSchemeHttp || inner.Scheme == Uri.UriSchemeHttps)) return inner.OriginalString;
        }

        return null;
    }

    private static string? Behind(string address, string scheme) =>
        address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? address[scheme.Length..] : null;

    private static string Plain(string text) => Unescaped(text).ToLowerInvariant()
        .Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).TrimEnd('/');

    private static string Unescaped(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;
}
