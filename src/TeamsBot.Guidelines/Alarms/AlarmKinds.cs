using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// What the learned order of kinds cannot tell, because the same words stand in other troubles: persons shown in a post of ours are a leak,
/// a password nobody has any more is no hijack, a rumour below a post no flaming. Wrong steps do more harm than the general ones.
/// </summary>
internal static partial class AlarmKinds
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>What names or pictures persons.</summary>
    private const string Shown =
        "(個人名|氏名|実名|名前|名札|住所|電話番号|顔|名簿|(参加|応募|申込|申請|当選|利用|対象)者の?(一覧|リスト|表)|(児童|生徒|園児|住民|職員)の?(一覧|リスト)|"
        + "一覧表|座席表|出欠表|受付票|申請書|申込書|診断書|カルテ|ナンバー)";

    [GeneratedRegex(
        Shown + @"(入り|が|の|も|や).{0,14}(写真|画像|動画|名簿|リスト|書類).{0,10}(載せ|のせ|上げ|あげ|投稿|公開|出し)|(写真|画像|動画|背景|後ろ|うしろ).{0,8}(に|の).{0,12}"
            + Shown + ".{0,10}(写|映|うつ|入|載|出)|" + Shown + "(が|も|の).{0,6}(写|映|うつ)(り|っ)",
        Options,
        1000
    )]
    private static partial Regex ShowsPersons();

    [GeneratedRegex(@"(同じ|市の|うちの|公式の)(名前|顔)|偽|なりすま|勝手に使", Options, 1000)]
    private static partial Regex ShowsUs();

    [GeneratedRegex(
        @"(退職|異動|転出|辞め|やめ|前任|前の担当|引き?継).{0,40}(パスワード|ログイン|入れ|入ら|アカウント)|(パスワード|\bid\b).{0,6}(忘れ|わすれ|控え|記録|(分|わ)から(な|ず|ん)|不明)|(forgot|"
            + @"forgotten|lost|nobody knows|don.?t know).{0,12}password|(left|retired|resigned|former).{0,40}password",
        Options,
        1000
    )]
    private static partial Regex LacksAccess();

    [GeneratedRegex(
        @"乗っ?取|のっと|ハッ(ク|キ)|不正|勝手に|知らない|見覚え|身に覚え|心当たり|変わ|変え|書き換|投稿が|端末|スマホ|紛失|なくし|盗|漏|流出|hack|hijack|changed|someone|phone|stolen",
        Options,
        1000
    )]
    private static partial Regex SaysMoreThanLacking();

    [GeneratedRegex(@"デマ|うわさ|噂|流言|rumou?r", Options, 1000)]
    private static partial Regex IsRumour();

    [GeneratedRegex(@"炎上|燃え|怒|批判|非難|苦情|抗議|クレーム|叩|殺到|お叱り|なりすま|偽|乗っ?取|angry|backlash|furious|fake|hijack|hack", Options, 1000)]
    private static partial Regex SaysMoreThanRumour();

    [GeneratedRegex(
        @"(アカウント|アカ|垢).{0,4}(を|が)?(間違|まちが|取り違)|(違う|ちがう|別の)(アカ|垢)|(自分|個人|私用|プライベート|私的|裏|サブ)(の|用)?(ほう|方|アカ|垢|アカウント|つもり|愚痴|ぐち|こと)|愚痴|ぐち|グチ|"
            + @"私的な|wrong account|(my|own|private|personal) (own |private |personal )*account|instead of (mine|my)|\brant",
        Options,
        1000
    )]
    private static partial Regex MeantForAnother();

    /// <summary>Somebody unknown writes under our name on our own account.</summary>
    [GeneratedRegex(
        @"(勝手に|知らない(うち|間|人|誰)|誰か(が|に)|第三者|他人|覚えの(な|無)い|見知らぬ).{0,16}(投稿|配信|書き込|書かれ|ツイート|ポスト|流され|流れて)|"
            + @"(投稿|配信|広告|宣伝).{0,10}勝手に|(someone|somebody|strangers?|nobody here|none of us).{0,30}(post|publish)|"
            + @"(ads?|advert\w*|spam).{0,30}(posted|published|appear\w*) (on|from|by)",
        Options,
        1000
    )]
    private static partial Regex StrangerWrites();

    /// <summary>Another account stands there as if it were ours.</summary>
    [GeneratedRegex(
        @"なりすま|成りすま|偽|にせ|ニセ|フェイク|そっくり|真似|名乗|騙|(ロゴ|市章|写真|名前|画像|アイコン|キャラ).{0,8}(使|パク|盗)|"
            + @"(別|他)の(アカウント|アカ|垢)|本物|fake|impersonat|pretend|clone|lookalike|(our|the) (logo|name|photo)",
        Options,
        1000
    )]
    private static partial Regex CopiesUs();

    /// <summary>What opens an account is in other hands, and no thing that holds it.</summary>
    [GeneratedRegex(
        @"(パスワード|暗証|ログイン情報|認証(情報|コード)|アカウント|アカ|垢|\bid\b).{0,10}(盗|抜か|奪|取られ|とられ|知られ|ばれ|バレ)|"
            + @"(stolen|stole|got|took) (our |the |my )?(password|login|credentials)|"
            + @"(password|login|credentials|account).{0,12}(stolen|taken|known to)",
        Options,
        1000
    )]
    private static partial Regex KeyIsStolen();

    [GeneratedRegex(
        @"スマホ|携帯|ケータイ|端末|タブレット|パソコン|\bpc\b|usb|メモ|手帳|ノート|付箋|紙|鞄|かばん|カバン|財布|カメラ|"
            + @"phone|tablet|laptop|device|notebook|notepad|\bbag\b|paper",
        Options,
        1000
    )]
    private static partial Regex NamesThing();

    /// <summary>It went out to others than was meant.</summary>
    [GeneratedRegex(
        @"(配信|送信|投稿|送付|送り|通知|発信)(する)?(先|相手|対象|グループ|アカウント)(の設定|の指定)?(を|が|に|で)?.{0,6}(間違|まちが|誤|違|ミス|取り違)|"
            + @"(間違|まちが)(え|っ)た?(て)?.{0,6}(グループ|相手|友だち|対象|リスト).{0,8}(配信|送|投稿)|"
            + @"(sent|posted|broadcast|delivered).{0,30}wrong (group|audience|list|recipients|people|segment)",
        Options,
        1000
    )]
    private static partial Regex WentToOthers();

    [GeneratedRegex(
        @"個人情報|氏名|名簿|住所|電話番号|メールアドレス|メアド|生年月日|顔|カルテ|口座|マイナンバー|bcc|添付|漏|流出|部外秘|非公開|内部|"
            + @"personal|names?\b|address|attach|leak|confidential|private",
        Options,
        1000
    )]
    private static partial Regex HoldsSecrets();

    /// <summary>Data of a person, not of an office, went out.</summary>
    [GeneratedRegex(
        @"(個人情報|個人データ|生年月日|マイナンバー|口座番号|実名).{0,12}(載せ|のせ|載っ|投稿|公開|上げ|あげ|出し|出ちゃ|流し|配信)|"
            + @"(住民|市民|町民|県民|村民|個人|参加者|応募者|申込者|職員|相手|利用者|児童|生徒|子ども|子供|お客|患者|保護者|本人)(さん|様|の方|たち)?の.{0,6}"
            + @"(氏名|名前|住所|電話番号|番号|連絡先|メールアドレス|メアド|顔写真|名簿).{0,12}(載せ|のせ|載っ|投稿|公開|上げ|あげ|出し|流し|配信)|"
            + @"(posted|published|tweeted).{0,30}(personal (data|information)|(home )?address of|phone number of)",
        Options,
        1000
    )]
    private static partial Regex PublishesPersonalData();

    [GeneratedRegex(@"(間違|まちが|違う|ちがう|別の|関係(の)?ない).{0,14}(写真|画像|動画|イラスト|ポスター|チラシ)", Options, 1000)]
    private static partial Regex IsWrongPicture();

    [GeneratedRegex(@"人物|(子|児童|生徒|園児|参加者|住民|市民|職員|利用者|個人|本人|同意|許可|承諾|ナンバー|名札)", Options, 1000)]
    private static partial Regex SpeaksOfPersons();

    /// <summary>Whoever opened it may have given away what opens the account.</summary>
    [GeneratedRegex(
        @"(詐欺|フィッシング|偽|にせ|怪し|あやし|不審|変な|迷惑|なりすまし).{0,10}(リンク|url|サイト|メール|dm|添付|ファイル|メッセージ).{0,8}"
            + @"(踏|クリック|開い|ひらい|開け|押し|押ちゃ|タップ|入力|入れ)|(clicked|opened|followed).{0,20}(phishing|scam|suspicious|fake)",
        Options,
        1000
    )]
    private static partial Regex OpenedABait();

    /// <summary>What residents got came from our own account: somebody else writes there.</summary>
    [GeneratedRegex(
        @"(うち|当[課市町村県館]|わたしたち|私たち|公式|[市町村県課館]|防災|広報|観光)(の|公式)?[^。\n]{0,6}"
            + @"(アカウント|アカ|垢|line|ライン|インスタ|(?<![a-z])x|ツイッター|twitter|facebook|フェイスブック|公式)(アカウント)?から[^。\n]{0,14}"
            + @"(詐欺|怪し|あやし|不審|変な|へんな|妙な|迷惑|フィッシング|スパム|投資|当選|身に覚え|見覚え|知らない|覚えの)[^。\n]{0,14}"
            + @"(メッセージ|dm|ダイレクト|投稿|配信|通知|リンク|url|勧誘|案内|連絡|もの|の)[^。\n]{0,10}(届|来|き(た|て|まし)|送ら|流れ|出て|出され)|"
            + @"(scam|spam|strange|suspicious|phishing) (message|dm|link|post)s?[^.]{0,20} from (our|the city.s) (account|line|page|x\b)",
        Options,
        1000
    )]
    private static partial Regex CameFromOurs();

    /// <summary>The account copies ours, as the text says itself.</summary>
    [GeneratedRegex(@"なりすま|成りすま|そっくり|かたる|騙|名乗|(偽|にせ|ニセ)(の)?(アカ|垢|公式|line|ページ)|fake account|impersonat", Options, 1000)]
    private static partial Regex SaysItIsACopy();

    /// <summary>Its service stopped it; nobody else needs to be in it.</summary>
    [GeneratedRegex(
        @"凍結|停止|制限|(?<![a-z])ban|垢バン|違反|ロック|無効|異議|エラー|障害|メンテ|不具合|落ちて|年齢|本人確認|"
            + @"suspend|disabled|restrict|locked|lock(ed)? (us|me)|down\b|error",
        Options,
        1000
    )]
    private static partial Regex SaysItWasStopped();

    /// <param name="folded">As <see cref="AlarmText"/> folds it.</param>
    /// <param name="learned">The likeliest first.</param>
    /// <returns>Empty where none fits: then the general first steps are shown, and the kinds to choose from.</returns>
    public static IReadOnlyList<TroubleKind> Of(string folded, IReadOnlyList<TroubleKind> learned)
    {
        if (CameFromOurs().IsMatch(folded) && !SaysItIsACopy().IsMatch(folded)) return Before(TroubleKind.Hijack, learned);
        if (AlarmAccess.GaveKeyAway(folded) && learned is not [TroubleKind.Threat, ..]) return Before(TroubleKind.Hijack, learned);
        if (learned is not [var first, ..]) return OpenedABait().IsMatch(folded) ? [TroubleKind.Hijack] : learned;
        if (first is TroubleKind.Mispost or TroubleKind.UnwantedPost && ShowsPersons().IsMatch(folded) && !ShowsUs().IsMatch(folded))
            return Before(TroubleKind.Leak, learned);
        if (first is TroubleKind.Mispost && PublishesPersonalData().IsMatch(folded)) return Before(TroubleKind.Leak, learned);
        if (first is TroubleKind.Leak && IsWrongPicture().IsMatch(folded) && !HoldsSecrets().IsMatch(folded)
            && !SpeaksOfPersons().IsMatch(folded))
            return Before(TroubleKind.Mispost, learned);
        if (first is not (TroubleKind.Hijack or TroubleKind.Flaming or TroubleKind.Threat) && OpenedABait().IsMatch(folded))
            return Before(TroubleKind.Hijack, learned);
        if (
            first is TroubleKind.Hijack or TroubleKind.ServiceStop
            && LacksAccess().IsMatch(folded)
            && !SaysMoreThanLacking().IsMatch(folded)
        )
            return [];
        if (first is TroubleKind.ServiceStop && AlarmAccess.IsLockedOutOfAccount(folded) && !SaysItWasStopped().IsMatch(folded))
            return Before(TroubleKind.Hijack, learned);
        if (first is TroubleKind.Impersonation && StrangerWrites().IsMatch(folded) && !CopiesUs().IsMatch(folded))
            return Before(TroubleKind.Hijack, learned);
        if (first is TroubleKind.LostDevice && KeyIsStolen().IsMatch(folded) && !NamesThing().IsMatch(folded))
            return Before(TroubleKind.Hijack, learned);
        // The same slip is a leak where it carried somebody's data, and a post in the wrong place where it did not.
        if (first is TroubleKind.Leak or TroubleKind.Mispost && WentToOthers().IsMatch(folded))
            return Before(HoldsSecrets().IsMatch(folded) ? TroubleKind.Leak : TroubleKind.Mispost, learned);
        return first is TroubleKind.Flaming or TroubleKind.Hijack && IsRumour().IsMatch(folded) && !SaysMoreThanRumour().IsMatch(folded)
            ? []
            : learned;
    }

    private static IReadOnlyList<TroubleKind> Before(TroubleKind kind, IReadOnlyList<TroubleKind> learned) =>
        [kind, .. learned.Where(other => other != kind)];

    /// <summary>It was meant for another account than the one it stands on: there is no right content to publish in its place.</summary>
    public static bool IsOfAnotherAccount(string text) => MeantForAnother().IsMatch(AlarmText.Of(text).Folded);
}
