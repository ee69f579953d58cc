using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

/// <summary>The ten prohibited kinds of asaka 5③ and their neighbours, with the examples of the clause register.</summary>
public sealed class ProhibitedContentTests
{
    private const string Shown = "https://www.city.asaka.lg.jp/soshiki/3/bousai.html";

    [Fact]
    [RuleOf("asaka-5-3-1")]
    public void A_plain_address_of_residents_blocks_and_polite_words_do_not()
    {
        Severity("irreverent", "お前ら、ごみは分けろ。").ShouldBe(Checks.Severity.Block);
        Drafts.Find("irreverent", "皆さま、ごみは分けて出してください。").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3-2")]
    public void A_group_with_an_exclusion_blocks_quoting_both_and_a_desk_for_the_group_does_not()
    {
        Drafts.Quotes("discrimination", "この施設は外国人お断りです。").ShouldBe("外国人お断り");
        Severity("discrimination", "この施設は外国人お断りです。").ShouldBe(Checks.Severity.Block);
        Drafts.Find("discrimination", "外国人相談窓口のご案内").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3-3")]
    public void Encouraging_an_illegal_act_blocks_and_warning_against_it_does_not()
    {
        Severity("illegal-act", "飲酒後も自転車なら大丈夫").ShouldBe(Checks.Severity.Block);
        Drafts.Find("illegal-act", "飲酒運転は犯罪です").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3-4", "private-3-2-1")]
    public void A_rumour_blocks_an_official_draft_even_when_marked_and_warns_a_private_one()
    {
        Severity("rumour", "駅前に大学が来るとの噂です。※未確認の情報です").ShouldBe(Checks.Severity.Block);
        Drafts.Find("rumour", $"デマにご注意ください。正しい情報はこちら {Shown}").ShouldBeEmpty();
        foreach (var text in (string[])["来月閉まるらしいよ", "来月閉まるって噂"])
        {
            Severity("rumour", text).ShouldBe(Checks.Severity.Block);
            Severity("rumour", text, Private()).ShouldBe(Checks.Severity.Warn);
            Severity("rumour", $"{text} {Shown}", Private()).ShouldBe(Checks.Severity.Hint);
        }
    }

    [Fact]
    [RuleOf("private-2-2-3")]
    public void What_a_friend_said_is_a_rumour_until_an_official_page_is_cited()
    {
        Severity("rumour", "友達から聞いた、拡散希望！", Private()).ShouldBe(Checks.Severity.Warn);
        Severity("rumour", $"友達から聞いた、拡散希望！ {Shown}", Private()).ShouldBe(Checks.Severity.Hint);
    }

    [Fact]
    [RuleOf("private-3-2-2a", "private-3-2-2b")]
    public void An_uncertain_statement_wants_a_source_or_the_marker()
    {
        Severity("unverified", "たぶん来月から値上げになります。", Private()).ShouldBe(Checks.Severity.Warn);
        Severity("unverified", "未確認ですが、店が閉まります。", Private()).ShouldBe(Checks.Severity.Warn);
        Drafts.Find("unverified", $"たぶん来月から値上げになります。 {Shown}", Private()).ShouldBeEmpty();
        Drafts.Find("unverified", "たぶん来月から値上げになります。※未確認の情報です", Private()).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3-5")]
    public void A_link_to_adult_content_stops()
    {
        Severity("obscene-link", "息抜きにどうぞ https://xxx-movies.example.net/").ShouldBe(Checks.Severity.Stop);
        Severity("obscene-link", "息抜きにどうぞ https://example.net/porn/top").ShouldBe(Checks.Severity.Stop);
        Drafts.Find("obscene-link", "成人の予防接種 https://www.city.asaka.lg.jp/adult/").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3-6")]
    public void A_phrase_that_reviewers_marked_blocks_the_next_draft()
    {
        var learned = Drafts.Context(context =>
            context with
            {
                Words = new WordBook([
                    new WordEntry("w1", ["ぬるぬる相撲"]) { Kind = WordKind.PublicOrder, Severity = Checks.Severity.Block },
                ]),
            }
        );
        Drafts.Find("public-order", "ぬるぬる相撲を開催します。").ShouldBeEmpty();
        Severity("public-order", "ぬるぬる相撲を開催します。", learned).ShouldBe(Checks.Severity.Block);
    }

    [Theory]
    [InlineData("職員各位 年末調整の件", "職員各位")]
    [InlineData("庁内研修を行いました。", "庁内研修")]
    [InlineData("起案の締切は金曜です。", "起案の")]
    [InlineData("内線1234まで", "内線1")]
    [RuleOf("asaka-5-3-7")]
    public void Office_notices_block_naming_the_word(string text, string word)
    {
        var finding = Drafts.Find("internal-only", text).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Checks.Severity.Block);
        finding.Message.ShouldContain(word);
        Drafts.Find("internal-only", "市民向け研修会の参加者を募集します。").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3-8")]
    public void An_opinion_blocks_and_an_invitation_does_not()
    {
        Severity("not-official-view", "個人的には、よい計画です。").ShouldBe(Checks.Severity.Block);
        Severity("not-official-view", "この計画は間違っていると思います。").ShouldBe(Checks.Severity.Block);
        Drafts.Find("not-official-view", "ご参加をお待ちしています。").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("サーバーは192.168.1.20です。")]
    [InlineData("接続先は vpn.city.example.lg.jp です。")]
    [InlineData("管理は https://www.example.jp/wp-admin/ から。")]
    [InlineData("防犯カメラの死角は北側です。")]
    [InlineData("警備員の巡回時間は23時です。")]
    [RuleOf("asaka-5-3-10")]
    public void What_endangers_the_citys_security_blocks(string text)
    {
        Severity("security-exposure", text).ShouldBe(Checks.Severity.Block);
        Drafts.Find("security-exposure", "防犯カメラ設置事業の補助金").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-5-3")]
    public void What_no_head_may_lift_is_a_stop()
    {
        Severity("obscene-link", "https://porn.example.com/").ShouldBe(Checks.Severity.Stop);
        Severity("my-number", "123456789018").ShouldBe(Checks.Severity.Stop);
        Severity("credential", "パスワード：Asaka2026!").ShouldBe(Checks.Severity.Stop);
        Severity("illegal-act", "飲酒後も自転車なら大丈夫").ShouldBe(Checks.Severity.Block);
    }

    [Fact]
    [RuleOf("yamaguchi-2-3")]
    public void A_number_beside_a_name_blocks_unless_the_directory_holds_it()
    {
        var context = Drafts.Context(with =>
            with with
            {
                Organisation = new OrganisationProfile
                {
                    Phones = new Dictionary<string, string>(StringComparer.Ordinal) { ["総務課"] = "083-933-2566" },
                },
            }
        );
        Severity("personal-data", "連絡は山本さん 083-933-9999 まで", context).ShouldBe(Checks.Severity.Block);
        Severity("personal-data", "連絡は山本さん hanako@gmail.com まで", context).ShouldBe(Checks.Severity.Block);
        Severity("personal-data", "本町9-9-9の小林次郎さん宅", context).ShouldBe(Checks.Severity.Block);
        Drafts.Find("personal-data", "問合せは総務課 083-933-2566 まで", context).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("tochigi-2-2", "yamaguchi-2-2", "asaka-2-1b")]
    public void Support_for_a_candidate_blocks_and_the_notice_of_an_election_does_not()
    {
        Severity("political-act", "山田候補に一票を").ShouldBe(Checks.Severity.Block);
        Severity("political-act", "立憲民主党を支持しましょう").ShouldBe(Checks.Severity.Block);
        Severity("gain-promotion", "当店では全品割引セール中です。").ShouldBe(Checks.Severity.Block);
        Drafts.Find("gain-promotion", "官民連携事業として、株式会社みどりの商品をおすすめする催しを開きます。").ShouldBeEmpty();
        Drafts.Find("political-act", "投票日は11月22日(日)です。").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("yamaguchi-3-4c")]
    public void A_statement_of_position_is_flagged_for_the_head_and_a_notice_is_not()
    {
        Drafts.Quotes("official-view", "県としては、計画を支持する考えです。").ShouldBe("県としては");
        Drafts.Find("official-view", "講座を開催します。").ShouldBeEmpty();
    }

    private static CheckContext Private() => Drafts.Context(context => context with { Private = true });

    /// <summary>
    /// An illness is sensitive personal information (要配慮個人情報) and as heavy as any other personal data; what is said of illnesses in general
    /// is nobody's.
    /// </summary>
    [Theory]
    [InlineData("市民の佐藤花子さんは、がんで入院しています。")]
    [InlineData("講師の高橋一郎さんが脳梗塞を発症し、講座は中止します。")]
    [InlineData("鈴木さんはうつ病と診断され休職中です。")]
    [InlineData("田中太郎さん（72）は糖尿病のため入院しました。")]
    [InlineData("山田花子さんは療養中のため欠席します。")]
    [InlineData("受賞した伊藤さんは知的障害を持つ息子と暮らしています。")]
    [InlineData("渡辺様が新型コロナウイルスに感染したことが分かりました。")]
    public void A_named_persons_illness_is_as_heavy_as_other_personal_data(string text)
    {
        var finding = Drafts.Find("personal-data", text).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Checks.Severity.Block);
    }

    [Theory]
    [InlineData("講師は、糖尿病の専門医の山田太郎さんです。")]
    [InlineData("がん検診のお知らせ。講演は医師の佐藤さんです。")]
    [InlineData("認知症サポーター養成講座の講師は高橋さんです。")]
    [InlineData("入院患者を励ます演奏会に、歌手の田中さんが出演します。")]
    [InlineData("インフルエンザにかかったときは、早めに受診してください。")]
    [InlineData("退院した方の相談を受け付けます。")]
    public void An_illness_that_is_nobodys_is_no_personal_data(string text) =>
        Drafts.Find("personal-data", text).Where(finding => finding.Severity >= Checks.Severity.Block).ShouldBeEmpty();

    /// <summary>A venue elsewhere in the sentence does not excuse the address that stands beside a name.</summary>
    [Theory]
    [InlineData("図書館ボランティアの山田花子さん（本町3-2-1）が表彰されました。")]
    [InlineData("申込者は山田花子さん（星見市大字北原123）です。")]
    [InlineData("山田花子さん（中央三丁目二番）")]
    [InlineData("佐藤さんの部屋はメゾン青葉201です。")]
    [InlineData("氏名：山田花子　住所：本町3-2-1")]
    [InlineData("氏名：山田花子\n住所：本町3丁目2番1号")]
    [InlineData("公民館で活動する鈴木さん（東町5番地）を紹介します。")]
    public void A_home_address_beside_a_name_is_found(string text) =>
        Drafts.Find("personal-data", text).ShouldContain(finding => finding.Severity == Checks.Severity.Block);

    [Theory]
    [InlineData("講師：山田花子さん　会場：本町3-2-1 文化会館")]
    [InlineData("問い合わせは田中さん（本町3-2-1 田中商店）へ。")]
    [InlineData("会場は中央公民館（本町3-2-1）、講師は山田さんです。")]
    [InlineData("氏名・住所・電話番号を記入し、市役所（中央1-2-3）へ。")]
    [InlineData("申込先 〒399-9999 中央1-2-3 広報課 佐藤さん")]
    public void An_address_of_a_venue_is_nobodys_home(string text) =>
        Drafts.Find("personal-data", text).Where(finding => finding.Severity >= Checks.Severity.Block).ShouldBeEmpty();

    private static Severity Severity(string rule, string text, CheckContext? context = null) =>
        Drafts.Find(rule, text, context)[0].Severity;
}
