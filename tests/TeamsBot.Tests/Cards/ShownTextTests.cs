using TeamsBot.Approvals.Cards;
using TeamsBot.Cards;
using AdaptiveCards;

namespace TeamsBot.Tests.Cards;

/// <summary>A text stands on its card as it will in public: blanks, tabs and empty lines keep their place.</summary>
public sealed class ShownTextTests
{
    [Theory]
    [InlineData("", "\u00A0")]
    [InlineData("一行目", "一行目")]
    [InlineData("a b", "a b")]
    [InlineData("a  b", "a\u00A0 b")]
    [InlineData("a   b", "a\u00A0\u00A0 b")]
    [InlineData("  字下げ", "\u00A0 字下げ")]
    [InlineData(" 字下げ", "\u00A0字下げ")]
    [InlineData("末尾 ", "末尾\u00A0")]
    [InlineData("日時\t場所", "日時\u00A0\u00A0\u00A0\u00A0場所")]
    [InlineData("\t・上履き", "\u00A0\u00A0\u00A0\u00A0・上履き")]
    [InlineData("　全角の字下げ", "　全角の字下げ")]
    [InlineData("　", "　")]
    [InlineData(" ", "\u00A0")]
    [InlineData("a \tb", "a\u00A0\u00A0\u00A0\u00A0\u00A0b")]
    [InlineData("𠮷野家  😀", "𠮷野家\u00A0 😀")]
    public void Blanks_of_a_line_are_drawn(string line, string shown) => ShownText.Of(line).ShouldBe(shown);

    [Theory]
    [InlineData("一行目\n\n\n四行目", 4)]
    [InlineData("\n先頭が空行", 2)]
    [InlineData("末尾が空行\n", 2)]
    [InlineData("一行目\n \n三行目", 3)]
    [InlineData("一行目\n\t\n三行目", 3)]
    [InlineData("一行目\n　\n三行目", 3)]
    public void Every_line_has_something_that_gives_it_height(string text, int lines)
    {
        var drawn = MarkedText.Lines(text, []).OfType<AdaptiveRichTextBlock>().ToList();

        drawn.Count.ShouldBe(lines);
        drawn.ShouldAllBe(line => string.Concat(line.Inlines.OfType<AdaptiveTextRun>().Select(run => run.Text)).Trim(' ').Length > 0);
    }
}
