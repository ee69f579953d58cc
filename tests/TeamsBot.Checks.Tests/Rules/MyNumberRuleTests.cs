using TeamsBot.Tests;
using TeamsBot.Checks.Rules;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class MyNumberRuleTests
{
    [Theory]
    [InlineData("123456789018", true)]
    [InlineData("123456789012", false)]
    [InlineData("000000000000", false)]
    [InlineData("1234567890180", false)]
    public void The_check_digit_decides(string digits, bool valid) => MyNumberRule.IsIndividualNumber(digits).ShouldBe(valid);

    [Fact]
    public void Every_wrong_last_digit_is_refused() =>
        Enumerable.Range(0, 10).Count(last => MyNumberRule.IsIndividualNumber($"98765432109{last}")).ShouldBe(1);

    [Fact]
    [RuleOf("asaka-5-3-9")]
    public void An_individual_number_stops_the_draft_and_a_name_with_an_address_blocks_it()
    {
        Drafts.Find("my-number", "個人番号は 1234-5678-9018 です。").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Stop);
        Drafts.Find("personal-data", "本町9-9-9の小林次郎さん宅").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Drafts.Find("my-number", "法人番号 1123456789018").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("マイナンバー　1234-5678-9012の方は窓口へお越しください。", Severity.Warn)]
    [InlineData("個人番号（123456789012）を確認しました。", Severity.Warn)]
    [InlineData("My Number 1234 5678 9012 was found.", Severity.Warn)]
    [InlineData("マイナンバーカードの受付番号 123456789012 の方をお呼びします。", null)]
    [InlineData("マイナンバーの問合せは 0120-95-0178 です。", null)]
    [InlineData("整理券は 1234-5678-9012 です。", null)]
    public void Twelve_digits_called_an_individual_number_are_asked_about(string text, Severity? severity) =>
        Drafts.Find("my-number", text).Select(finding => (Severity?)finding.Severity).SingleOrDefault().ShouldBe(severity);

    [Theory]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("4111 1111 1111 1112", false)]
    [InlineData("378282246310005", true)]
    [InlineData("9784101010014000", false)]
    public void A_card_number_needs_a_brand_and_the_luhn_digit(string digits, bool found) =>
        Drafts.Find("card-number", $"番号は {digits} です。").Count.ShouldBe(found ? 1 : 0);
}
