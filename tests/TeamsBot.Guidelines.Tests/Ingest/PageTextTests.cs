using System.Text;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Ingest;

/// <summary>
/// Text as it comes out of a page: radicals, letter-spaced titles, wrapped lines, page numbers, titles below their items.
/// </summary>
public sealed class PageTextTests
{
    [Theory]
    [InlineData("利⽤者の⾃⼰責任", "利用者の自己責任")]
    [InlineData("町⺠と部⻑の⻄館", "町民と部長の西館")]
    public void Radicals_become_the_characters_they_stand_for(string printed, string read) =>
        DisplayText.Clean(printed, oddSpaces: true).ShouldBe(read);

    [Fact]
    public void Circled_numbers_and_half_width_kana_stay_as_printed() =>
        DisplayText.Clean("①対応 (ｱ) Ⅱ ㈱", oddSpaces: true).ShouldBe("①対応 (ｱ) Ⅱ ㈱");

    [Fact]
    public void A_letter_spaced_title_is_closed_up() =>
        DisplayText.Clean("２ ． S N S の 特 性 ( そ の １ )", oddSpaces: true).ShouldBe("２．SNSの特性(その１)");

    [Fact]
    public void Lines_wrapped_in_a_sentence_are_joined_over_empty_lines_and_page_numbers()
    {
        var document = Paths.Read("a.txt", """
            １ 発信のしかた
            (1) 発信するときは、内容が正しいことを複数の職員で確かめた上で、所属長の決裁を受けてから発信す

            ることとし、急ぐ場合であっても

            - 1 -
            一人で発信しないこと。
            (2) 発信した後は反応を見ること。
            - 2 -
            (3) 誤りは直すこと。
            - 3 -
            """);
        Paths.TextOf(document, "１(1)").ShouldEndWith("急ぐ場合であっても一人で発信しないこと。");
        document.Text.ShouldNotContain("- 2 -");
    }

    [Fact]
    public void A_page_title_printed_below_its_items_heads_them()
    {
        var document = Paths.Read(
            "a.txt",
            " １．はじめに\nこの資料は、発信の注意を述べたものです。\n ○投稿は残ります。\n\n○投稿は広まります。\n２．特性(その１)\n ○匿名でも特定されます。\n\n○一部が切り取られます。\n２．特性(その２)\n "
                + "３．注意\n○確かめて出すこと。\n"
        );
        Paths.Of(document).ShouldContain("２(その２)○1: ○匿名でも特定されま");
    }

    [Fact]
    public void Shift_jis_text_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        GuidelineFile
            .Read("old.txt", Encoding.GetEncoding(932).GetBytes("１ 目的\nこの要領は、発信を定める。\n"))
            .Passages[0]
            .Text.ShouldContain("この要領は、発信を定める。");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_file_and_line() =>
        Should
            .Throw<DocumentException>(() => GuidelineFile.Read("broken.txt", [.. "１ 目的\n二行目\n"u8, 0xFF, 0xFF, 0x80, 0x0A]))
            .Message.ShouldStartWith("broken.txt(3):");

    [Fact]
    public void An_empty_document_is_refused() =>
        Should.Throw<DocumentException>(() => Paths.Read("empty.txt", " \n\n")).Message.ShouldStartWith("empty.txt(1):");

    [Fact]
    public void An_unknown_kind_of_file_is_refused() =>
        Should.Throw<DocumentException>(() => Paths.Read("list.xlsx", "x")).Message.ShouldContain(".docx");
}
