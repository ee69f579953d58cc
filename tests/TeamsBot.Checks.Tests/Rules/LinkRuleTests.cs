using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

/// <summary>The rules about where a draft leads its readers.</summary>
public sealed class LinkRuleTests
{
    private static readonly CheckContext Context = Drafts.Context(context => context with
    {
        Organisation = new OrganisationProfile
        {
            Name = "星見市",
            Domains = ["city.hoshimi.lg.jp"],
            Accounts = ["@hoshimi_city"],
            TrustedDomains = ["hoshimi-kanko.jp"],
        },
    });

    [Theory]
    [RuleOf("yamaguchi-4-1-3")]
    [InlineData("こちら https://bit.ly/3AbCd", "https://bit.ly/3AbCd")]
    [InlineData("tinyurl.com/abc", "tinyurl.com/abc")]
    [InlineData("ｈｔｔｐｓ：／／ｘ．ｇｄ／ａｂｃ", "ｈｔｔｐｓ：／／ｘ．ｇｄ／ａｂｃ")]
    [InlineData("https://www.city.hoshimi.lg.jp/bit.ly/", "")]
    public void A_short_link_is_warned_and_the_full_own_one_is_not(string text, string quotes) =>
        Drafts.Quotes("short-url", text, Context).ShouldBe(quotes);

    [Theory]
    [RuleOf("tochigi-6-1-3", "yamaguchi-4-1-4")]
    [InlineData("https://www.example.com/news", "https://www.example.com/news", Severity.Warn)]
    [InlineData("www.example.co.jp をご覧ください", "www.example.co.jp", Severity.Warn)]
    [InlineData("RT @somebody: すてきです", "RT @somebody", Severity.Warn)]
    [InlineData("北野新聞の記事によると、駅前に店ができます", "北野新聞の記事によると", Severity.Warn)]
    [InlineData("https://x.com/somebody/status/1", "https://x.com/somebody/status/1", Severity.Warn)]
    [InlineData("https://www.mhlw.go.jp/a", "https://www.mhlw.go.jp/a", Severity.Hint)]
    [InlineData("https://www.pref.nagano.lg.jp/", "https://www.pref.nagano.lg.jp/", Severity.Hint)]
    [InlineData("https://logoform.jp/form/abc", "https://logoform.jp/form/abc", Severity.Hint)]
    public void A_strangers_link_is_warned_and_a_public_one_only_mentioned(string text, string quotes, Severity severity)
    {
        Drafts.Quotes("third-party-endorse", text, Context).ShouldBe(quotes);
        Drafts.Find("third-party-endorse", text, Context).ShouldAllBe(finding => finding.Severity == severity);
    }

    [Theory]
    [InlineData("https://www.city.hoshimi.lg.jp/a")]
    [InlineData("https://library.city.hoshimi.lg.jp/")]
    [InlineData("https://x.com/hoshimi_city/status/1")]
    [InlineData("https://www.hoshimi-kanko.jp/")]
    [InlineData("koho@city.hoshimi.lg.jp、info@example.com")]
    [InlineData("ver.2.0をリリース。申込書.zip")]
    [InlineData("気象庁によると大雪の見込みです。新聞やニュースで確認してください")]
    public void Own_and_trusted_links_and_mail_are_left_alone(string text) =>
        Drafts.Quotes("third-party-endorse", text, Context).ShouldBe("");

    [Theory]
    [RuleOf("ward-4-12", "yamaguchi-3-2")]
    [InlineData("2", "2", "断水のお知らせ", true)]
    [InlineData("2", "2", "断水のお知らせ https://www.city.hoshimi.lg.jp/a", false)]
    [InlineData("2", "1", "断水のお知らせ", false)]
    [InlineData("1,2", "1", "断水のお知らせ https://news.example.com/", true)]
    [InlineData("2", "２", "断水のお知らせ", true)]
    public void Information_of_a_mirrored_class_needs_a_link_to_the_own_site(string labels, string label, string text, bool warned) =>
        Drafts
            .Find(
                "mirror-url",
                text,
                Context with
                {
                    Availability = label,
                    Policy = new CheckPolicy { MirrorLabels = labels.Split(',') },
                }
            )
            .Count.ShouldBe(warned ? 1 : 0);

    [Fact]
    [RuleOf("ward-4-12", "yamaguchi-3-2")]
    public void A_pack_can_make_the_missing_link_hold_the_draft_back()
    {
        var policy = new CheckPolicy
        {
            Pack = "ward",
            MirrorLabels = ["2"],
            Rules = new Dictionary<string, RuleSetting> { ["mirror-url"] = new(Severity: Severity.Block) },
        };

        var finding = Drafts.Find("mirror-url", "断水のお知らせ", Context with { Availability = "2", Policy = policy }).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Block);
        finding.Clauses.ShouldBe(["ward-4-12"]);
    }

    [Theory]
    [RuleOf("asaka-3-2-3-4", "tochigi-4-1-2")]
    [InlineData("催しを行います", 1)]
    [InlineData("催しを行います https://www.city.hoshimi.lg.jp/a", 0)]
    public void A_post_without_a_link_home_gets_advice(string text, int count)
    {
        var found = Drafts.Find("link-home", text, Context);
        found.Count.ShouldBe(count);
        found.ShouldAllBe(finding => finding.Severity == Severity.Hint);
    }

    [Fact]
    [RuleOf("asaka-annex-6")]
    public void A_link_of_another_medium_than_the_one_named_holds_the_draft_back() =>
        Drafts
            .Find("url-form", "X(旧Twitter)はこちら https://www.facebook.com/hoshimi", Context)
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Block);

    [Fact]
    public void A_host_that_is_nearly_the_own_one_is_called()
    {
        Drafts.Quotes("url-form", "https://www.city.hoshlmi.lg.jp/a", Context).ShouldBe("https://www.city.hoshlmi.lg.jp/a");
        Drafts.Quotes("url-form", "https://www.city.hoshino.lg.jp/a", Context).ShouldBe("");
    }
}
