using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Tests.Cards;

/// <summary>What comes from a card's fields: cut, without secrets, and a choice only by its name.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("  庁舎の停電 ", 40, "庁舎の停電")]
    [InlineData("あいうえお", 3, "あいう")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("パスワードは Himitsu#2026 です", 40, "パスワードは ●●●●●● です")]
    [InlineData("暗証番号は4821", 9, "暗証番号は●●●●")]
    public void It_is_cut_to_its_place_and_keeps_no_secret(string typed, int most, string kept) => TypedText.Of(typed, most).ShouldBe(kept);

    [Theory]
    [InlineData("観光課", "観光課")]
    [InlineData("観光課\n本文が続きます", "観光課 本文が続きます")]
    [InlineData("0123456789012345678901234パスワードは Himitsu#2026 です", "0123456789012345678901234パスワード…")]
    [InlineData("12345678901234567890パスワードは Himitsu#2026 です", "12345678901234567890パスワードは ●●●…")]
    public void A_quotation_is_short_and_keeps_no_part_of_a_secret(string typed, string quoted) => TypedText.Quote(typed).ShouldBe(quoted);

    [Theory]
    [InlineData("Approve", "Approve")]
    [InlineData("Reject", "Reject")]
    [InlineData("approve", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("7", null)]
    [InlineData("", null)]
    [InlineData(" Approve", null)]
    [InlineData("Approve,Reject", null)]
    public void A_choice_is_named_in_full_or_is_none(string written, string? chosen) =>
        (Chosen.Of<Decision>(written)?.ToString()).ShouldBe(chosen);
}
