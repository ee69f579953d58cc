using TeamsBot.Turns;

namespace TeamsBot.Tests.Turns;

/// <summary>What is a post: told by the signs of the text and not by its length alone.</summary>
public sealed class PostLikeTextTests
{
    [Theory]
    [InlineData("図書館は12月7日(月)に休館します。")]
    [InlineData("桜が見ごろを迎えました🌸")]
    [InlineData("図書館まつり、本日開催！")]
    [InlineData("明日は臨時休館です。")]
    [InlineData("断水は解消しました。")]
    [InlineData("大雨警報が解除されました。")]
    [InlineData("市民講座の受付を始めました！")]
    [InlineData("避難所を開設しました。")]
    [InlineData("熱中症にご注意ください。")]
    [InlineData("12/5(土) 市民まつり開催")]
    [InlineData("１２月７日（月）は休館します")]
    [InlineData("午後3時から窓口を再開します。")]
    [InlineData("本日のバスは運休しています。")]
    [InlineData("市役所前の道路工事が終了しました")]
    [InlineData("新刊コーナーを入れ替えました。")]
    [InlineData("今週末は防災訓練を行います。")]
    [InlineData("献血にご協力をお願いします。")]
    [InlineData("花火大会は中止となりました。")]
    [InlineData("市民の皆さんはご注意ください。")]
    [InlineData("粗大ごみの受付は17時までです。")]
    [InlineData("投票は20時まで。お忘れなく！市民の権利です。")]
    [InlineData("【休館】12月7日")]
    [InlineData("■お知らせ")]
    [InlineData("くわしくはこちら https://www.city.hoshimi.lg.jp/")]
    [InlineData("紅葉がきれいです #星見市")]
    [InlineData("給食の献立を公開しました。")]
    [InlineData("Closed on Monday, Dec 7.")]
    [InlineData("The library is closed today.")]
    [InlineData("一行目\n二行目")]
    [InlineData("台帳 の縦覧を行います。期間は12月7日から")]
    [InlineData("三十字を超える長い文章は、しるしがなくても投稿とみなして点検に回します")]
    public void A_notice_to_residents_is_a_post_however_short(string text) => PostLikeText.Is(text).ShouldBeTrue();

    [Theory]
    [InlineData("ありがとう")]
    [InlineData("ありがとうございました。")]
    [InlineData("了解です")]
    [InlineData("承知しました。")]
    [InlineData("テスト")]
    [InlineData("テストです。")]
    [InlineData("お疲れさまです。")]
    [InlineData("よろしくお願いします。")]
    [InlineData("確認お願いします")]
    [InlineData("明日確認します。")]
    [InlineData("田中さんは今日休みです")]
    [InlineData("明日の会議は中止です")]
    [InlineData("10時に送ります。")]
    [InlineData("下書きを直しました。")]
    [InlineData("図書館の件、了解しました。")]
    [InlineData("おはようございます！")]
    [InlineData("ボタンが押せません")]
    [InlineData("あとで投稿します")]
    [InlineData("はい")]
    [InlineData("OK")]
    [InlineData("thanks")]
    [InlineData("thank you!")]
    [InlineData("いちらんひょう")]
    [InlineData("図書館")]
    [InlineData("12/5")]
    [InlineData("   ")]
    [InlineData("")]
    public void A_remark_is_none(string text) => PostLikeText.Is(text).ShouldBeFalse();

    [Theory]
    [InlineData("パスワードはいつ変えますか")]
    [InlineData("図書館の投稿は誰が承認しますか？")]
    [InlineData("12月7日に休館のお知らせを投稿してもいいですか。")]
    [InlineData("市民からの苦情にはどう返信すればよいか教えてください。")]
    [InlineData("著作権についてのルールを詳しく教えてください。よろしくお願いします？")]
    [InlineData("講座の写真を投稿したいです。")]
    [InlineData("個人情報が写っていたらどうすれば")]
    [InlineData("What should I do on Monday?")]
    public void A_question_is_none(string text)
    {
        PostLikeText.Is(text).ShouldBeFalse();
        PostLikeText.EndsAsQuestion(text).ShouldBeTrue();
    }
}
