using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class PhoneFormRuleTests
{
    [Theory]
    [RuleOf("asaka-6-2-1c")]
    [InlineData("電話 048-463-111", "048-463-111")]
    [InlineData("048-463-11112", "048-463-11112")]
    [InlineData("０３－１２３４－５６７", "０３－１２３４－５６７")]
    [InlineData("090-1234-567", "090-1234-567")]
    [InlineData("080-1234-56789", "080-1234-56789")]
    [InlineData("0120-12-34567", "0120-12-34567")]
    [InlineData("0570-12-345", "0570-12-345")]
    [InlineData("050-1234-567", "050-1234-567")]
    [InlineData("(048)463-111", "(048)463-111")]
    [InlineData("電話048463111", "048463111")]
    [InlineData("TEL:48-463-1112", "48-463-1112")]
    [InlineData("00-1234-5678", "00-1234-5678")]
    [InlineData("0484-63-1112", "0484-63-1112")]
    [InlineData("048-46-31112", "048-46-31112")]
    [InlineData("O48-463-1112", "O48-463-1112")]
    [InlineData("05-1234-5678", "05-1234-5678")]
    [InlineData("0l20-123-456", "0l20-123-456")]
    [InlineData("窓口の新しい番号は 0265-22-34010 です", "0265-22-34010")]
    public void A_number_that_cannot_be_is_quoted(string text, string quotes) => Drafts.Quotes("phone-form", text).ShouldBe(quotes);

    [Theory]
    [InlineData("048-463-1112")]
    [InlineData("048(463)1112")]
    [InlineData("（048）463-1112")]
    [InlineData("03-1234-5678")]
    [InlineData("0465-12-3456")]
    [InlineData("04998-2-1234")]
    [InlineData("090-1234-5678")]
    [InlineData("050-1234-5678")]
    [InlineData("0120-123-456")]
    [InlineData("0800-123-4567")]
    [InlineData("0570-012-345")]
    [InlineData("110番、119番、188、#7119、#9110")]
    [InlineData("+81-48-463-1112")]
    [InlineData("048-463-1112～1114")]
    [InlineData("048-463-1112（内線2345）")]
    [InlineData("〒060-8588")]
    [InlineData("整理番号 012-345-678")]
    [InlineData("受付番号：01-2345-678")]
    [InlineData("2026-12-24")]
    [InlineData("口座番号 0123456")]
    [InlineData("https://www.example.lg.jp/048-463-111")]
    [InlineData("0歳～3歳")]
    [InlineData("048 463 1112")]
    public void Possible_numbers_and_other_figures_are_left_alone(string text) => Drafts.Quotes("phone-form", text).ShouldBe("");
}
