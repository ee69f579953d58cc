using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Tests;

/// <summary>What of a text stands above the second reviewer's ticks.</summary>
public sealed class TextFactsTests
{
    private static readonly CheckContext Context = new()
    {
        Now = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(9)),
        Organisation = new OrganisationProfile
        {
            Name = "星見市", Prefecture = "長野県", Address = "〒399-9999 長野県星見市中央1-2-3", Domains = ["city.hoshimi.lg.jp"],
            OfficialNames = ["星見市", "星見市立図書館", "図書館"],
            Phones = new Dictionary<string, string>(StringComparer.Ordinal) { ["星見市立図書館"] = "0269-00-3111" },
            Addresses = new Dictionary<string, string>(StringComparer.Ordinal) { ["星見市立図書館"] = "〒399-9998 長野県星見市本町4-5-6" },
        },
    };

    [Theory]
    [InlineData("12月5日(土)に開きます。", "Date 12月5日(土) WeekdayRight ")]
    [InlineData("12月5日(日)に開きます。", "Date 12月5日(日) WeekdayWrong 土")]
    [InlineData("12月6日に開きます。", "Date 12月6日 WeekdayUnsaid 日")]
    [InlineData("2月30日に開きます。", "Date 2月30日 WeekdayWrong ")]
    [InlineData("お問い合わせ：0269-00-3111", "Phone 0269-00-3111 Registered 星見市立図書館")]
    [InlineData("お問い合わせ：０２６９－００－３１１１", "Phone ０２６９－００－３１１１ Registered 星見市立図書館")]
    [InlineData("お問い合わせ：0269-00-9999", "Phone 0269-00-9999 Unregistered ")]
    [InlineData("会場：本町4-5-6", "Place 本町4-5-6 Registered 星見市立図書館")]
    [InlineData("会場：南町7-8-9", "Place 南町7-8-9 Unregistered ")]
    [InlineData("星見市立図書館で開きます。", "Name 星見市立図書館 OfficialName ")]
    [InlineData("https://www.city.hoshimi.lg.jp/library/", "Link https://www.city.hoshimi.lg.jp/library/ OwnSite www.city.hoshimi.lg.jp")]
    [InlineData("https://www.pref.nagano.lg.jp/a", "Link https://www.pref.nagano.lg.jp/a TrustedSite www.pref.nagano.lg.jp")]
    [InlineData("https://example.com/a", "Link https://example.com/a ForeignSite example.com")]
    [InlineData("図書館で開きます。", "")]
    [InlineData("市立図書館・市役所で配ります。", "")]
    [InlineData(
        "本の返却は図書館へ。星見市立図書館 0269-00-3111",
        "Phone 0269-00-3111 Registered 星見市立図書館|Name 星見市立図書館 OfficialName "
    )]
    [InlineData("よろしくお願いします。", "")]
    public void Each_fact_says_what_is_known_of_it(string text, string expected) =>
        string.Join('|', TextFacts.Of(text, Context).Select(fact => $"{fact.Kind} {fact.Quote} {fact.Verdict} {fact.Known}"))
            .ShouldBe(expected);

    /// <summary>Whatever the text does with its brackets, no line shows half of one.</summary>
    [Theory]
    [InlineData("（会場：本町4-5-6）")]
    [InlineData("会場（本町4-5-6（2階））")]
    [InlineData("お問い合わせ（電話（0269）00-3111）")]
    [InlineData("TEL(0269)00-3111")]
    [InlineData("「12月5日（土」に")]
    [InlineData("（12月5日(土)）から")]
    [InlineData("詳しくは（https://example.com/a）へ")]
    [InlineData("詳しくは「https://example.com/(a」へ")]
    [InlineData("「南町7-8-9」")]
    public void A_quote_keeps_its_brackets_whole(string text)
    {
        var facts = TextFacts.Of(text, Context);
        facts.ShouldNotBeEmpty();
        foreach (var quote in facts.Select(fact => fact.Quote).Concat(FactLine.Of(text).Select(line => line.Text)))
        {
            foreach (var pair in (string[])["「」", "（）", "()"])
                quote.Count(letter => letter == pair[0]).ShouldBe(quote.Count(letter => letter == pair[1]), quote);
        }
    }

    [Theory]
    [InlineData("a「本町」b", 1, 4, "「本町」")]
    [InlineData("a「本町」b", 1, 3, "本")]
    [InlineData("a「本町」b", 2, 5, "「本町」")]
    [InlineData("会館（本町」で", 0, 5, "会館")]
    [InlineData("「本町", 0, 3, "本町")]
    [InlineData("本町）に", 0, 3, "本町")]
    [InlineData("(2)本町", 0, 5, "(2)本町")]
    [InlineData("1）本町", 0, 4, "本町")]
    [InlineData("「5日（土」に", 0, 7, "5日")]
    [InlineData("「", 0, 1, "「")]
    public void Half_a_bracket_gets_its_other_half_or_goes(string text, int start, int end, string expected)
    {
        var span = Brackets.Balance(text, new Span(start, end));
        text[span.Start..span.End].ShouldBe(expected);
    }

    [Fact]
    public void Only_what_nobody_vouches_for_is_unknown()
    {
        var facts = TextFacts.Of("12月5日(土) 星見市立図書館 0269-00-3111 https://example.com/", Context);

        facts.Where(fact => !fact.IsKnown).ShouldHaveSingleItem().Kind.ShouldBe(TextFactKind.Link);
    }

    [Fact]
    public void A_list_of_numbers_is_bounded() =>
        TextFacts
            .Of(string.Join('\n', Enumerable.Range(0, 500).Select(at => $"0269-00-{at:0000}")), Context)
            .Count.ShouldBeLessThanOrEqualTo(TextFacts.MostOfOneKind * 2);
}
