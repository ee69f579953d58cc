namespace TeamsBot.Tests.Ingest;

/// <summary>Numbering of every style: the level comes from the order in which a document uses its styles, not from the style.</summary>
public sealed class NumberingTests
{
    [Fact]
    public void Roman_numbers_over_digits_over_letters() => Paths.Of(Paths.Read("a.txt", """
        Ⅰ　基本方針
        １　目的
        a. 町の情報を早く伝えることを目的とする。
        b. 町民の声を聞くことを目的とする。
        ２　対象
        町の職員を対象とする。
        Ⅱ　運用
        １　体制
        広報係が運用する。
        """)).ShouldBe(["Ⅰ: Ⅰ　基本方針", "Ⅰ１: １　目的", "Ⅰ１a.: a. 町の情報を早く", "Ⅰ１b.: b. 町民の声を聞く", "Ⅰ２: ２　対象", "Ⅱ: Ⅱ　運用", "Ⅱ１: １　体制"]);

    [Fact]
    public void Kanji_numbers_over_iroha_and_circled_numbers() =>
        Paths
            .Of(
                Paths.Read(
                    "a.txt",
                    """
        一　目的
        この基準は、発信の仕方を定める。
        二　発信
        イ　正確に書くこと。
        ロ　次のことを確かめること。
        ①　日付
        ②　電話番号
        ハ　誤りは直すこと。
        三　その他
        一度出した情報は消えないと考えること。
        """
                )
            )
            .ShouldBe([
                "一: 一　目的",
                "二: 二　発信",
                "二イ: イ　正確に書くこと。",
                "二ロ: ロ　次のことを確かめ",
                "二ロ①: ①　日付",
                "二ロ②: ②　電話番号",
                "二ハ: ハ　誤りは直すこと。",
                "三: 三　その他",
            ]);

    [Fact]
    public void Dotted_numbers_and_hyphens() =>
        Paths
            .Of(
                Paths.Read(
                    "a.txt",
                    """
        1. 運用
        1-1 アカウント
        アカウントは課ごとに開設する。
        1-2 投稿
        1-2-1 投稿の前に二人で確認する。
        1-2-2 投稿の後に反応を確認する。
        2. 緊急時
        2-1 災害のときは、2024-04-01の例にならう。
        """
                )
            )
            .ShouldBe([
                "1.: 1. 運用",
                "1-1: 1-1 アカウント",
                "1-2: 1-2 投稿",
                "1-2-1: 1-2-1 投稿の前",
                "1-2-2: 1-2-2 投稿の後",
                "2.: 2. 緊急時",
                "2-1: 2-1 災害のときは",
            ]);

    [Fact]
    public void Square_bullets_as_headings_over_round_ones_and_dots() =>
        Paths
            .Of(
                Paths.Read(
                    "a.txt",
                    """
        ■アカウントの管理
        ○パスワードは年に二回変える。
        ・変えた日を記録する。
        ・前のものは使わない。
        ○端末は課のものを使う。
        ■投稿
        ○写真は許可を取る。
        """
                )
            )
            .ShouldBe([
                "■1: ■アカウントの管理",
                "■1○1: ○パスワードは年に二",
                "■1○1・1: ・変えた日を記録する",
                "■1○1・2: ・前のものは使わない",
                "■1○2: ○端末は課のものを使",
                "■2: ■投稿",
                "■2○1: ○写真は許可を取る。",
            ]);

    [Theory]
    [InlineData("2か月前に告知する。", 0)]
    [InlineData("2024年4月1日に改めた。", 0)]
    [InlineData("140字以内で書く。", 0)]
    [InlineData("○月○日に開催する。", 0)]
    [InlineData("イベントは広報と合わせる。", 0)]
    [InlineData("(1) 発信すること。", 1)]
    [InlineData("１ 目的", 1)]
    public void A_number_inside_a_sentence_is_no_marker(string line, int passagesWithClause) =>
        Paths
            .Read("a.txt", $"広報の手引\n\n{line}\n")
            .Passages.Count(passage => passage.Clause.Length > 0 && passage.Clause is not ("表題" or "前文"))
            .ShouldBe(passagesWithClause);

    [Fact]
    public void A_list_that_starts_anew_under_the_next_heading_is_a_new_list() => Paths.Of(Paths.Read("a.txt", """
        1 発信
        (1) 課長が決裁する。
        (2) 二人で確認する。
        2 返信
        (1) 返信はしない。
        """)).ShouldBe(["1: 1 発信", "1(1): (1) 課長が決裁す", "1(2): (2) 二人で確認す", "2: 2 返信", "2(1): (1) 返信はしない"]);
}
