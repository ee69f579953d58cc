using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Tests.WordBooks;

public sealed class WordBookFileTests
{
    private const string Prh = """
        version: 1
        rules:
          - expected: Cookie
          - expected: サーバー
            pattern: /サーバ(?!ー)/
            specs:
              - from: サーバを更新
                to: サーバーを更新
              - from: サーバーを更新
                to: サーバーを更新
          - expected: Web
            pattern: web
            options:
              wordBoundary: true
          - expected: $1日間
            pattern: /(\d{1,2})日かん/
            prh: 「日間」は漢字で書きます。
          - expected: ハードウェア
            patterns:
              - ハードウエアー
              - ハードウェアー
          - expected: 子ども
            pattern: 子供
            kind: wording
            severity: warn
            clause: asaka-6-2-2a
            except: 子供服
          - jQuery
          - expected: 下さい
            pattern: /(て|で)?ください/
            regexpMustEmpty: $1
        """;

    [Theory]
    [InlineData("ＣＯＯＫＩＥを使います", "ＣＯＯＫＩＥ→Cookie")]
    [InlineData("Cookieを使います", "")]
    [InlineData("サーバの更新とサーバーの更新", "サーバ→サーバー")]
    [InlineData("webサイトとWebサイト", "web→Web")]
    [InlineData("webinarを開きます", "")]
    [InlineData("3日かん開きます", "3日かん→3日間")]
    [InlineData("ハードウェアーとハードウエアー", "ハードウェアー→ハードウェア | ハードウエアー→ハードウェア")]
    [InlineData("子供と子供服", "子供→子ども")]
    [InlineData("JQUERYの講座", "JQUERY→jQuery")]
    [InlineData("見てください。資料をください", "ください→下さい")]
    [InlineData("https://example.jp/web/cookie", "")]
    public void A_dictionary_of_prh_can_be_taken_over(string text, string found)
    {
        var reading = WordBookFile.Read("words.yml", new StringReader(Prh));
        reading.Problems.ShouldBeEmpty();
        var findings = Drafts.Find("word-book", text, Drafts.Context(context => context with { Words = reading.Book }));
        string.Join(" | ", findings.Select(finding => $"{text[finding.Span!.Value.Start..finding.Span.Value.End]}→{finding.Replacement}"))
            .ShouldBe(found);
    }

    [Fact]
    public void An_entry_carries_its_weight_its_clauses_and_its_note()
    {
        var book = WordBookFile.Read("words.yml", new StringReader(Prh)).Book;
        var context = Drafts.Context(with => with with { Words = book });
        var finding = Drafts.Find("word-book", "子供の日", context).ShouldHaveSingleItem();
        (finding.Severity, finding.Clauses).ShouldBe((Severity.Warn, finding.Clauses));
        finding.Clauses.ShouldBe(["asaka-6-2-2a"]);
        Drafts.Find("word-book", "3日かん", context).ShouldHaveSingleItem().Message.ShouldBe("「日間」は漢字で書きます。");
        Drafts.Find("word-book", "ＷＥＢ講座", context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
    }

    [Theory]
    [InlineData("version: 2\nrules: []", "words.yml 1行目 version: 1 と書いてください。")]
    [InlineData(
        "version: 1\nimports:\n  - other.yml\nrules: []",
        "words.yml 3行目 imports: ほかの辞書の読み込みはできません。必要な語をこの辞書に書き写してください。"
    )]
    [InlineData("version: 1\nrules:\n  - expectd: 市\n    pattern: し", "words.yml 3行目 expectd: この項目は使えません。")]
    [InlineData("version: 1\nrules:\n  - pattern: /(あ/\n    expected: い", "words.yml 3行目 pattern: 正規表現として読めません")]
    [InlineData(
        "version: 1\nrules:\n  - expected: い\n    pattern: あ\n    severity: heavy",
        "words.yml 5行目 severity: 「heavy」は使えません。"
    )]
    [InlineData("version: 1\nrules:\n  - expected: い\n    pattern: あ\n    kind: other", "words.yml 5行目 kind: 「other」は使えません。")]
    [InlineData(
        "version: 1\nrules:\n  - expected: い\n    pattern: あ\n    specs:\n      - from: あう\n        to: うう",
        "words.yml 6行目 specs: 「あう」は「うう」になるはずですが、「いう」になります。"
    )]
    [InlineData("version: 1\nrules:\n  - {}", "words.yml 3行目 expected: 正しい書き方がありません。")]
    [InlineData("version: 1", "words.yml 1行目 rules: 語の一覧がありません。")]
    [InlineData("a: [b", "words.yml")]
    [InlineData("- a", "words.yml 1行目: 辞書の形になっていません。version と rules を書いてください。")]
    public void A_mistake_is_told_with_file_line_and_field(string yaml, string problem) =>
        WordBookFile
            .Read("words.yml", new StringReader(yaml))
            .Problems.Select(found => found.ToString())
            .ShouldContain(text => text.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void One_bad_entry_does_not_lose_the_others() =>
        WordBookFile
            .Read("words.yml", new StringReader("version: 1\nrules:\n  - pattern: /(あ/\n    expected: い\n  - Cookie"))
            .Book.Entries.ShouldHaveSingleItem()
            .Instead.ShouldBe("Cookie");
}
