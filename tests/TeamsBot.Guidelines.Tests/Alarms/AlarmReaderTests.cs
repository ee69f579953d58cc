using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Tests.Alarms;

/// <summary>What is heard as a call for help, what stays a post, and what is left to the guideline.</summary>
public sealed class AlarmReaderTests
{
    [Theory]
    [InlineData("公式アカウントが乗っ取られた", TroubleKind.Hijack)]
    [InlineData("アカウントが乗っ取られたらどうする", TroubleKind.Hijack)]
    [InlineData("what do I do if the account is hijacked", TroubleKind.Hijack)]
    [InlineData("our account got hacked help", TroubleKind.Hijack)]
    [InlineData("うちのロゴ使った偽アカウントがある、どうしよう", TroubleKind.Impersonation)]
    [InlineData("炎上した", TroubleKind.Flaming)]
    [InlineData("誤投稿しちゃった", TroubleKind.Mispost)]
    [InlineData("公用のスマホなくした、ログインしたまま", TroubleKind.LostDevice)]
    [InlineData("名簿が流出したかもしれません。至急ご指示ください。", TroubleKind.Leak)]
    [InlineData("インスタが凍結されて投稿できません、助けて", TroubleKind.ServiceStop)]
    [InlineData("DMで「庁舎を爆破する」って来てます、こわいです", TroubleKind.Threat)]
    [InlineData("公式で知らない人の投稿にいいね押しちゃった", TroubleKind.UnwantedPost)]
    public void A_call_for_help_is_heard_with_its_kind(string text, TroubleKind kind)
    {
        var reading = AlarmReader.Read(text);
        reading.Verdict.ShouldBe(AlarmVerdict.Alarm);
        reading.Kinds[0].ShouldBe(kind);
    }

    /// <summary>What nothing in the text speaks for gives way to what something speaks for.</summary>
    [Theory]
    [InlineData("投稿が全部消えとる", TroubleKind.Hijack)]
    [InlineData("投稿ごっそり無くなっとる、誰も触ってへんで", TroubleKind.Hijack)]
    [InlineData("端末が見当たらんのよ、昨日から", TroubleKind.LostDevice)]
    [InlineData("投稿しようとしたら制限かかってますって弾かれる", TroubleKind.ServiceStop)]
    [InlineData("まだ言うたらあかん話を上げてもうたわ", TroubleKind.Mispost)]
    [InlineData("ロゴ丸パクリのインスタがフォロワー集めよる", TroubleKind.Impersonation)]
    [InlineData("コメント欄えらいことになっとる", TroubleKind.Flaming)]
    public void In_dialect_the_kind_is_the_one_that_the_words_speak_for(string text, TroubleKind kind) =>
        AlarmReader.Read(text).Kinds[0].ShouldBe(kind);

    /// <summary>Who did it, what is gone and who got it are told apart, whatever other words stand beside.</summary>
    [Theory]
    [InlineData("広告が勝手に投稿されている", TroubleKind.Hijack)]
    [InlineData("知らない人に宣伝を公式から投稿されています", TroubleKind.Hijack)]
    [InlineData("公式Xに覚えのない広告が勝手に流れてる", TroubleKind.Hijack)]
    [InlineData("うちのロゴを使った偽の広告が投稿されている", TroubleKind.Impersonation)]
    [InlineData("市を名乗る別のアカウントが広告を投稿しています", TroubleKind.Impersonation)]
    [InlineData("パスワードを盗まれた", TroubleKind.Hijack)]
    [InlineData("公式インスタのパスワードが誰かに盗まれたみたいです", TroubleKind.Hijack)]
    [InlineData("ログイン情報を抜かれました、どうしよう", TroubleKind.Hijack)]
    [InlineData("someone stole our password", TroubleKind.Hijack)]
    [InlineData("パスワードを書いた手帳を盗まれた", TroubleKind.LostDevice)]
    [InlineData("公用スマホを盗まれた、パスワードも中に入ってる", TroubleKind.LostDevice)]
    [InlineData("LINEの配信先を間違えた", TroubleKind.Mispost)]
    [InlineData("LINEの送信先のグループを間違えて配信しました", TroubleKind.Mispost)]
    [InlineData("メッセージの配信対象を間違えて全員に送っちゃった", TroubleKind.Mispost)]
    [InlineData("名簿の送信先を間違えた", TroubleKind.Leak)]
    [InlineData("参加者のメールアドレスが入ったまま配信先を間違えて送りました", TroubleKind.Leak)]
    [InlineData("個人情報をのせてしまいました", TroubleKind.Leak)]
    [InlineData("応募者の電話番号を投稿してしまった", TroubleKind.Leak)]
    [InlineData("市民の方の住所を間違えて公開しちゃいました", TroubleKind.Leak)]
    [InlineData("市役所の電話番号を間違えて投稿してしまいました", TroubleKind.Mispost)]
    [InlineData("問い合わせ先の番号を間違えて載せてしまった", TroubleKind.Mispost)]
    [InlineData("間違えて別の市の写真を載せちゃった", TroubleKind.Mispost)]
    [InlineData("関係ない画像をつけて投稿してしまいました", TroubleKind.Mispost)]
    [InlineData("子どもの顔が写った写真を許可なく載せてしまいました", TroubleKind.Leak)]
    [InlineData("詐欺のリンクを踏んでしまった", TroubleKind.Hijack)]
    [InlineData("偽サイトのリンクをクリックしてしまった", TroubleKind.Hijack)]
    public void Who_did_it_and_what_is_gone_tell_the_kind(string text, TroubleKind kind) => AlarmReader.Read(text).Kinds[0].ShouldBe(kind);

    /// <summary>Whoever tells of a trouble and asks nothing asks for no rule.</summary>
    [Theory]
    [InlineData("間違って個人のつぶやきを公式で")]
    [InlineData("推しの話、公式で呟いちゃった消していい？")]
    [InlineData("うちの市とそっくりのアカ見つけたんだけど")]
    public void What_is_told_is_heard_at_once(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.Alarm);

    /// <summary>A colleague who calls and does not say why is asked, not taken at their word as a post.</summary>
    [Theory]
    [InlineData("ちょっと電話ください、まずいことになりました")]
    [InlineData("やばいです、すぐ連絡もらえますか")]
    [InlineData("やらかしました…相談に乗ってください")]
    [InlineData("トラブル発生です。どなたか連絡いただけると")]
    [InlineData("大変なことになりました、電話ください")]
    [InlineData("困ったことになりました。手を貸してほしいです")]
    public void A_call_that_does_not_say_why_is_no_post(string text)
    {
        AlarmPhrases.CallsWithoutSayingWhy().IsMatch(AlarmText.Of(text).Folded).ShouldBeTrue();
        AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.None);
    }

    [Theory]
    [InlineData("生活に困っている方は、電話でご相談ください。")]
    [InlineData("消費生活のトラブルでお困りの方は、窓口へご相談ください")]
    [InlineData("消費者トラブルが増えています。おかしいと思ったら電話でご相談ください。")]
    [InlineData("契約のトラブルになったら、センターへご相談ください。")]
    [InlineData("電話が大変混み合っています。時間をおいておかけください。")]
    [InlineData("このままではまずい！人口減少を考える講演会、申込は電話で")]
    public void What_offers_help_to_residents_stays_a_post(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.None);

    [Theory]
    [InlineData("困ったことがあれば、お気軽に福祉課へご相談ください。")]
    [InlineData("断水のトラブル発生中です。お困りの方は水道課へご連絡ください。")]
    [InlineData("子育てで困ったこと、ひとりで悩まず相談してください")]
    [InlineData("消費トラブルになりそうなときは、188へお電話ください。")]
    [InlineData("やばいコメントが来たら誰に連絡してもらえばいい？")]
    public void What_offers_help_to_residents_or_asks_for_a_rule_is_no_such_call(string text) =>
        AlarmPhrases.CallsWithoutSayingWhy().IsMatch(AlarmText.Of(text).Folded).ShouldBeFalse();

    [Theory]
    [InlineData("個人のアカウントで仕事のことを書いてもいい？")]
    [InlineData("なりすましを見つけたらどこに届け出る決まり？")]
    [InlineData("間違った投稿を削除するときの決まりは")]
    public void What_asks_for_a_rule_is_not_heard_at_once(string text) => AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.Alarm);

    [Theory]
    [InlineData("市公式Xが乗っ取られました。DMのURLは開かないでください。")]
    [InlineData("市のInstagramが凍結されました。しばらくXをご覧ください。")]
    [InlineData("Our account was hijacked. Please do not open links in messages from it.")]
    public void Where_both_are_possible_it_is_unclear(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.Unclear);

    [Theory]
    [InlineData("偽アカウントにご注意ください。")]
    [InlineData("市の公式をかたる偽アカウントが確認されています。DMのリンクは開かないでください。")]
    [InlineData("【お詫びと訂正】昨日の投稿の開催日に誤りがありました。正しくは12月5日(土)です。お詫び申し上げます。")]
    [InlineData("情報セキュリティ講座「乗っ取りを防ぐ」を開催します。12月5日(土)10時から、申込みは図書館へ。")]
    [InlineData("Beware of fake accounts. Our only official account is @hoshimi_city.")]
    public void What_warns_apologises_or_teaches_stays_a_post(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.None);

    [Theory]
    [InlineData("パスワードはいつ変える？")]
    [InlineData("なりすましの定義は？")]
    [InlineData("乗っ取りを防ぐにはどうすればいい？")]
    [InlineData("炎上とは")]
    [InlineData("How do we prevent a hijack?")]
    [InlineData("The person in charge moved. Do we change the password?")]
    [InlineData("一覧")]
    [InlineData("")]
    public void A_question_about_a_rule_and_a_command_are_no_call_for_help(string text) =>
        AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.None);

    [Fact]
    public void A_long_text_is_no_call_for_help_and_broken_text_is_read() => new[]
    {
        string.Concat(Enumerable.Repeat("乗っ取られた。", 200)), "\ud83c", "\ufffe乗", new string('\0', 50),
    }.ShouldAllBe(text => AlarmReader.Read(text).Verdict == AlarmVerdict.None);

    [Theory]
    [InlineData("個人名入りの写真を載せてしまった")]
    [InlineData("子どもの顔が写った写真を公式インスタに上げてしまいました。保護者から連絡がありました")]
    [InlineData("投稿した写真に名札の名前が写っていました。どうしたらいいですか")]
    public void Persons_shown_in_a_post_are_a_leak(string text) => AlarmReader.Read(text).Kinds[0].ShouldBe(TroubleKind.Leak);

    [Theory]
    [InlineData("担当者が退職してパスワードが分からず入れません")]
    [InlineData("パスワードを忘れた")]
    [InlineData("前任者が異動してインスタに入れません。引き継ぎにパスワードの記録がありません。どうしたらいいですか")]
    [InlineData("市の投稿の下にデマが書き込まれています。どうしたらいいですか")]
    [InlineData("There is a rumor in the replies below our post. What should we do?")]
    public void What_is_no_kind_of_trouble_known_here_gets_none(string text) => AlarmReader.Read(text).Kinds.ShouldBeEmpty();

    [Theory]
    [InlineData("職場の愚痴を市の公式アカウントに投稿してしまいました", true)]
    [InlineData("個人の垢のつもりで公式に書いちゃった", true)]
    [InlineData("posted a private rant on the city account by mistake", true)]
    [InlineData("イベントの日付を間違えて投稿しました", false)]
    public void A_post_that_was_meant_for_another_account_is_known(string text, bool isOfAnother)
    {
        AlarmReader.Read(text).Kinds[0].ShouldBe(TroubleKind.Mispost);
        AlarmReader.IsOfAnotherAccount(text).ShouldBe(isOfAnother);
    }

    [Theory]
    [InlineData("至急：市のXに不審な投稿が出ています。確認お願いします。")]
    [InlineData("すみません、さっきの投稿消したいです。日にち間違ってました")]
    [InlineData("our facebook page is gone??")]
    public void What_a_colleague_says_in_trouble_is_heard(string text) => AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.None);
}
