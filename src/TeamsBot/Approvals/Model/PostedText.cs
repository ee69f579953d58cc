using System.Text.RegularExpressions;

namespace TeamsBot.Approvals.Model;

/// <summary>How the text that was posted compares with the approved one.</summary>
internal enum PostedComparison
{
    Same,

    /// <summary>Alike but for the way links are shown: a medium shortens them when its text is copied.</summary>
    SameButLinks,

    Different,
}

/// <summary>Compares the posted text, as its poster copied it from the medium, with the approved text.</summary>
internal static partial class PostedText
{
    /// <summary>The host X puts in place of every link; where it leads cannot be seen from its text.</summary>
    private const string XShortener = "t.co/";

    public static PostedComparison Compare(string approved, string posted)
    {
        var (a, b) = (Revision.Unify(approved).TrimStart(), Revision.Unify(posted).TrimStart());
        if (a == b) return PostedComparison.Same;
        if (Link().Replace(a, "\u001f") != Link().Replace(b, "\u001f")) return PostedComparison.Different;
        var pairs = Links(a).Zip(Links(b));
        return pairs.All(pair => Shows(pair.Second, pair.First)) ? PostedComparison.SameButLinks : PostedComparison.Different;
    }

    /// <summary>Whether <paramref name="shown"/> is a medium's way of showing the approved link: without scheme, cut short, or wrapped by X.</summary>
    private static bool Shows(string shown, string approved) =>
        shown.StartsWith(XShortener, StringComparison.OrdinalIgnoreCase)
        || approved.StartsWith(shown.TrimEnd('…', '.', '/'), StringComparison.OrdinalIgnoreCase);

    private static string[] Links(string text) =>
        [.. Link().Matches(text).Select(match => Scheme().Replace(match.Value, ""))];

    [GeneratedRegex(@"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:/[!-~]*)?…?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^https?://(?:www\.)?|^www\.", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
