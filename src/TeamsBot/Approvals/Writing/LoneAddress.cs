using System.Text.RegularExpressions;
using TeamsBot.Approvals.Model;
using TeamsBot.Turns;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// One web address and nothing else, or with a word to the bot (「これ見て」): what it is for only its sender knows. Pure. With words for
/// residents it is a post.
/// </summary>
internal static partial class LoneAddress
{
    private const int MaxRemark = 20;

    /// <summary>The address; null where the text is more than that, or has two, or no field for an address takes it.</summary>
    public static string? Of(string text)
    {
        var found = Address().Matches(text);
        if (found is not [var only] || only.Length > PostAddress.MaxLength) return null;
        var rest = text.Remove(only.Index, only.Length).Trim();
        if (rest.Length > MaxRemark || (rest.Length > 0 && !Remark().IsMatch(rest))) return null;
        return rest.Length == 0 || !PostLikeText.HasPostSigns(rest) ? only.Value : null;
    }

    /// <summary>To the first blank or Japanese character: staff write on behind an address without a blank.</summary>
    [GeneratedRegex(@"https?://[!-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    /// <summary>The whole of it speaks to the bot; 「詳しくはこちら」 and 「からどうぞ」 speak to residents.</summary>
    [GeneratedRegex(
        @"^[\s、。,.!！?？:：]*(?:これ|この(?:リンク|url|ページ|記事|投稿|件)?|ここ|こちら)?[をはもの、\s]*(?:ちょっと|一度|至急)?\s*"
            + @"(?:(?:見|み)(?:て|といて|ておいて|てね)?|どう(?:ですか|かな|思う|思いますか)?|(?:ご)?(?:確認|参考|共有|チェック|参照)(?:まで|して|です)?"
            + @"|リンク(?:です)?|url(?:です)?|です)?[をの\s]*(?:お願い|おねがい|頼む|頼みます|よろしく)?"
            + @"(?:します|いたします|致します|です)?(?:ください|下さい|ね|よ)*[\s、。,.!！?？:：]*$"
            + @"|^(?:please|pls|can you|could you)?\s*(?:see|look(?: at)?|check|here(?: is| you go)?|fyi|this|link)"
            + @"(?:\s+(?:this|it|please|here|at this))*[\s,.!?:]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Remark();
}
