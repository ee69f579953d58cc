using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

/// <summary>Advice for each medium; nothing here but an Instagram post without an image holds a draft back.</summary>
public sealed class MediumFitRuleTests
{
    [Fact]
    [RuleOf("asaka-3-3-3-1", "asaka-3-3-3-4")]
    public void Instagram_needs_an_image_and_likes_several()
    {
        Find("fit-instagram", "紅葉", Medium.Instagram, images: 0).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Find("fit-instagram", "紅葉", Medium.Instagram, images: 1).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Find("fit-instagram", "紅葉", Medium.Instagram, images: 2).ShouldBeEmpty();
        Find("fit-instagram", "紅葉", Medium.Instagram, images: null).ShouldBeEmpty();
        Find("fit-instagram", "紅葉", Medium.X, images: 0).ShouldBeEmpty();
    }

    [Theory]
    [RuleOf("asaka-3-3-3-2")]
    [InlineData("紅葉が見頃です", 1)]
    [InlineData("紅葉が見頃です #星見市 #紅葉 #秋", 0)]
    [InlineData("紅葉が見頃です ＃紅葉", 0)]
    [InlineData("背番号は# です", 1)]
    [InlineData("https://www.example.jp/#top", 1)]
    public void Instagram_without_a_hashtag_gets_advice(string text, int count) =>
        Find("fit-instagram-hashtag", text, Medium.Instagram, 2).Count.ShouldBe(count);

    [Fact]
    [RuleOf("asaka-3-1-3-3")]
    public void Facebook_likes_short_texts_with_a_photo()
    {
        Find("fit-facebook", new string('あ', 201), Medium.Facebook, 1).ShouldHaveSingleItem().Message.ShouldContain("201字");
        Find("fit-facebook", "短い文", Medium.Facebook, 0).ShouldHaveSingleItem().Message.ShouldContain("画像");
        Find("fit-facebook", "短い文", Medium.Facebook, 1).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-3-2-3-3")]
    public void A_far_off_event_on_X_asks_why_now()
    {
        var far = Drafts.Context(context =>
            context with
            {
                Event = new EventInfo(EventKind.NoApplication) { Date = new DateOnly(2027, 2, 20) },
            }
        );

        Drafts.Find("fit-x", "星見マラソンのお知らせ", far).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("fit-x", "本日から星見マラソンの受付を開始しました", far).ShouldBeEmpty();
        Drafts.Find("fit-x", "星見マラソンのお知らせ", far with { Event = far.Event! with { Date = new DateOnly(2026, 12, 5) } }).ShouldBeEmpty();
    }

    [Theory]
    [RuleOf("tochigi-4-2-3", "tochigi-5-3-2")]
    [InlineData("12月5日(土)10時、12月6日(日)13時に行います", 1)]
    [InlineData("12月5日(土)10時、12月6日(日)13時に行います https://www.example.jp/", 0)]
    [InlineData("12月5日(土)10時に行います", 0)]
    public void Complicated_matter_without_a_page_gets_advice(string text, int count) =>
        Find("summary-link", text, Medium.X, null).Count.ShouldBe(count);

    [Theory]
    [RuleOf("asaka-7-1-ex2-1")]
    [InlineData("親子教室の参加者を募集します。", "申込方法・申込期限・問合せ先")]
    [InlineData("親子教室の参加者を募集します。電話で12月1日(火)までに健康課へ。0265-22-3403", "")]
    [InlineData("親子教室の参加者を募集します。https://www.example.jp/", "")]
    [InlineData("親子教室は定員に達したため受付を終了しました。", "")]
    public void A_call_for_applications_names_method_deadline_and_contact(string text, string missing)
    {
        var found = Find("apply-info", text, Medium.Facebook, null);
        found.Count.ShouldBe(missing.Length > 0 ? 1 : 0);
        if (missing.Length > 0) found[0].Message.ShouldContain(missing);
    }

    [Fact]
    public void A_bracket_left_open_gets_advice()
    {
        Drafts.Quotes("brackets", "「秋のまつり【お知らせ】").ShouldBe("「");
        Drafts.Quotes("brackets", "秋のまつり」").ShouldBe("」");
        Drafts.Quotes("brackets", "「秋の『まつり』」(1) a)").ShouldBe("");
    }

    private static IReadOnlyList<Finding> Find(string rule, string text, Medium medium, int? images) =>
        Drafts.Find(rule, text, Drafts.Context(context => context with { Medium = medium, Images = images }));
}
