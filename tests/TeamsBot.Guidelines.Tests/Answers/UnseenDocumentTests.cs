using System.Text;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>
/// A document that has no pack, in an ordinance's own numbering: it is answered from its text and the lexicon, in both languages.
/// </summary>
public sealed class UnseenDocumentTests
{
    private const string Rule = """
        緑川町公式ソーシャルメディア運用要綱
        令和６年４月１日　訓令第８号

        （目的）
        第１条　この要綱は、緑川町がソーシャルメディアにより町政の情報を迅速に発信し、町民との信頼を築くことを目的とする。
        （定義）
        第２条　この要綱において「公式アカウント」とは、町の課等が開設し、運用するアカウントをいう。
        （運用責任者）
        第３条　公式アカウントごとに運用責任者を置き、当該課等の長をもって充てる。
        ２　運用責任者は、副町長の承認を受けて運用担当者を指名する。
        （開設の手続）
        第４条　公式アカウントを開設しようとする課等の長は、開設申請書（様式第１号）を総務課長に提出しなければならない。
        ２　総務課長は、申請の内容を審査し、十四日以内に結果を通知する。
        （発信の禁止）
        第５条　次に掲げる情報は、発信してはならない。
        (1)　個人情報その他町民の権利利益を害するおそれのあるもの
        (2)　特定の政党を支持し、又は反対するもの
        (3)　営利を目的とするもの
        (4)　第三者の著作権又は肖像権を侵害するもの
        （認証情報の管理）
        第６条　パスワードは、十六文字以上とし、六月ごとに変更しなければならない。
        ２　運用担当者が異動したときは、直ちにパスワードを変更し、総務課長に届け出るものとする。
        （コメントへの対応）
        第７条　投稿に対するコメントには、原則として返信しない。
        （不正アクセス等への対応）
        第８条　不正アクセス又はなりすましを発見した職員は、直ちに運用責任者及び総務課長に報告しなければならない。
        ２　総務課長は、前項の報告を受けたときは、町ホームページにおいて町民に注意を呼びかけるものとする。
        （運用の停止）
        第９条　半年以上投稿のない公式アカウントは、廃止するものとする。
        附　則
        この要綱は、令和６年４月１日から施行する。
        """;

    private static readonly GuidelineAnswers Answers = new(
        new GuidelineLibrary([GuidelineFile.Read("midorikawa.txt", Encoding.UTF8.GetBytes(Rule))], [])
    );

    [Theory]
    [InlineData("パスワードは何文字いるの？", "第６条")]
    [InlineData("How long does a password have to be?", "第６条")]
    [InlineData("ぱすわーどは どのくらいで かえる", "第６条")]
    [InlineData("担当が異動したらどうする？", "第６条２")]
    [InlineData("The person in charge was transferred. What about the password?", "第６条２")]
    [InlineData("偽アカウントを見つけた、誰に言えばいい？", "第８条")]
    [InlineData("Whom do we tell about a fake account?", "第８条")]
    [InlineData("コメントに返事しなきゃだめ？", "第７条")]
    [InlineData("Must we reply to comments?", "第７条")]
    [InlineData("アカウントを作りたい、手続きは？", "第４条")]
    [InlineData("How do we open a new account?", "第４条")]
    [InlineData("ずっと更新してないアカウントは？", "第９条")]
    [InlineData("運用責任者は誰がなる？", "第３条")]
    [InlineData("この要綱の目的は何ですか。", "第１条")]
    [InlineData("公式アカウントとは何ですか。", "第２条")]
    [InlineData("選挙で特定の党を応援する投稿はしていい？", "第５条")]
    [InlineData("What must not be posted?", "第５条")]
    public void It_is_answered_from_its_own_text(string question, string clause)
    {
        var answer = Answers.Ask(question);
        answer.Found.ShouldBeTrue();
        answer.Citations[0].Clause.ShouldStartWith(clause);
        answer.Citations[0].Title.ShouldBe("緑川町公式ソーシャルメディア運用要綱");
        answer.Citations[0].Edition.ShouldBe("令和６年４月１日施行");
        DisplayText.Fold(Rule).ShouldContain(DisplayText.Fold(answer.Citations[0].Quote));
        answer.Text.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("明日の天気は？")]
    [InlineData("有給休暇は何日ありますか")]
    [InlineData("Where can I renew my passport?")]
    [InlineData("青葉市ではどうしていますか")]
    [InlineData("TikTokの動画は何秒まで？")]
    [InlineData("ごみの収集日を教えて")]
    public void What_it_does_not_say_is_refused(string question) => Answers.Ask(question).Found.ShouldBeFalse();
}
