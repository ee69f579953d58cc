using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// What the learned order of kinds cannot tell, because the same words stand in other troubles: persons shown in a post of ours are a leak,
/// a password nobody has any more is no hijack, a rumour below a post no flaming. Wrong steps do more harm than the general ones.
/// </summary>
internal static partial class AlarmKinds
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(個人名|氏名|実名|名前|名札|住所|電話番号|顔)(入り|が|の|も|や).{0,14}(写真|画像|動画|名簿|リスト|書類).{0,10}(載せ|のせ|上げ|あげ|投稿|公開|出し)|(写真|画像|動画).{0,8}に.{0,8}(個人名|氏名|"
            + @"実名|名前|名札|住所|顔).{0,10}(写|映|うつ|入|載|出)",
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

    /// <param name="folded">As <see cref="AlarmText"/> folds it.</param>
    /// <param name="learned">The likeliest first.</param>
    /// <returns>Empty where none fits: then the general first steps are shown, and the kinds to choose from.</returns>
    public static IReadOnlyList<TroubleKind> Of(string folded, IReadOnlyList<TroubleKind> learned)
    {
        if (learned is not [var first, ..]) return learned;
        if (first is TroubleKind.Mispost or TroubleKind.UnwantedPost && ShowsPersons().IsMatch(folded) && !ShowsUs().IsMatch(folded))
            return [TroubleKind.Leak, .. learned.Where(kind => kind != TroubleKind.Leak)];
        if (
            first is TroubleKind.Hijack or TroubleKind.ServiceStop
            && LacksAccess().IsMatch(folded)
            && !SaysMoreThanLacking().IsMatch(folded)
        )
            return [];
        return first is TroubleKind.Flaming or TroubleKind.Hijack && IsRumour().IsMatch(folded) && !SaysMoreThanRumour().IsMatch(folded)
            ? []
            : learned;
    }

    /// <summary>It was meant for another account than the one it stands on: there is no right content to publish in its place.</summary>
    public static bool IsOfAnotherAccount(string text) => MeantForAnother().IsMatch(AlarmText.Of(text).Folded);
}
