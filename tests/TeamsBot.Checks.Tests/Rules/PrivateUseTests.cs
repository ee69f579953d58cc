using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class PrivateUseTests
{
    [Theory]
    [InlineData("今日はいい天気", 14, 0)]
    [InlineData("今日はいい天気", 23, 1)]
    [InlineData("今日はいい天気", 4, 1)]
    [InlineData("本当に腹が立つ", 14, 1)]
    [RuleOf("private-2-1-1")]
    public void Anger_or_night_asks_for_ten_minutes(string text, int hour, int count) =>
        Drafts
            .Find(
                "cool-off",
                text,
                Private(context => context with { Now = new DateTimeOffset(2026, 11, 20, hour, 30, 0, TimeSpan.FromHours(9)) })
            )
            .Count.ShouldBe(count);

    [Fact]
    [RuleOf("private-2-1-3")]
    public void A_limited_audience_lowers_nothing_and_says_why()
    {
        const string Text = "今夜 渋谷で 監督と";
        var all = ContentChecker.Check(Text, Private());
        var friends = ContentChecker.Check(
            Text,
            Private(context => context with { PrivateUse = new PrivateUse { LimitedAudience = true } })
        );
        friends
            .Where(finding => finding.RuleId != "limited-audience")
            .Select(finding => (finding.RuleId, finding.Severity))
            .ShouldBe(all.Select(finding => (finding.RuleId, finding.Severity)));
        friends.Count.ShouldBe(all.Count + 1);
    }

    [Fact]
    [RuleOf("private-2-1-4")]
    public void A_half_that_is_harmful_alone_is_quoted()
    {
        Drafts.Quotes("cut-out", "この店は最低、と言う人もいるが私は好き", Private()).ShouldBe("この店は最低");
        Drafts.Find("cut-out", "この店が好き。また行きたい。", Private()).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("private-2-1-5")]
    public void Words_of_the_trace_list_are_all_listed()
    {
        var context = Private(with => with with { PrivateUse = new PrivateUse { TraceWords = ["星空プロ", "月影スタジオ"] } });
        Drafts.Quotes("trace-affiliation", "星空プロの先輩と月影スタジオへ", context).ShouldBe("星空プロ | 月影スタジオ");
        Drafts.Find("trace-affiliation", "先輩と出かけた", context).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("今夜 渋谷で 監督と", 1)]
    [InlineData("渋谷のカレーがおいしい", 0)]
    [InlineData("カレーがおいしい", 0)]
    [RuleOf("private-2-2-1a")]
    public void Two_kinds_of_fragment_make_a_mosaic(string text, int count)
    {
        var findings = Drafts.Find("mosaic", text, Private());
        findings.Count.ShouldBe(count);
        if (count > 0) findings[0].Message.ShouldContain("場所「渋谷」");
    }

    [Fact]
    [RuleOf("private-2-2-1b")]
    public void The_third_hint_on_a_theme_weighs_more_for_those_who_opted_in()
    {
        const string Text = "教会でコンサート";
        Drafts.Find("accumulated-theme", Text, Private()).ShouldBeEmpty();
        var opted = Private(with =>
            with with
            {
                PrivateUse = new PrivateUse { RecentThemes = new Dictionary<string, int>(StringComparer.Ordinal) { ["し"] = 2 } },
            }
        );
        var finding = Drafts.Find("accumulated-theme", Text, opted).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("3回目");
    }

    [Fact]
    [RuleOf("private-2-2-2")]
    public void A_handle_beside_a_negative_word_warns_and_the_word_alone_does_not()
    {
        Drafts.Quotes("named-attack", "@someone は本当に最低", Private()).ShouldBe("@someone は本当に最低");
        Drafts.Find("named-attack", "今日の天気は本当に最低", Private()).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("private-3-1-4a", "private-3-1-4b")]
    public void Without_consent_the_answer_is_do_not_post_and_with_it_personal_data_is_a_hint()
    {
        const string Text = "3年2組 高橋さんの家に行った";
        CheckContext With(ConsentAnswer answer) => Private(context => context with { PrivateUse = new PrivateUse { Consent = answer } });
        Drafts.Find("consent", Text, With(ConsentAnswer.NotAsked)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("personal-data", Text, With(ConsentAnswer.NotAsked)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("consent", Text, With(ConsentAnswer.Refused)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Stop);
        Drafts.Find("consent", Text, With(ConsentAnswer.NoAnswer)).ShouldHaveSingleItem().Message.ShouldContain("投稿しないでください");
        Drafts.Find("consent", Text, With(ConsentAnswer.Given)).ShouldBeEmpty();
        // The clause says "consent or the like": who cannot be recognised in the picture need not be asked, who is named in the text must.
        Drafts.Find("consent", Text, With(ConsentAnswer.Unrecognisable)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Stop);
        var blurred = Private(context =>
            context with { PrivateUse = new PrivateUse { PhotoOfOthers = true, Consent = ConsentAnswer.Unrecognisable } }
        );
        Drafts.Find("consent", "公園の桜がきれいでした。", blurred).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("personal-data", Text, With(ConsentAnswer.Given)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
    }

    [Fact]
    public void Private_use_weighs_nothing_above_a_warning_but_a_secret()
    {
        Drafts.Find("irreverent", "お前ら黙れ！", Private()).ShouldAllBe(finding => finding.Severity <= Severity.Warn);
        Drafts.Find("credential", "PW: abC!9xyz", Private()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Stop);
        foreach (var rule in (string[])["cool-off", "mosaic", "trace-affiliation", "consent"])
            Drafts.Find(rule, "今夜 渋谷で 監督と。腹が立つ").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("private-3-4-3", "yamaguchi-3-3")]
    public void A_secret_is_masked_and_never_repeated()
    {
        var masked = CredentialMask.Mask("PW: abC!9xyz です。認証コードは482915です");
        masked.Seen.ShouldBeTrue();
        masked.Text.ShouldBe($"PW: {CredentialMask.Hidden} です。認証コードは{CredentialMask.Hidden}です");
        Drafts.Find("credential", "PW: abC!9xyz").ShouldHaveSingleItem().Message.ShouldNotContain("abC!9xyz");
        CredentialMask.Mask("パスワードは10文字以上にしてください。").ShouldBe(new MaskedText("パスワードは10文字以上にしてください。", false));
    }

    private static CheckContext Private(Func<CheckContext, CheckContext>? with = null) =>
        Drafts.Context(context => (with ?? (same => same))(context with { Private = true }));
}
