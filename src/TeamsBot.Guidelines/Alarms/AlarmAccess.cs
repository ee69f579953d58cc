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
        IsTold(text, signs) && (GaveKeyAway(text) || (IsLockedOut(text, signs) && NamesAnAccount().IsMatch(text)));

    /// <summary>Somebody cannot log in and does not say to what: steps for an account are wrong where the computer is locked.</summary>
    public static bool MayBeLockedOut(string text, AlarmSigns.Seen signs) =>
        IsTold(text, signs) && IsLockedOut(text, signs) && !TellsOfOthers(text, signs);

    /// <summary>Somebody cannot get into the computer or a system of the office, whose help desk is another.</summary>
    public static bool IsLockedOutOfOffice(string text) =>
        LockedOut().IsMatch(text) && OfTheOffice().IsMatch(text) && !GaveKeyAway(text);

    /// <summary>Residents told the office of accounts that pretend to be somebody: it may be the office's own trouble.</summary>
    public static bool MayBeOfUs(string text, AlarmSigns.Seen signs) =>
        IsShortAndForUs(text, signs) && SpeaksOfFakes().IsMatch(text);

    /// <summary>Locked out of an account, and no word of its service having stopped it.</summary>
    public static bool IsLockedOutOfAccount(string text) =>
        LockedOut().IsMatch(text) && NamesAnAccount().IsMatch(text) && !OfTheOffice().IsMatch(text);

    private static bool IsTold(string text, AlarmSigns.Seen signs) =>
        IsShortAndForUs(text, signs) && !TellsHearsay().IsMatch(text);

    private static bool IsShortAndForUs(string text, AlarmSigns.Seen signs) =>
        text.Length <= Longest && !Array.Exists(Public, signs.Has) && !SpeaksInGeneral().IsMatch(text);

    private static bool IsLockedOut(string text, AlarmSigns.Seen signs) =>
        LockedOut().IsMatch(text) && !OfTheOffice().IsMatch(text) && (signs.Has("plea") || !OfAService().IsMatch(text));

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
            + @"(アカウント|アカ|垢|公式|インスタ|instagram|line|ライン|ツイッター|twitter|(?<![a-z])x|facebook|youtube|tiktok|管理画面)"
            + @"[^。\n]{0,8}(に|へ|も|が|から)[^。\n]{0,14}(入れなく|入れない|入れません|入れん|はいれ(ない|なく|ません|ん)|締め出され|追い出され|ロックされ)|"
            + @"(locked|kicked) out of (our|the|my)|"
            + @"(can.?t|cannot|unable to) (log|sign|get) (in|on|into)\b[^?]*(anymore|any more|since|suddenly|our|help)",
        Options,
        1000
    )]
    private static partial Regex LockedOut();

    /// <summary>The account, its medium or where it is run from.</summary>
    [GeneratedRegex(
        @"アカウント|アカ(?![いう])|垢|公式|インスタ|instagram|(?<![a-z])(line|x|fb)(?![a-z])|ライン|ツイッター|twitter|フェイスブック|facebook|"
            + @"ユーチューブ|youtube|チャンネル|tiktok|ティックトック|スレッズ|threads|note|ブルースカイ|bluesky|sns|管理画面|配信画面|"
            + @"\b(account|page|channel|log(in)? in(to)?)\b",
        Options,
        1000
    )]
    private static partial Regex NamesAnAccount();

    /// <summary>Something of the office that staff log in to: its help desk is somebody else.</summary>
    [GeneratedRegex(
        @"グループウェア|(パソコン|端末|(?<![a-z])(pc|vpn|wi-?fi|windows|teams|outlook))(に|へ|の)|lgwan|庁内|財務|会計|勤怠|"
            + @"人事給与|給与|電子決裁|文書管理|住基|共有フォルダ|メール(?!の(リンク|url|案内))[^。\n]{0,6}(に|へ|が|は|も)[^。\n]{0,8}(ログイン|サインイン|入れ)",
        Options,
        1000
    )]
    private static partial Regex OfTheOffice();

    [GeneratedRegex(@"なりすま|成りすま|(偽|にせ|ニセ)[^。\n]{0,8}(アカウント|アカ|垢|公式|ページ)|かたる|騙る|名乗る", Options, 1000)]
    private static partial Regex SpeaksOfFakes();

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
        @"(?<!(どう|どない|なに|何|何を)し)たら(?!いい|よい|よろし|ええ|[^。\n]{0,30}(てい|てる|てまし|てた|なった|なりまし|ました))|"
            + @"場合|とき(は|の|に)|時(は|の|に)|際(は|に|の)|方(は|へ|も|が|で)|ないで|ましょう|注意|"
            + @"決まり|規則|連絡先|届出|届け出|防(ぐ|ぎ|止)|対策|ように(する|は)|\bif (you|your|a|an|the|someone|one)\b|when you",
        Options,
        1000
    )]
    private static partial Regex SpeaksInGeneral();

    [GeneratedRegex(@"という(相談|被害|事例|声|連絡が)", Options, 1000)]
    private static partial Regex TellsHearsay();

    [GeneratedRegex(
        @"(被害|相談|事例|ケース|手口|事案|トラブル)(が|も|は)[^。\n]{0,8}(増え|増加|相次|多発|急増|寄せられ|報告され|発生して|確認され|続いて|後を絶)|という(相談|被害|事例|ケース)", Options, 1000)]
    private static partial Regex OthersHadIt();
}
