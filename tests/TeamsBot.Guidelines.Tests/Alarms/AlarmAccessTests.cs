using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Tests.Alarms;

/// <summary>Two calls that sound calm: somebody cannot get into an account any more, and somebody gave away what opens it.</summary>
public sealed class AlarmAccessTests
{
    [Theory]
    [InlineData("アカウントに入れなくなりました")]
    [InlineData("公式のインスタに入れなくなっちゃった")]
    [InlineData("急にXにログインできなくなった")]
    [InlineData("アカウントがロックされて入れない、どうすればいいですか")]
    [InlineData("LINEの管理画面に入れなくなったんですけど")]
    [InlineData("アカウントが凍結されました、どうしたらいいでしょうか")]
    [InlineData("can't log in anymore, what should I do")]
    [InlineData("we are locked out of our account")]
    public void Who_is_locked_out_is_heard(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.Alarm);

    /// <summary>Which door is shut is not said; a press tells, and a missed call costs more than a question too many.</summary>
    [Theory]
    [InlineData("ログインできなくなった どうしよう")]
    [InlineData("ログインできなくなりました。どうしたらいいですか")]
    [InlineData("サインインできない、助けて")]
    [InlineData("パスワードが違うと言われてログインできません")]
    [InlineData("今朝出勤したらログインできなくなっていました")]
    [InlineData("昼休みから戻ったら急にログインできなくなった")]
    [InlineData("朝起きたらインスタにログインできなくなっていた")]
    public void Who_is_locked_out_of_something_unsaid_is_at_least_asked_back(string text) =>
        AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.None);

    [Theory]
    [InlineData("グループウェアにログインできなくなりました")]
    [InlineData("パソコンにログインできません")]
    [InlineData("PCにサインインできなくなった")]
    [InlineData("庁内のメールにログインできなくなりました")]
    [InlineData("財務会計システムにログインできません")]
    [InlineData("勤怠管理のアカウントにログインできない")]
    public void Who_cannot_get_into_something_of_the_office_is_not_heard_at_once(string text) =>
        AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.Alarm);

    /// <summary>Residents told the office of it: it may be the office's own trouble, and may be a notice.</summary>
    [Theory]
    [InlineData("市をかたる偽アカウントについて、市民から相談が寄せられています")]
    [InlineData("なりすましの被害が報告されています")]
    [InlineData("市長を名乗る偽のアカウントを見たという相談が寄せられています")]
    [InlineData("町の公式になりすましたアカウントからDMが届いたという相談が増えています")]
    [InlineData("観光課の偽アカウントの被害が発生しています")]
    public void What_residents_report_of_fake_accounts_is_at_least_asked_back(string text) =>
        AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.None);

    [Theory]
    [InlineData("不審なメールのURLを開いてパスワードを入れてしまいました")]
    [InlineData("怪しいメールのリンクを開いてしまい、IDとパスワードを入力してしまいました")]
    [InlineData("偽のログイン画面にパスワードを送ってしまった")]
    [InlineData("フィッシングサイトに公式アカウントの情報を入力してしまいました")]
    [InlineData("Instagramを名乗るDMのリンクからログインしてしまいました")]
    [InlineData("届いたメールの案内どおりにパスワードを入力してしまったのですが、偽物だったようです")]
    [InlineData("認証コードを相手に送ってしまいました")]
    [InlineData("運営を名乗る人にパスワードを教えてしまいました")]
    [InlineData("メールのURLからログイン情報を入れてしまったかもしれません")]
    [InlineData("変なサイトにIDとパスワード打ち込んじゃった")]
    [InlineData("偽サイトだと気づかずログインIDを入れちゃいました")]
    [InlineData("サポートと名乗る相手に6桁の番号を伝えてしまいました")]
    [InlineData("QRコードを読み取って公式LINEの情報を入力しました。怪しいサイトでした")]
    [InlineData("I gave the verification code to someone who called")]
    [InlineData("I entered our password on a fake login page")]
    [InlineData("I opened a suspicious link and typed in the password")]
    public void Who_gave_away_what_opens_the_account_is_heard_as_for_a_hijack(string text)
    {
        var reading = AlarmReader.Read(text);
        reading.Verdict.ShouldBe(AlarmVerdict.Alarm);
        reading.Kinds.ShouldNotBeEmpty();
        reading.Kinds[0].ShouldBe(TroubleKind.Hijack);
    }

    [Theory]
    [InlineData("システム障害により、電子申請システムにログインできなくなっています。復旧までお待ちください。")]
    [InlineData("図書館の予約システムにログインできない状態が続いています。ご迷惑をおかけします。")]
    [InlineData("マイページにログインできなくなった方は、窓口へお問い合わせください。")]
    [InlineData("給付金の申請サイトに入れなくなった場合は、時間をおいてお試しください。")]
    [InlineData("SNSのアカウントが乗っ取られてログインできなくなる被害が増えています。")]
    [InlineData("不審なメールのURLは開かず、パスワードを入力しないでください。")]
    [InlineData("フィッシング詐欺にご注意ください。メールのリンクを開いてパスワードを入力してしまった方は、銀行へご連絡ください。")]
    [InlineData("偽サイトにパスワードを入力してしまったという相談が増えています。心当たりのある方は188へ。")]
    [InlineData("宅配業者を装うSMSのURLを開いて暗証番号を入力してしまう被害が相次いでいます。ご注意ください。")]
    [InlineData("パスワードを教えてしまった、と気付いたら、すぐに変更しましょう。")]
    [InlineData("認証コードを教えて、と言われたら詐欺です。")]
    [InlineData("税務署を名乗る電話で暗証番号を教えてしまった事例がありました。怪しい電話はすぐに切りましょう。")]
    [InlineData("Xにログインできない方も、市ホームページで災害情報を見られます。")]
    [InlineData("Never share your verification code. We sent no mail that asks for a password.")]
    [InlineData("If you entered your password on a fake page, please call your bank.")]
    public void What_warns_residents_of_it_stays_a_post(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.None);

    [Theory]
    [InlineData("ログインできないときの連絡先は？")]
    [InlineData("パスワードを誰かに教えてもいいですか")]
    [InlineData("アカウントがロックされたときの届出先はどこですか")]
    public void A_question_about_the_rule_is_not_heard_at_once(string text) =>
        AlarmReader.Read(text).Verdict.ShouldNotBe(AlarmVerdict.Alarm);
}
