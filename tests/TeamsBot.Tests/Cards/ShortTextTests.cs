using TeamsBot.Cards;

namespace TeamsBot.Tests.Cards;

public sealed class ShortTextTests
{
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
