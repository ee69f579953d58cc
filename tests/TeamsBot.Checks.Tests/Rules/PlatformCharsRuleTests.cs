namespace TeamsBot.Checks.Tests.Rules;

public sealed class PlatformCharsRuleTests
{
    [Theory]
    [InlineData("㈱ほしみ", "㈱")]
    [InlineData("№1", "№")]
    [InlineData("㍻30年", "㍻")]
    [InlineData("①②③", "①②③")]
    [InlineData("ﾊﾟｿｺﾝ", "ﾊﾟｿｺﾝ")]
    [InlineData("第Ⅱ期", "Ⅱ")]
    public void A_character_that_readers_may_not_get_is_quoted(string text, string quotes) =>
        Drafts.Quotes("platform-chars", text).ShouldBe(quotes);

    [Theory]
    [InlineData("髙橋と山﨑")]
    [InlineData("１２３")]
    [InlineData("♪☆")]
    [InlineData("（株）")]
    public void Names_and_common_signs_are_left_alone(string text) => Drafts.Quotes("platform-chars", text).ShouldBe("");
}
