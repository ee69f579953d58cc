using System.Text.RegularExpressions;
using TeamsBot.Turns;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// One web address and nothing else, or with a word to the bot (「これ見て」): what it is for only its sender knows. Pure. With words for
/// residents it is a post.
/// </summary>
internal static partial class LoneAddress
{
    private const int MaxRemark = 20;

    /// <summary>The address; null where the text is more than that, or has two.</summary>
    public static string? Of(string text)
    {
        var found = Address().Matches(text);
        if (found is not [var only]) return null;
        var rest = text.Remove(only.Index, only.Length).Trim();
        if (rest.Length > MaxRemark || (rest.Length > 0 && !Remark().IsMatch(rest))) return null;
        return rest.Length == 0 || !PostLikeText.HasPostSigns(rest) ? only.Value : null;
    }

    /// <summary>To the first blank or Japanese character: staff write on behind an address without a blank.</summary>
    [GeneratedRegex(@"https?://[!-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"これ|この|こちら|ここ|見て|みて|見といて|どう|お願い|おねがい|頼む|確認|参考|共有|リンク|url|よろしく|です$|\b(?:this|see|look|check|here|fyi|pls|please|link)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Remark();
}
