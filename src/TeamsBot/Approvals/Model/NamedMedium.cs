using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// The medium that a text itself says it is for: 「インスタ用」, 「Xに投稿」. A text that only speaks of a medium, as one that asks readers to post
/// there, names none, and neither does one that names two.
/// </summary>
internal static partial class NamedMedium
{
    /// <returns>The words as they stand in the text, in half width; null where it names none, or two.</returns>
    public static (Medium Medium, string Words)? In(string text)
    {
        var named = Label().Matches(TurnRouter.Normal(text)).Select(match => (Medium: Of(match), Words: match.Value)).ToList();
        return named.Select(one => one.Medium).Distinct().Count() == 1 ? named[0] : null;
    }

    /// <summary>
    /// The accounts the text says it is for, of those the writer has; empty where it names no medium, or one on which they have none.
    /// </summary>
    public static IReadOnlyList<OfficialAccount> AccountsIn(string text, IEnumerable<OfficialAccount> open) =>
        In(text) is var (medium, _) ? [.. open.Where(account => account.Medium == medium)] : [];

    private static Medium Of(Match match) => match.Groups["m"].Value.ToUpperInvariant() switch
    {
        "X" or "TWITTER" or "ツイッター" => Medium.X,
        "INSTAGRAM" or "インスタグラム" or "インスタ" => Medium.Instagram,
        "FACEBOOK" or "フェイスブック" => Medium.Facebook,
        "LINE" or "ライン" => Medium.Line,
        _ => Medium.YouTube,
    };

    [GeneratedRegex(
        "(?<![A-Za-z0-9ァ-ヶー])(?<m>X|Twitter|ツイッター|Instagram|インスタグラム|インスタ|Facebook|フェイスブック|LINE|ライン|YouTube|ユーチューブ)"
            + "(?:用|向け|版|[にへ]投稿(?=用|予定|する文|します|$|[\\s。、)」』】]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
