using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class UrlFormRuleTests
{
    [Theory]
    [RuleOf("yamaguchi-6-3")]
    [InlineData("http:/www.city.example.lg.jp/", "http:/www.city.example.lg.jp/")]
    [InlineData("https//www.city.example.lg.jp/", "https//www.city.example.lg.jp/")]
    [InlineData("ttps://www.city.example.lg.jp/", "ttps://www.city.example.lg.jp/")]
    [InlineData("https:// www.city.example.lg.jp/", "https:// www.city.example.lg.jp/")]
    [InlineData("ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｅｘａｍｐｌｅ．ｌｇ．ｊｐ／", "ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｅｘａｍｐｌｅ．ｌｇ．ｊｐ／")]
    [InlineData("https://www.city.example.lg.j/a", "https://www.city.example.lg.j/a")]
    [InlineData("Facebookはこちら https://www.instagram.com/a", "https://www.instagram.com/a")]
    public void A_link_that_will_not_work_is_quoted(string text, string quotes) => Drafts.Quotes("url-form", text).ShouldBe(quotes);

    [Theory]
    [InlineData("https://www.city.example.lg.jp/a.html")]
    [InlineData("（https://www.city.example.lg.jp/）")]
    [InlineData("詳細はhttps://www.city.example.lg.jp/をご覧ください")]
    [InlineData("Instagramはこちら https://www.instagram.com/a")]
    [InlineData("koho@city.example.lg.jp")]
    public void Working_links_are_left_alone(string text) => Drafts.Quotes("url-form", text).ShouldBe("");

    [Fact]
    public void A_full_width_link_is_repaired_in_one_tap() =>
        Drafts
            .Find("url-form", "ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｅｘａｍｐｌｅ．ｌｇ．ｊｐ／")
            .ShouldHaveSingleItem()
            .Replacement.ShouldBe("https://www.city.example.lg.jp/");
}
