namespace TeamsBot.Checks.Tests.Rules;

public sealed class PostalFormRuleTests
{
    [Theory]
    [InlineData("〒351-850 朝霞市", "〒351-850")]
    [InlineData("〒35-18501", "〒35-18501")]
    [InlineData("〒351-85011", "〒351-85011")]
    [InlineData("〒３５１－８５０", "〒３５１－８５０")]
    [InlineData("郵便番号 351850", "郵便番号 351850")]
    public void A_code_of_another_length_is_quoted(string text, string quotes) => Drafts.Quotes("postal-form", text).ShouldBe(quotes);

    [Theory]
    [InlineData("〒351-8501")]
    [InlineData("〒3518501")]
    [InlineData("〒351ー8501")]
    [InlineData("〒 351-8501")]
    [InlineData("郵便番号をご記入ください")]
    public void Codes_of_seven_digits_are_left_alone(string text) => Drafts.Quotes("postal-form", text).ShouldBe("");
}
