using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class FlameAndRightsTests
{
    [Theory]
    [InlineData("震災をネタにした漫才です。", "さ")]
    [InlineData("山の上の教団は素晴らしい人たちです。", "し")]
    [InlineData("あの歌手と俳優の熱愛報道に驚きました。", "す")]
    [InlineData("市長は無能です。", "せ")]
    [InlineData("テスト投稿です。", "そ")]
    [RuleOf("asaka-6-2-4")]
    public void A_theme_is_named_by_its_letter(string text, string letter)
    {
        Drafts
            .Find("flaming-theme", text)
            .ShouldContain(finding => finding.Severity >= Severity.Warn && finding.Message.Contains($"{letter}："));
        Drafts.Find("flaming-theme", "図書館の開館時間をお知らせします。").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-6-2-4-sa")]
    public void Joking_about_a_disaster_warns_and_an_official_notice_is_a_hint_at_most()
    {
        Find("地震で盛り上がろう！").ShouldContain(finding => finding.Severity == Severity.Warn && finding.Clauses.Contains("asaka-6-2-4-sa"));
        Find("地震に備えて、家具を固定しましょう。").ShouldAllBe(finding => finding.Severity == Severity.Hint);
    }

    [Fact]
    [RuleOf("asaka-6-2-4-shi")]
    public void A_creed_as_the_subject_warns_and_a_bus_stop_does_not()
    {
        foreach (var text in (string[])["信仰は力です。", "教団は安全です。", "右翼団体について"])
            Find(text).ShouldContain(finding => finding.Severity == Severity.Warn && finding.Clauses.Contains("asaka-6-2-4-shi"));
        Find("神社前バス停を移設します。").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-6-2-4-su")]
    public void Gossip_rivalry_and_spam_warn_and_a_sports_meeting_is_a_hint()
    {
        Find("巨人は弱いですね。").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Find("人気俳優の不倫報道").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Find("#朝霞 いい天気 #朝霞 おでかけ #朝霞").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Find("市民スポーツ大会の申込を受け付けます。").ShouldAllBe(finding => finding.Severity == Severity.Hint);
    }

    [Fact]
    [RuleOf("asaka-6-2-4-se")]
    public void Words_about_women_warn_and_an_official_scheme_is_marked_and_never_blocks()
    {
        Find("女性ならではの視点").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Find("お母さん向けの教室").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        var scheme = Find("パートナーシップ宣誓制度のご案内").ShouldHaveSingleItem();
        scheme.Severity.ShouldBe(Severity.Warn);
        scheme.Message.ShouldContain("公的な制度");
    }

    [Fact]
    [RuleOf("asaka-6-2-4-so")]
    public void An_unusual_account_or_a_test_text_blocks_and_asks_for_the_account_name()
    {
        var elsewhere = Drafts.Context(context => context with { UnusualAccount = true });
        var finding = Drafts.Find("flaming-theme", "講座のお知らせです。", elsewhere).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Block);
        finding.Suggestion!.ShouldContain("アカウント名を打ち直して");
        Find("テスト").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Drafts.Find("placeholder", "〇〇公園で開催します。").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
    }

    [Fact]
    [RuleOf("asaka-6-2-5")]
    public void Hurtful_words_warn_with_the_recommended_one_and_system_names_do_not()
    {
        Drafts.Find("rights-wording", "障害者なのに頑張る姿").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("rights-wording", "片親の家庭").ShouldHaveSingleItem().Replacement.ShouldBe("ひとり親");
        Drafts.Find("rights-wording", "外人の観光客").ShouldHaveSingleItem().Suggestion!.ShouldContain("外国人");
        Drafts.Find("rights-wording", "障害福祉課からのお知らせ").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("看護婦を募集します。", "看護師", Severity.Warn)]
    [InlineData("キーマンに聞きました。", "キーパーソン", Severity.Hint)]
    public void An_old_word_comes_with_the_one_of_today(string text, string instead, Severity weight)
    {
        var finding = Drafts.Find("rights-wording", text).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(weight);
        finding.Replacement.ShouldBe(instead);
    }

    [Fact]
    [RuleOf("asaka-3-2-3-2")]
    public void Where_reposts_carry_far_a_warning_weighs_one_step_more()
    {
        var policy = new CheckPolicy { RaisedMedia = [Medium.X] };
        const string Text = "看護婦を募集します。";
        Drafts
            .Find("rights-wording", Text, Drafts.Context(context => context with { Medium = Medium.Line, Policy = policy }))
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Warn);
        var raised = Drafts
            .Find("rights-wording", Text, Drafts.Context(context => context with { Medium = Medium.X, Policy = policy }))
            .ShouldHaveSingleItem();
        raised.Severity.ShouldBe(Severity.Block);
        raised.Message.ShouldContain("リポスト");
    }

    [Theory]
    [InlineData("flaming-theme", "女性ならではの視点で選びました。")]
    [InlineData("irreverent", "隣の市のしょぼいイルミネーションとは大違いです。")]
    [RuleOf("asaka-3-2-3-2", "asaka-6-2-4")]
    public void What_has_its_own_measure_weighs_the_same_on_every_medium(string rule, string text)
    {
        var policy = new CheckPolicy { RaisedMedia = [Medium.X] };
        var context = Drafts.Context(context => context with { Medium = Medium.X, Policy = policy });
        Drafts.Find(rule, text, context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
    }

    [Fact]
    public void A_day_of_mourning_is_a_hint_and_festive_words_on_it_a_warning()
    {
        var march11 = Drafts.Context(context =>
            context with
            {
                PlannedAt = new DateTimeOffset(2027, 3, 11, 10, 0, 0, TimeSpan.FromHours(9)),
            }
        );
        Drafts.Find("sensitive-date", "講座のお知らせです。", march11).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("sensitive-date", "春のセールで盛り上がろう🎉", march11).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("sensitive-date", "春のセールで盛り上がろう🎉").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_of_the_organisation_has_its_own_weight_advice_and_clause()
    {
        var day = new SensitiveDate(new TeamsBot.Checks.Dates.MonthDay(11, 20), "水害の日", "さ")
        {
            Severity = Severity.Block,
            Instead = "別の日にしてください。",
            Note = "追悼式があります。",
            Clauses = ["asaka-6-2-4-sa"],
        };
        var context = Drafts.Context(context =>
            context with
            {
                SensitiveDates = [day],
                PlannedAt = new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(9)),
            }
        );
        foreach (var text in (string[])["講座のお知らせです。", "セールで盛り上がろう🎉"])
        {
            var finding = Drafts.Find("sensitive-date", text, context).ShouldHaveSingleItem();
            (finding.Severity, finding.Suggestion).ShouldBe((Severity.Block, "別の日にしてください。"));
            finding.Message.ShouldEndWith("追悼式があります。");
            finding.Clauses.ShouldBe(["asaka-6-2-4-sa"]);
        }
    }

    [Fact]
    public void What_reviewers_dismissed_is_not_shown_again_but_a_block_is()
    {
        var dismissed = new DismissedPhrases([("flaming-theme", "女性ならではの"), ("rumour", "との噂")]);
        var context = Drafts.Context(with => with with { Dismissed = dismissed });
        Drafts.Find("flaming-theme", "女性ならではの視点", context).ShouldBeEmpty();
        Drafts.Find("rumour", "閉店するとの噂です。", context).ShouldHaveSingleItem();
    }

    [Fact]
    [RuleOf("private-3-1-3")]
    public void In_private_use_a_faith_as_the_subject_warns_and_a_church_as_a_place_is_a_hint()
    {
        var context = Drafts.Context(with => with with { Private = true });
        Drafts
            .Find("flaming-theme", "キリスト教について思うこと", context)
            .ShouldContain(finding => finding.Severity == Severity.Warn && finding.Clauses.Contains("asaka-6-2-4-shi"));
        Drafts.Find("flaming-theme", "共産党って何だろう", context).ShouldContain(finding => finding.Severity == Severity.Warn);
        Drafts.Find("flaming-theme", "教会でコンサート", context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
    }

    private static IReadOnlyList<Finding> Find(string text) => Drafts.Find("flaming-theme", text);
}
