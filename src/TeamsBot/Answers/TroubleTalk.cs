using System.Text.RegularExpressions;
using TeamsBot.Cards;

namespace TeamsBot.Answers;

/// <summary>
/// What is said of the accounts in a colleague's voice and was heard neither as a call nor as anything else: it may be trouble all the
/// same.
/// </summary>
internal static partial class TroubleTalk
{
    public static readonly string[] Words = ["トラブル", "trouble"];

    [GeneratedRegex(
        @"投稿|配信|アカウント|公式|垢|パスワード|ログイン|フォロワー|コメント|(市|町|村|区|県|課|うち)の(x|インスタ|line|ライン|ページ)|インスタ|\b(account|password|log ?in|sign ?in|posts?|"
            + @"posted|page|profile|followers?|comments?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OfAccounts();

    public static bool Is(string text) => OfAccounts().IsMatch(text);

    public static string Title(CardLanguage language) => language.Say("いま起きていることの相談", "I need help now");
}
