using TeamsBot.Guidelines;

namespace TeamsBot.Tests.Ingest;

/// <summary>Ordinances and rules: 章, 条, 項, 号, captions above an article, 附則 and 別表.</summary>
public sealed class ArticleTests
{
    private const string Rule = """
        青葉野町ソーシャルメディア運用要綱
        令和５年４月１日
        告示第20号

        第１章　総則
        （趣旨）
        第１条　この要綱は、町がソーシャルメディアを運用することについて、必要な事項を定めるものとする。
        （定義）
        第２条　この要綱において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
        　(1)　ソーシャルメディア　利用者が情報を発信し、互いにやり取りできるサービスをいう。
        　(2)　公式アカウント　町が開設したアカウントをいう。
        第２章　運用
        （管理責任者）
        第３条　公式アカウントに管理責任者を置く。
        ２　管理責任者は、所属長をもって充てる。
        ３　管理責任者は、次に掲げる事務を行う。
        　ア　投稿の決裁に関すること。
        　イ　パスワードの管理に関すること。
        　　(ｱ)　変更の記録
        　　(ｲ)　保管
        （投稿）
        第３条の２　投稿は、第３条の規定による決裁を経て行う。ただし、災害のときは
        この限りでない。
        第４条　２か月前に行う告知は、別に定める。
        附　則
        この要綱は、令和５年４月１日から施行する。
        別表第１（第３条関係）
        区分	決裁者
        通常の投稿	課長
        災害時の投稿	係長
        """;

    private static readonly GuidelineDocument Document = Paths.Read("rule.txt", Rule);

    [Fact]
    public void Articles_paragraphs_and_items_are_cited_as_printed() => Paths.Of(Document).ShouldBe([
        "表題: 青葉野町ソーシャルメ",
        "第１章: 第１章　総則",
        "第１章第１条: （趣旨）",
        "第１章第２条: （定義）",
        "第１章第２条(1): (1)　ソーシャルメ",
        "第１章第２条(2): (2)　公式アカウン",
        "第２章: 第２章　運用",
        "第２章第３条: （管理責任者）",
        "第２章第３条２: ２　管理責任者は、所",
        "第２章第３条３: ３　管理責任者は、次",
        "第２章第３条３ア: ア　投稿の決裁に関す",
        "第２章第３条３イ: イ　パスワードの管理",
        "第２章第３条３イ(ｱ): (ｱ)　変更の記録",
        "第２章第３条３イ(ｲ): (ｲ)　保管",
        "第２章第３条の２: （投稿）",
        "第２章第４条: 第４条　２か月前に行",
        "附則: 附　則",
        "別表第１: 別表第１（第３条関係",
        "別表第１: 区分\t決裁者",
    ]);

    [Fact]
    public void The_caption_above_an_article_is_its_heading() =>
        Document.Passages.Single(passage => passage.Clause == "第２章第３条２").Heading.ShouldBe("第２章　運用 ＞ 第３条（管理責任者）");

    [Fact]
    public void A_wrapped_line_is_joined_and_a_reference_inside_a_sentence_is_no_article() =>
        Paths.TextOf(Document, "第２章第３条の２").ShouldEndWith("ただし、災害のときはこの限りでない。");

    [Fact]
    public void A_table_stays_readable_row_by_row() => Paths.TextOf(Document, "別表第１").ShouldContain("通常の投稿\t課長\n災害時の投稿\t係長");

    [Fact]
    public void Title_and_edition_are_read_off_the_page()
    {
        Document.Title.ShouldBe("青葉野町ソーシャルメディア運用要綱");
        Document.Edition.ShouldBe("令和５年４月１日");
    }
}
