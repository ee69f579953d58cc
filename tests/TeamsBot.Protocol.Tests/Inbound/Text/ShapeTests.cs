using FsCheck;
using FsCheck.Fluent;

namespace TeamsBot.Protocol.Tests.Inbound.Text;

/// <summary>
/// Blanks, tabs, indents and lines are the writer's; what Teams does to a text on the way is undone, and nothing else is done.
/// </summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("　図書館からのお知らせです。\n　二行目も字下げします。\n日時\t場所\n  ・上履き  と  水筒")]
    [InlineData("  半角の字下げ\n\tタブの字下げ")]
    [InlineData("行末の空白  \n次の行")]
    [InlineData("A   B\t\tC")]
    [InlineData("一行目\n\n\n四行目")]
    [InlineData("if (a < b && c > d) {\n    return \"x\";\n}")]
    [InlineData("R&D、Q&A、AT&T")]
    [InlineData("全角　　空白　の　並び")]
    public void What_was_typed_comes_back(string typed)
    {
        Written
            .Read(Escaped(typed), $"<p>{Escaped(typed).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")
            .ShouldBe(typed, "as Teams sends it");
        Written
            .Read(typed, $"<p>{Escaped(typed).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")
            .ShouldBe(typed, "from a client that escapes only the HTML");
        Written.Read(typed).ShouldBe(typed, "from a client without HTML");
    }

    [Theory]
    [InlineData("&amp; と書くと & になります")]
    [InlineData("&lt;b&gt; は太字")]
    [InlineData("空白は &nbsp; です")]
    [InlineData("&#x3042; と &hearts;")]
    [InlineData("&amp;amp;")]
    public void Entities_that_were_typed_stay_typed(string typed)
    {
        var html = $"<p>{Escaped(typed)}</p>";
        Written.Read(Escaped(typed), html).ShouldBe(typed, "as Teams sends it");
        Written.Read(typed, html).ShouldBe(typed, "from a client that escapes only the HTML");
    }

    [Theory]
    [InlineData("一行目\n\u00A0\n三行目", "一行目\n\n三行目", "the blank line of the editor")]
    [InlineData("A\u00A0\u00A0B", "A  B", "a run of blanks")]
    [InlineData("\r\n一覧\u00A0", "一覧", "around a pasted text")]
    [InlineData("一行目\r二行目\r\n三行目", "一行目\n二行目\n三行目", "line ends")]
    public void What_Teams_put_in_becomes_what_it_stands_for(string text, string expected, string because) =>
        Written.Read(text).ShouldBe(expected, because);

    [Fact]
    public void A_message_of_HTML_alone_keeps_its_lines()
    {
        Written
            .Read(
                null,
                "<p>一行目</p>\n<p>&nbsp;</p>\n<p>　三行目<br>四行目</p><ol><li>上履き</li><li>水筒</li></ol><table><tr><td>日時</td><td>場所</td></tr></table"
                    + "><pre>a\n  b</pre>"
            )
            .ShouldBe("一行目\n\n　三行目\n四行目\n1. 上履き\n2. 水筒\n日時\t場所\na\n  b");
        var marked = Written.Message("<p>一行目</p><p>二行目</p>");
        marked["textFormat"] = "xml";
        Written.Turn(marked).Text.ShouldBe("一行目\n二行目");
    }

    private static readonly string[] Scraps =
    [
        "図書館",
        " ",
        "  ",
        "　",
        "\n",
        "\n\n",
        "\t",
        "&",
        "&amp;",
        "&lt;",
        "<",
        ">",
        "<b>",
        "</p>",
        "<at>",
        "</at>",
        "<quoted/>",
        "R&D",
        "🌸",
        "👨‍👩‍👧",
        "𠮷",
        "が",
        "か\u3099",
        "12月7日(月)",
        "https://a.jp/?b=1&c=2",
        "#タグ",
        "@田中",
        "・",
        "\"",
        "'",
        "A",
        "1",
        "。",
    ];

    /// <summary>Plain text as a person types it: no control characters, no no-break blanks, nothing blank at its ends.</summary>
    private static readonly Arbitrary<string> Typed = Gen.OneOf(
            Gen.Elements(Scraps).ListOf().Select(parts => string.Concat(parts)),
            ArbMap
                .Default.GeneratorFor<string>()
                .Select(text =>
                    string.Concat(
                        (text ?? "").Where(letter => letter is '\n' or '\t' || (!char.IsControl(letter) && !char.IsSurrogate(letter)))
                    )
                )
        )
        .Select(text => text.Replace('\u00A0', ' ').ReplaceLineEndings("\n").TrimEnd())
        .Where(text => text.Length > 0 && !string.IsNullOrWhiteSpace(text.Split('\n')[0]))
        .ToArbitrary();

    [Fact]
    public void Whatever_is_typed_comes_back_unchanged() => Prop.ForAll(Typed, typed =>
    {
        var html = $"<p>{Escaped(typed).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";
        return Written.Read(Escaped(typed), html) == typed && Written.Read(typed, html) == typed;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void An_emoji_anywhere_adds_itself_and_changes_nothing_else() => Prop.ForAll(Typed, typed =>
    {
        var at = typed.Length / 2;
        while (at > 0 && (char.IsLowSurrogate(typed[at]) || typed[at] is '\u200d' or '\u3099')) at--;
        var html = $"<p>{Escaped(typed[..at])}{Written.Emoji("1f338_cherryblossom", "🌸")}{Escaped(typed[at..])}</p>".Replace(
            "\n",
            "<br>",
            StringComparison.Ordinal
        );
        var read = Written.Read(Escaped(typed), html);
        return Visible(read) == Visible(typed[..at] + "🌸" + typed[at..]);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static string Visible(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
