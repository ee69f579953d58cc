using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// Whether the links of a posted text are those of the approved one, as the medium shows links. A shorter link counts only where the medium
/// itself marks that it is cut, or shows the bare host; a link that is short because it was badly pasted is another link.
/// </summary>
internal static partial class PostedLinks
{
    private const char Place = '\u001f';

    /// <summary>What has to be allowed; empty where the texts are the same, null where they differ.</summary>
    public static List<PostedAllowance>? Match(string approved, string posted, Medium medium)
    {
        if (approved == posted) return [];
        var (ours, theirs) = (Link().Matches(approved), Link().Matches(posted));
        if (
            ours.Count == 0
            || ours.Count != theirs.Count
            || Link().Replace(approved, Place.ToString()) != Link().Replace(posted, Place.ToString())
        )
            return null;
        var needed = new List<PostedAllowance>();
        foreach (var (link, shown) in ours.Zip(theirs))
        {
            if (link.Value == shown.Value) continue;
            if (Shows(shown.Value, link.Value, medium) is not { } allowance) return null;
            needed.AddRange(allowance);
        }

        return needed;
    }

    /// <summary>The text without the link that X puts behind it for a picture or video; null where there is none.</summary>
    public static string? WithoutMediaLink(string posted, Medium medium) =>
        medium == Medium.X && MediaLink().Match(posted) is { Success: true } link ? posted[..link.Index].TrimEnd() : null;

    private static PostedAllowance[]? Shows(string shown, string approved, Medium medium)
    {
        if (Wrapped().IsMatch(shown)) return medium == Medium.X ? [PostedAllowance.LinkWrapped] : null;
        var (ours, theirs) = (Parts(approved), Parts(shown));
        // A scheme that is shown is the approved one: https for http is another link.
        if (theirs.Scheme.Length > 0 && ours.Scheme.Length > 0 && theirs.Scheme != ours.Scheme) return null;
        if (ours.Scheme.Length == 0 && theirs.Scheme.Length > 0 && theirs.Scheme != "https://") return null;
        var display = theirs.Scheme != ours.Scheme || theirs.Host != ours.Host ? new[] { PostedAllowance.LinkShown } : [];
        if (theirs.Host != ours.Host && (theirs.Scheme.Length > 0 || "www." + theirs.Host != ours.Host)) return null;
        if (SamePath(ours.Path, theirs.Path)) return display.Length > 0 || ours.Path != theirs.Path ? [PostedAllowance.LinkShown] : [];
        if (theirs.Path.EndsWith('…'))
            return ours.Path.StartsWith(theirs.Path[..^1], StringComparison.Ordinal) ? [PostedAllowance.LinkShown] : null;
        if (theirs.Scheme.Length == 0 && theirs.Path.Trim('/').Length == 0) return [PostedAllowance.LinkShown];
        return SamePath(ours.Path, WithoutTracking(theirs.Path, ours.Path)) ? [.. display, PostedAllowance.LinkTracking] : null;
    }

    private static bool SamePath(string a, string b) =>
        a == b || (a.TrimEnd('/') == b.TrimEnd('/') && !a.Contains('?', StringComparison.Ordinal));

    private static (string Scheme, string Host, string Path) Parts(string link)
    {
        var scheme = Scheme().Match(link).Value;
        var rest = link[scheme.Length..];
        var end = rest.IndexOfAny(['/', '?', '#', '…']);
        return (scheme.ToLowerInvariant(), (end < 0 ? rest : rest[..end]).ToLowerInvariant(), end < 0 ? "" : rest[end..]);
    }

    /// <summary>Without what media add to the question part of a link to follow readers; what the approved link has itself stays.</summary>
    private static string WithoutTracking(string path, string approved)
    {
        var (body, anchor) = path.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (path[..hash], path[hash..]) : (path, "");
        if (body.IndexOf('?', StringComparison.Ordinal) is not (var query and >= 0)) return path;
        var kept = body[(query + 1)..]
            .Split('&')
            .Where(pair => !Tracking().IsMatch(pair) || approved.Contains(pair, StringComparison.Ordinal))
            .ToList();
        return (kept.Count > 0 ? $"{body[..query]}?{string.Join('&', kept)}" : body[..query]) + anchor;
    }

    /// <summary>With a scheme, or a host with a dot in it; to the end of what an address may hold, and the … that marks a cut.</summary>
    [GeneratedRegex(
        @"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#][!-~]*)?…?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Link();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        "^(?:https?://)?t[.]co/[a-z0-9]{1,20}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Wrapped();

    [GeneratedRegex(
        @"\s*(?:https?://t[.]co/[a-z0-9]{1,20}|(?:https?://)?pic[.](?:twitter|x)[.]com/[a-z0-9]{1,20})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex MediaLink();

    [GeneratedRegex(
        "^(?:fbclid|gclid|igshid|igsh|mibextid|utm_[a-z_]{1,30}|__cft__.{0,30}|__tn__)(?:=|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Tracking();
}
