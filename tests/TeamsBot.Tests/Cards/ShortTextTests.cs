using TeamsBot.Cards;

namespace TeamsBot.Tests.Cards;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("一行目\n二行目\n三行目", 8, new[] { "一行目\n二行目", "三行目" })]
    [InlineData("あいうえお", 2, new[] { "あい", "うえ", "お" })]
    [InlineData("あ😀い", 2, new[] { "あ", "😀", "い" })]
    [InlineData("短い", 9, new[] { "短い" })]
    public void A_text_is_parted_at_its_lines_and_never_within_a_character(string text, int length, string[] parts) =>
        ShortText.Parts(text, length).ShouldBe(parts);

    [Theory]
    [InlineData("あいう", 3, "あいう")]
    [InlineData("あいう", 2, "あい")]
    [InlineData("あ𠮷う", 2, "あ")]
    [InlineData("あ𠮷う", 3, "あ𠮷")]
    public void A_cut_never_parts_a_character(string text, int length, string expected) => ShortText.Cut(text, length).ShouldBe(expected);

    [Fact]
    public void What_was_cut_ends_in_an_ellipsis_and_what_fits_does_not()
    {
        ShortText.Shorten("あいう", 2).ShouldBe("あい…");
        ShortText.Shorten("あいう", 3).ShouldBe("あいう");
    }
}
