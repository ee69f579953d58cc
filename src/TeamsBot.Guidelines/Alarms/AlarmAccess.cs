using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// Two calls that sound as calm as a question or a report, and were learned too little of: somebody cannot get into an account any more,
/// and somebody gave away what opens it. Said by whoever it happened to; what warns others of it, or asks for the rule, is neither. Read on
/// folded text (<see cref="AlarmText"/>).
/// </summary>
internal static partial class AlarmAccess
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Nobody who calls tells it at greater length; a longer text was worked on.</summary>
    private const int Longest = 100;

    /// <summary>Signs of a text that is meant for others.</summary>
    private static readonly string[] Public = ["asks-readers", "notice", "addressed", "links", "dates", "apology", "emoji", "house"];

    public static bool IsCall(string text, AlarmSigns.Seen signs) =>
        text.Length <= Longest && !Array.Exists(Public, signs.Has) && !SpeaksInGeneral().IsMatch(text)
        && (GaveKeyAway(text) || (LockedOut().IsMatch(text) && (signs.Has("plea") || !OfAService().IsMatch(text))));

    /// <summary>A password or code went to somebody who should not have it.</summary>
    public static bool GaveKeyAway(string text) =>
        !IntoPost().IsMatch(text)
        && ((KeyTyped().IsMatch(text) && Bait().IsMatch(text)) || KeyTold().IsMatch(text) || LoggedInFromBait().IsMatch(text)
            || GaveItInEnglish().IsMatch(text));

    /// <summary>It happens to others and more and more often: said to residents, unless help is asked for or the account is ours.</summary>
    public static bool TellsOfOthers(string text, AlarmSigns.Seen signs) =>
        TellsOfFraud().IsMatch(text) || (OthersHadIt().IsMatch(text) && !signs.Has("plea") && !signs.Has("ours") && !signs.Has("ours-en"));

    /// <summary>"Whoever asks for the code is a swindler."</summary>
    [GeneratedRegex(@"(言わ|聞か|求めら|頼ま|来|届い)れ?たら[、 ]?(それは)?(詐欺|偽物)(です|だ|かも|を疑)", Options, 1000)]
    private static partial Regex TellsOfFraud();

    [GeneratedRegex(
        @"(ログイン|サインイン|ログオン)(が|も|は|すら)?(急に|全然|全く|まったく|もう)?(でき|出来)(なく(な|て|つ)|ない|ません|ん($|[。、 ]|の|く)|へん|ねえ|ず)|"
            + @"(アカウント|アカ|垢|公式|インスタ|instagram|line|ライン|ツイッター|twitter|\bx|facebook|youtube|tiktok|管理画面)[^。\n]{0,8}(に|へ|も|が|から)[^。\n]{0,14}"
            + @"(入れなく|入れない|入れません|入れん|はいれ(ない|なく|ません|ん)|締め出され|追い出され|ロックされ)|"
            + @"(locked|kicked) out of (our|the|my)|"
            + @"(can.?t|cannot|unable to) (log|sign|get) (in|on|into)\b[^?]*(anymore|any more|since|suddenly|our|help)",
        Options,
        1000
    )]
    private static partial Regex LockedOut();

    /// <summary>Something residents log in to.</summary>
    [GeneratedRegex(@"システム|サイト|ポータル|マイページ|申請|予約|給付|アプリ|サービス|会員", Options, 1000)]
    private static partial Regex OfAService();

    private const string Key =
        @"(パスワード|パスワ|(?<![a-z])(pw|pass|id)(?![a-z])|暗証(番号)?|(認証|確認|承認)?コード|[0-9四六]桁の?(番号|数字)|"
        + @"(ログイン|認証|アカウント|公式[^。\n]{0,10})(の)?情報)";

    private const string Done = @"(て|で)?(しまっ|しまい|しもた|しもう|まっ|もた|もう)|ちゃ(っ|い)|ちまっ|じゃっ|(まし)?た($|[。、!… ]|の|けど|んで|ん(だ|です)|ところ|あと|後|かも)";

    [GeneratedRegex(Key + @"[^。\n]{0,12}?(入れ|入力(し)?|打ち込(ん|み)?|打っ|送信(し)?|送っ|送り|書き込(ん|み)?|書い|記入(し)?|答え|返信(し)?)(" + Done + ")", Options, 1000)]
    private static partial Regex KeyTyped();

    [GeneratedRegex(
        @"(不審|怪し|あやし|偽|にせ|ニセ|変な|へんな|妙な|詐欺|フィッシング|迷惑|なりすま|(名乗|騙)(る|っ)|装(う|っ)|本物|"
            + @"メール|(?<![a-z])dm|ダイレクトメッセージ|(?<![a-z])sms|リンク|(?<![a-z])url|サイト|(ログイン|認証)画面|フォーム|相手|案内)",
        Options,
        1000
    )]
    private static partial Regex Bait();

    [GeneratedRegex(
        @"(名乗る|名乗った|騙る|装った|知らない|見知らぬ|外部の|電話の|電話で|業者|相手|運営|サポート)[^。\n]{0,16}" + Key + @"[^。\n]{0,8}?(教え|伝え|渡し|送っ|言っ|話し|見せ)("
            + Done + ")",
        Options,
        1000
    )]
    private static partial Regex KeyTold();

    [GeneratedRegex(
        @"(リンク|(?<![a-z])url|メール|(?<![a-z])dm|(?<![a-z])sms|案内)[^。\n]{0,8}(から|で|に|を(開|ひら)[^。\n]{1,6})"
            + @"[^。\n]{0,8}(ログイン|サインイン)(し)?(" + Done + ")",
        Options,
        1000
    )]
    private static partial Regex LoggedInFromBait();

    [GeneratedRegex(
        @"\b(i|we|i.ve|we.ve|(my|a|our) colleague|someone in our (team|office))\b[^.]{0,16}"
            + @"\b(gave|told|sent|shared|typed|entered|put)\b[^.]{0,24}"
            + @"(password|(verification|security|login) code|credentials|login details)",
        Options,
        1000
    )]
    private static partial Regex GaveItInEnglish();

    /// <summary>It stands in something of ours that others read: that is a leak, and learned.</summary>
    [GeneratedRegex(@"投稿(に|文|の中|画面)|ツイートに|本文に|配信(に|文)|コメント(に|欄)|写真|画像|チャットに", Options, 1000)]
    private static partial Regex IntoPost();

    [GeneratedRegex(
        @"(?<!(どう|どない|なに|何|何を)し)たら(?!いい|よい|よろし|ええ)|場合|とき(は|の|に)|時(は|の|に)|際(は|に|の)|方(は|へ|も|が|で)|ないで|ましょう|注意|"
            + @"決まり|規則|連絡先|届出|届け出|防(ぐ|ぎ|止)|対策|ように(する|は)|という(相談|被害|事例|声|連絡が)|\bif (you|your|a|an|the|someone|one)\b|when you",
        Options,
        1000
    )]
    private static partial Regex SpeaksInGeneral();

    [GeneratedRegex(
        @"(被害|相談|事例|ケース|手口|事案|トラブル)(が|も|は)[^。\n]{0,8}(増え|増加|相次|多発|急増|寄せられ|報告され|発生して|確認され|続いて|後を絶)|という(相談|被害|事例|ケース)", Options, 1000)]
    private static partial Regex OthersHadIt();
}
