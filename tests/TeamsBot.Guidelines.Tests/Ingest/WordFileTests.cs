using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Ingest;

/// <summary>Word files: the numbers a reader sees are computed by Word and stand nowhere in the text.</summary>
public sealed class WordFileTests
{
    [Fact]
    public void Automatic_numbers_are_counted_as_word_prints_them()
    {
        var document = GuidelineFile.Read("policy.docx", Word(
            Heading("SNS運用方針", 0),
            Numbered("目的", 0),
            Plain("市の情報を早く伝える。"),
            Numbered("運用", 0),
            Numbered("課長が決裁する。", 1),
            Numbered("二人で確かめる。", 1),
            Numbered("日付", 2),
            Numbered("名称", 2),
            Numbered("誤りは直す。", 1),
            Numbered("終わりに", 0),
            Numbered("この方針は公開する。", 1)
        ));
        Paths.Of(document).ShouldBe([
            "表題: SNS運用方針",
            "第1条: 第1条 目的",
            "第2条: 第2条 運用",
            "第2条①: ① 課長が決裁する。",
            "第2条②: ② 二人で確かめる。",
            "第2条②ア: ア 日付",
            "第2条②イ: イ 名称",
            "第2条③: ③ 誤りは直す。",
            "第3条: 第3条 終わりに",
            "第3条①: ① この方針は公開す",
        ]);
    }

    [Fact]
    public void A_table_keeps_its_rows()
    {
        var table = new Table(Row("項目", "内容"), Row("運用時間", "平日9時から17時"));
        GuidelineFile.Read("t.docx", Word(Heading("運用方針", 0), table)).Text.ShouldContain("項目\t内容\n運用時間\t平日9時から17時");
    }

    [Fact]
    public void A_file_that_is_no_word_file_is_refused_by_name() =>
        Should.Throw<DocumentException>(() => GuidelineFile.Read("fake.docx", [1, 2, 3, 4])).Message.ShouldStartWith("fake.docx(1):");

    private static byte[] Word(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(body));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    Level(0, NumberFormatValues.Decimal, "第%1条"),
                    Level(1, NumberFormatValues.DecimalEnclosedCircle, "%2"),
                    Level(2, NumberFormatValues.AiueoFullWidth, "%3")
                )
                {
                    AbstractNumberId = 1,
                },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }
            );
        }

        return stream.ToArray();
    }

    private static Level Level(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };

    private static Paragraph Heading(string text, int outline) =>
        new(new ParagraphProperties(new OutlineLevel { Val = outline }), new Run(new Text(text)));

    private static Paragraph Plain(string text) => new(new Run(new Text(text)));

    private static Paragraph Numbered(string text, int level) =>
        new(
            new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 })),
            new Run(new Text(text))
        );

    private static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Plain(cell))));
}
