using System.Text.RegularExpressions;

namespace TeamsBot.Approvals;

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
    public static PostedComparison Compare(string approved, string posted)
    {
        var (a, b) = (Revision.Unify(approved), Revision.Unify(posted));
        if (a == b) return PostedComparison.Same;
        return WithoutLinks(a) == WithoutLinks(b) ? PostedComparison.SameButLinks : PostedComparison.Different;
    }

    /// <summary>
    /// Replaces each link by a mark. A copied link may have lost its scheme and end in an ellipsis; the host must still stand there, so a
    /// link that was left out or put in is noticed. Another link in its place is not: the address of the post is the proof of that.
    /// </summary>
    private static string WithoutLinks(string text) => Link().Replace(text, "\u001f");

    [GeneratedRegex(@"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:/[!-~]*)?…?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
