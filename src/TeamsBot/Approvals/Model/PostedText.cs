using System.Text;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;

namespace TeamsBot.Approvals.Model;

/// <summary>How the text that was posted compares with the approved one.</summary>
internal enum PostedComparison
{
    Same,

    /// <summary>Alike but for what a medium itself does to a text; <see cref="PostedVerdict.Allowances"/> says what that was.</summary>
    SameButMedium,

    Different,

    /// <summary>Only the address was reported: 本文は未照合.</summary>
    NotCompared,
}

/// <summary>
/// Something media do to a text when it is posted or copied back, and that is not held against it. Names stand in proofs: they never
/// change.
/// </summary>
internal enum PostedAllowance
{
    /// <summary>Composed and decomposed letters: が as one sign or as か and a mark.</summary>
    UnicodeForm,

    /// <summary>The sign that asks for an emoji's coloured form (U+FE0F).</summary>
    EmojiForm,

    /// <summary>Signs of no width that clients put in.</summary>
    HiddenSigns,

    /// <summary>No-break blanks, collapsed blanks, blanks at the ends of lines.</summary>
    Blanks,

    BlankLines,

    /// <summary>
    /// A blank where the approved text begins a new line, or the other way round: a copy from a page that draws lines on.
    /// </summary>
    LineBreaks,

    /// <summary>“ ” ‘ ’ for " and '.</summary>
    Quotes,

    /// <summary>A link without its scheme, cut with … or shown as its host alone.</summary>
    LinkShown,

    /// <summary>X's t.co in place of a link.</summary>
    LinkWrapped,

    /// <summary>fbclid, utm_… and the like behind a link.</summary>
    LinkTracking,

    /// <summary>X's link to the post's own picture or video at the end.</summary>
    MediaLink,
}

/// <param name="Allowances">Empty but for <see cref="PostedComparison.SameButMedium"/>.</param>
internal sealed record PostedVerdict(PostedComparison Comparison, IReadOnlyList<PostedAllowance> Allowances);

/// <summary>
/// Compares the posted text, as its poster copied it from the medium, with the approved text. What media are known to change is accepted
/// and named; any other difference of a letter or digit is a difference.
/// </summary>
internal static partial class PostedText
{
    private static readonly IReadOnlyList<(PostedAllowance Allowance, Func<string, string> Apply)> Forms =
    [
        (PostedAllowance.UnicodeForm, text => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC)),
        (PostedAllowance.EmojiForm, text => EmojiForm().Replace(text, "")),
        (PostedAllowance.HiddenSigns, text => HiddenSigns().Replace(text, "")),
        (PostedAllowance.Blanks, text => LineEdges().Replace(Blanks().Replace(text, " "), "")),
        (PostedAllowance.BlankLines, text => LineBreaks().Replace(text, "\n")),
        (PostedAllowance.LineBreaks, text => text.Replace('\n', ' ')),
        (PostedAllowance.Quotes, text => SingleQuotes().Replace(DoubleQuotes().Replace(text, "\""), "'")),
    ];

    public static PostedVerdict Compare(string approved, string posted, Medium medium)
    {
        var (a, b) = (WellFormed(Revision.Unify(approved)), WellFormed(Revision.Unify(posted)));
        if (a == b) return new(PostedComparison.Same, []);
        if (Matching(a, b, medium, Forms) is not { } links) return new(PostedComparison.Different, []);
        // What the two are alike without was not needed; the rest is what the medium did.
        var forms = Forms
            .Where(form => Matching(a, b, medium, [.. Forms.Where(other => other.Allowance != form.Allowance)]) is null)
            .Select(form => form.Allowance)
            .ToList();
        if (forms.Count == 0 && links.Count == 0)
            forms = [.. Forms.Where(form => form.Apply(a) != a || form.Apply(b) != b).Select(form => form.Allowance)];
        return new(PostedComparison.SameButMedium, [.. forms.Concat(links).Distinct().Order()]);
    }

    /// <summary>What has to be allowed of links for the two to be alike in these forms; null where they are not.</summary>
    private static List<PostedAllowance>? Matching(
        string a,
        string b,
        Medium medium,
        IReadOnlyList<(PostedAllowance Allowance, Func<string, string> Apply)> forms
    )
    {
        foreach (var (_, apply) in forms) (a, b) = (apply(a), apply(b));
        (a, b) = (a.Trim(), b.Trim());
        if (PostedLinks.Match(a, b, medium) is { } links) return links;
        return PostedLinks.WithoutMediaLink(b, medium) is { } shorter && PostedLinks.Match(a, shorter, medium) is { } rest
            ? [.. rest, PostedAllowance.MediaLink]
            : null;
    }

    /// <summary>Half of a surrogate pair cannot be normalised; it stands for itself as the replacement character does.</summary>
    private static string WellFormed(string text)
    {
        var runes = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) runes.Append(rune.ToString());
        return runes.ToString();
    }

    [GeneratedRegex("[\uFE0E\uFE0F]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmojiForm();

    /// <summary>Without the joiner of emoji (U+200D) and the signs that turn the direction of reading, which change what is read.</summary>
    [GeneratedRegex("[\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HiddenSigns();

    [GeneratedRegex(@"[\p{Zs}\t]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex("^ | $", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex LineEdges();

    [GeneratedRegex(@"\n[\n ]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreaks();

    [GeneratedRegex("[“”„‟]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DoubleQuotes();

    [GeneratedRegex("[‘’‚‛]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SingleQuotes();
}
