namespace TeamsBot.Tests.Ingest;

/// <summary>Markdown and web pages: stated headings, lists with and without numbers, tables, menus.</summary>
public sealed class MarkedUpTests
{
    [Fact]
    public void An_faq_in_markdown_is_cited_by_its_questions()
    {
        var document = Paths.Read("faq.md", """
            # SNS運用のよくある質問

            2025年4月1日更新

            ## アカウントについて

            ### Q1 アカウントはだれが作りますか。

            課の**担当者**が[申請書](https://example.jp)を出して作ります。

            ### Q2 やめるときはどうしますか。

            1. 廃止を一か月前に知らせます。
            2. 投稿を保存します。
               - 写真
               - 文章

            ## 投稿について

            ### Q1 夜に投稿できますか。

            緊急のときだけできます。
            """);
        document.Title.ShouldBe("SNS運用のよくある質問");
        document.Edition.ShouldBe("2025年4月1日更新");
        Paths.Of(document).ShouldBe([
            "表題: SNS運用のよくある", "前文: 2025年4月1日更", "アカウントについて: アカウントについて", "アカウントについてQ1: Q1 アカウントはだ", "アカウントについてQ2: Q2 やめるときはど",
            "アカウントについてQ2 1.: 1. 廃止を一か月前", "アカウントについてQ2 2.: 2. 投稿を保存しま", "アカウントについてQ2 2.-1: - 写真", "アカウントについてQ2 2.-2: - 文章",
            "投稿について: 投稿について", "投稿についてQ1: Q1 夜に投稿できま",
        ]);
        Paths.TextOf(document, "アカウントについてQ1").ShouldBe("Q1 アカウントはだれが作りますか。\n課の担当者が申請書を出して作ります。");
    }

    [Fact]
    public void A_markdown_table_stays_readable() =>
        Paths
            .TextOf(
                Paths.Read("t.md", "# 運用方針\n\n## 時間\n\n| 曜日 | 時刻 |\n|---|---|\n| 平日 | 9時から17時 |\n| 休日 | なし |\n"),
                "時間"
            )
            .ShouldContain("平日\t9時から17時\n休日\tなし");

    [Fact]
    public void A_web_page_is_read_without_its_menu()
    {
        var document = Paths.Read("page.html", """
            <!DOCTYPE html><html><head><title>SNS利用指針 | 青葉野市</title></head><body>
            <header><nav><ul><li>トップ</li><li>組織</li></ul></nav></header>
            <main><h1>青葉野市SNS利用指針</h1><p>更新日：2025年1月10日</p>
            <h2>1 目的</h2><p>市の情報を早く伝えるため<br>利用する。</p>
            <h2>2 守ること</h2>
            <ol><li>正確に書く。<ol type="a"><li>日付を確かめる。</li><li>名称を確かめる。</li></ol></li><li>反論しない。</li></ol>
            <h3>(1) 写真</h3><ul><li>許可を取る。</li><li>位置情報を消す。</li></ul>
            <table><tr><th>種類</th><th>担当</th></tr><tr><td>X</td><td>広報課</td></tr></table>
            </main><footer><p>青葉野市役所</p></footer></body></html>
            """);
        document.Title.ShouldBe("青葉野市SNS利用指針");
        document.Edition.ShouldBe("2025年1月10日更新");
        Paths.Of(document).ShouldBe([
            "表題: 青葉野市SNS利用指",
            "ページ情報: 更新日：2025年1",
            "1: 1 目的",
            "2: 2 守ること",
            "2 1.: 1. 正確に書く。",
            "2 1.a.: a. 日付を確かめる",
            "2 1.b.: b. 名称を確かめる",
            "2 2.: 2. 反論しない。",
            "2(1): (1) 写真",
            "2(1)・1: ・許可を取る。",
            "2(1)・2: ・位置情報を消す。",
            "2(1): 種類\t担当",
        ]);
        document.Text.ShouldNotContain("市役所");
    }
}
