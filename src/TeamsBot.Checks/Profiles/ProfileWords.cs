using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Profiles;

/// <summary>Reads a profile text: which names, modes and addresses it states. All methods take the normalised text (NFKC).</summary>
internal static partial class ProfileWords
{
    /// <summary>
    /// What may stand directly before a section's name without making it another name: the end of the body or department above it.
    /// </summary>
    private const string EndsOfBodies = "都道府県市区町村部局課室所院本庁";

    /// <summary>
    /// Whether the name stands in the text as a name of its own: 広報課 is not in 政策広報課, but it is in 総務部広報課, 星見市広報課 and 広報課公式.
    /// </summary>
    public static bool Names(string text, string name)
    {
        if (name.Length == 0) return false;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !IsNameLetter(text[at - 1]) || EndsOfBodies.Contains(text[at - 1], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>公式, but neither 非公式 nor 公式ではありません.</summary>
    public static bool SaysOfficial(string text) => Official().IsMatch(text);

    public static bool Says(string text, ReplyMode mode) => mode == ReplyMode.Inform ? Inform().IsMatch(text) : Community().IsMatch(text);

    /// <summary>Whether the address stands in the text, with or without scheme and www, and not as the beginning of a longer one.</summary>
    public static bool Links(string text, string url)
    {
        var wanted = Bare(NormalView.Of(url));
        return wanted.Length > 0
            && Url.FindAll(text)
                .Any(found => string.Equals(Bare(text[found.Start..found.End]), wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The address as media show it: without scheme, www and a slash at the end.</summary>
    public static string Bare(string url)
    {
        var bare = url.Trim();
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) bare = bare[(scheme + 3)..];
        if (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) bare = bare[4..];
        return bare.TrimEnd('/');
    }

    private static bool IsNameLetter(char c) => c is (>= '一' and <= '龠') or (>= 'ァ' and <= 'ー') or '々' or '・';

    [GeneratedRegex("(?<!非)公式(?!で(?:は|も)(?:ありません|ない|なく)|では?(?:ありません|ない|なく))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Official();

    [GeneratedRegex(
        "(?:(?:発信|配信|送信)(?:専用|のみ)|お知らせ専用)(?!では(?:あり|な))|(?:返信|返答|回答|リプライ|コメントへの対応|DM|ダイレクトメッセージ)[^。\\n]{0,20}(?:しません|しておりません|していません|行いません|"
            + "行っておりません|行っていません|いたしません|いたしておりません|致しません|できません)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Inform();

    [GeneratedRegex(
        "(?:交流|意見交換|コミュニティ|対話)(?:の場|づくり|を目指|を深め|しましょう|に努め)(?![^。\\n]{0,8}では(?:あり|な))|(?:コメント|ご意見|声|写真)[^。\\n]{0,12}(?:お寄せください|お待ちして|募集して|"
            + "歓迎)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Community();
}
