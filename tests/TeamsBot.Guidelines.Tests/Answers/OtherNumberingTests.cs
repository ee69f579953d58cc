using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;
using TeamsBot.Tests.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>
/// Guidelines of organisations without a pack, numbered in other ways than the five: a Word rule in 章, 節, 条 and 項 with a schedule, and a
/// web page in 1.1.1 with questions and answers and a table. Both are made up. They are read, cited and asked from their text alone; at
/// first sight 0.73 and 0.80 of the questions were answered from the right clause and all from outside refused.
/// </summary>
public sealed class OtherNumberingTests
{
    private static readonly GuidelineDocument Rule = GuidelineFile.Read(
        "shirakaba-rule.docx",
        WordFiles.OfLines(File.ReadAllLines(FileOf("shirakaba-rule.txt")))
    );

    private static readonly GuidelineDocument Guide = GuidelineFile.Read(
        "minato-guide.html",
        File.ReadAllBytes(FileOf("minato-guide.html"))
    );

    [Fact]
    public void Chapters_sections_articles_and_paragraphs_are_cited_as_printed()
    {
        Rule.Title.ShouldBe("白樺県公式ソーシャルメディア運用規程");
        Paths.TextOf(Rule, "第２章第１節第５条２").ShouldStartWith("２　前項の届には");
        Paths.TextOf(Rule, "第３章第13条(4)").ShouldBe("(4)　真偽の明らかでない情報");
        Paths.TextOf(Rule, "附則").ShouldContain("施行する");
        Rule.Passages.ShouldContain(passage =>
            passage.Clause.StartsWith("別表", StringComparison.Ordinal) && passage.Text.Contains("県の見解\t部長", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Decimal_headings_and_questions_of_a_page_are_cited_as_printed()
    {
        Guide.Title.ShouldBe("みなと市職員のためのSNS発信ガイドブック");
        Paths.TextOf(Guide, "2.1.2").ShouldContain("運営メモを作り");
        Paths.TextOf(Guide, "4Q2").ShouldContain("A2 一人で返事をせず");
        Guide.Text.ShouldNotContain("組織から探す");
        Guide.Passages.ShouldContain(passage => passage.Text.Contains("Instagram\t子育て世代\t写真で魅せる", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shirakaba-rule", 0.85)]
    [InlineData("minato-guide", 0.85)]
    public void Most_questions_are_answered_from_the_right_clause_and_word_for_word(string name, double share)
    {
        var document = name == "minato-guide" ? Guide : Rule;
        var answers = new GuidelineAnswers(new GuidelineLibrary([document], []));
        var rows = Rows(name).Where(row => row[1] != "out").ToList();
        var missed = new List<string>();
        foreach (var row in rows)
        {
            var answer = answers.Ask(row[2]);
            if (answer.Citations is not [var first, ..] || !first.Clause.StartsWith(row[3], StringComparison.Ordinal))
                missed.Add($"{row[2]} -> {(answer.Found ? answer.Citations[0].Clause : answer.Refusal.ToString())}");
            foreach (var citation in answer.Citations) DisplayText.Fold(document.Text).ShouldContain(DisplayText.Fold(citation.Quote));
        }

        (1 - ((double)missed.Count / rows.Count)).ShouldBeGreaterThanOrEqualTo(share, string.Join("\n", missed));
    }

    [Theory]
    [InlineData("shirakaba-rule")]
    [InlineData("minato-guide")]
    public void What_they_do_not_say_is_refused(string name)
    {
        var answers = new GuidelineAnswers(new GuidelineLibrary([name == "minato-guide" ? Guide : Rule], []));
        var answered = Rows(name)
            .Where(row => row[1] == "out" && answers.Ask(row[2]).Found)
            .Select(row => $"{row[2]} -> {answers.Ask(row[2]).Citations[0].Clause}")
            .ToList();
        answered.Count.ShouldBeLessThanOrEqualTo(1, string.Join("\n", answered));
    }

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(FileOf("questions.tsv"))
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => line.Split('\t'));

    private static string FileOf(string name) => Path.Combine(Loaded.Root, "tests", "TeamsBot.Guidelines.Tests", "Documents", name);
}
