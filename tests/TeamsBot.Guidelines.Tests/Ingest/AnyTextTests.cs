using System.Text;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Ingest;

/// <summary>
/// Documents that make no sense: numbers in any order, half tables, broken characters. They are read or refused by name, and what is read
/// can be cited.
/// </summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "第1章 総則",
        "第２条　",
        "（目的）",
        "(1) ",
        "（２）",
        "① ",
        "② ",
        "ア ",
        "イ　",
        "ｱ ",
        "(ｱ) ",
        "・",
        "○",
        "■",
        "※",
        "※1 ",
        "※(1) ",
        "1. ",
        "1-1 ",
        "1.2.3 ",
        "Ⅰ ",
        "附則",
        "別表第１",
        "別紙",
        "【注意】",
        "〈例1〉",
        "Q1. ",
        "一 ",
        "二　",
        "a. ",
        "- ",
        "# ",
        "## ",
        "### ア ",
        "| a | b |",
        "|---|---|",
        "\t",
        "あ\tい\t",
        "",
        "",
        "\f",
        "- 3 -",
        "投稿は課長が決裁する。",
        "パスワード",
        "発信するときは、内容を確かめた上で、所属長の決裁を受けること",
        "2024年4月1日",
        "<p>",
        "</p>",
        "<li>x",
        "<table><tr><td>あ",
        "</table>",
        "\ud83d",
        "😀",
        "ﾊﾟｽﾜｰﾄﾞ",
        "   ",
        "令和6年4月1日",
        "注）",
        "参考：",
        "以下のとおり。",
        "「",
        "」",
    ];

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    public void Whatever_is_read_has_passages_inside_their_parents_and_quotations_inside_their_passages(string name)
    {
        var random = new Random(name.Length + name[^1]);
        for (var n = 0; n < 700; n++)
        {
            var text = new StringBuilder();
            for (var line = random.Next(1, 40); line > 0; line--)
            {
                for (var piece = random.Next(1, 4); piece > 0; piece--) text.Append(Pieces[random.Next(Pieces.Length)]);
                text.Append('\n');
            }

            GuidelineDocument document;
            try
            {
                document = Paths.Read(name, text.ToString());
            }
            catch (DocumentException refused)
            {
                refused.Message.ShouldStartWith(name);
                continue;
            }

            document.Passages.ShouldAllBe(
                passage => passage.Parent == null || (passage.Start >= passage.Parent.Start && passage.End <= passage.Parent.End),
                text.ToString()
            );
            foreach (var citation in new GuidelineAnswers(new GuidelineLibrary([document], [])).Ask("パスワードは誰が決裁する？").Citations)
                document.Passages.ShouldContain(passage =>
                    passage.Clause == citation.Clause && passage.Text.Contains(citation.Quote, StringComparison.Ordinal)
                );
        }
    }
}
