using System.Globalization;
using System.Text;
using TeamsBot.Protocol.Inbound.Text;

namespace TeamsBot.Protocol.Tests.Inbound.Text;

/// <summary>HTML that nobody writes: measured before it is parsed, and the plain text stands alone.</summary>
public sealed class HostileHtmlTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { Repeat("<div>", 100_000), "deeply nested" },
        { Repeat("<b><p>", 10_000), "unclosed formatting, which a parser builds again at each paragraph" },
        { Repeat("<a href=x><table>", 5_000), "links and tables, adopted to and fro" },
        { new string('あ', 1_000_000), "a megabyte of text" },
        { Repeat("<br>", 30_000), "too many tags" },
        { "<p " + Repeat("a", 5_000), "a tag without an end" },
        { "<p " + string.Concat(Enumerable.Range(0, 2_000).Select(number => $"a{number} ")) + ">", "a tag of attributes" },
        { Repeat("<", 200_000), "nothing but brackets" },
        { Repeat("<svg/><math><mi>", 2_000), "foreign elements" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HTML_that_costs_more_than_a_message_is_not_parsed_and_the_text_stays(string html, string because)
    {
        HtmlLimits.Accepts(html).ShouldBeFalse(because);
        Written.Read("図書館から", html).ShouldBe("図書館から", because);
    }

    [Theory]
    [InlineData("<p>図書館から</p>")]
    [InlineData("<div><div><p>図書館から<br>二行目</p></div></div>")]
    [InlineData("<ul><li>一</li><li>二</li></ul>")]
    [InlineData("a < b > c")]
    public void What_people_write_is_parsed(string html) => HtmlLimits.Accepts(html).ShouldBeTrue();

    [Fact]
    public void A_long_message_of_many_lines_and_emoji_is_read_whole()
    {
        var html = new StringBuilder();
        var text = new StringBuilder();
        for (var line = 0; line < 400; line++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{line}行目です{Written.Emoji("1f338_cherryblossom", "🌸")}。</p>");
            text.Append(CultureInfo.InvariantCulture, $"{line}行目です。\n");
        }

        Written.Read(text.ToString(), html.ToString()).Split('\n').ShouldAllBe(line => line.EndsWith("行目です🌸。", StringComparison.Ordinal));
    }

    /// <summary>The comparison gives up after some places where the two part, however long they are.</summary>
    [Fact]
    public void HTML_about_something_else_is_left_alone()
    {
        var html =
            $"<p>{string.Concat(Enumerable.Range(0, 20_000).Select(number => (char)(0x4E00 + (number % 5_000))))}{Written.Emoji("x", "🌸")}"
                + $"</p>";
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(number => (char)(0x6E00 + (number % 4_999))));
        Written.Read(text, html).ShouldBe(text);
    }

    [Fact]
    public void Endless_tags_in_the_text_are_passed_once()
    {
        var text = Repeat("<at>", 50_000);
        Written.Read(text, null, Written.OfBot()).ShouldBe(text);
        Written.Read(Repeat("<quoted messageId=", 10_000), null, Written.OfBot()).Length.ShouldBeGreaterThan(0);
    }

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
