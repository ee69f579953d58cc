using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class AmbiguousRuleTests
{
    [Theory]
    [RuleOf("tochigi-4-2-2")]
    [InlineData("来週の土曜に開催", "来週の土曜")]
    [InlineData("近日公開", "近日")]
    [InlineData("行けなくはないです", "なくはない")]
    [InlineData("午後12時まで", "午後12時")]
    public void Words_two_readers_may_take_differently_are_quoted(string text, string quotes) =>
        Drafts.Quotes("ambiguous", text).ShouldBe(quotes);

    [Theory]
    [InlineData("10月17日(土)に開催")]
    [InlineData("来週の土曜日、11月28日に開催")]
    [InlineData("明日香村")]
    [InlineData("正午まで")]
    [InlineData("12時まで")]
    [InlineData("説明日")]
    public void Dated_words_are_left_alone(string text) => Drafts.Quotes("ambiguous", text).ShouldBe("");
}
