using FsCheck;
using FsCheck.Fluent;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Tests;

/// <summary>
/// What holds for every text there is, tried on texts sewn together from what real drafts are made of and from what breaks programs.
/// </summary>
public sealed class PropertyTests
{
    private static readonly string[] Scraps =
    [
        "12月5日(土)",
        "１２月５日（日）",
        "令和8年13月32日",
        "2026/02/29",
        "R8.12.24(水)",
        "午後6時75分",
        "9:00〜8:30",
        "048-463-111",
        "０４８－４６３－１１１１",
        "〒351-850",
        "https://bit.ly/a",
        "ｈｔｔｐｓ：／／ａ．ｊｐ",
        "http://[::1]/",
        "koho@example.jp",
        "○月○日",
        "●●課",
        "機密性２",
        "㈱",
        "①",
        "㎡",
        "ﾊﾟ",
        "がぎ",
        "か\u3099",
        "e\u0301\u0302",
        "👨‍👩‍👧‍👦",
        "🇯🇵",
        "1⃣",
        "\u200B",
        "\u202E",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "\0",
        "\r\n",
        "\n",
        " ",
        "　",
        "「",
        "」",
        "【",
        "】",
        "(",
        ")",
        "〜",
        "・",
        "、",
        "。",
        "明日",
        "来週の土曜日",
        "生涯学習スポーツ課",
        "朝霞市",
        "わくわくドーム",
        "開催しまます",
        "をを",
        "電話",
        "内線",
        "パスワードは",
        "1234 5678 9012",
        "4111 1111 1111 1111",
        "らしい",
        "個人的には",
        "十二月二十四日",
        "12月5・6日(土・日)",
        "(いずれも日曜日)",
        "金曜日（",
        "Dec 5 (Sun)",
        "{{",
        "}}",
        "TODO",
        "#",
        "@",
        "abc",
        "0",
        "1",
        "一",
        "あ",
        "ア",
        "亜",
        "（誤）",
        "（正）",
        "訂正",
    ];

    private static readonly CheckContext Context = Drafts.Context(context => context with
    {
        Organisation = new OrganisationProfile
        {
            Name = "朝霞市",
            Prefecture = "埼玉県",
            Address = "〒351-8501 埼玉県朝霞市本町1-1-1",
            Domains = ["city.asaka.lg.jp"],
            OfficialNames = ["朝霞市", "朝霞市役所", "生涯学習・スポーツ課", "わくわくどーむ"],
            Phones = new Dictionary<string, string> { ["朝霞市役所"] = "048-463-1111" },
        },
        Event = new EventInfo(EventKind.Application) { Deadline = new DateOnly(2026, 11, 22) },
        History = [new HistoryPost("12月5日(土)○月○日", Drafts.Now.AddDays(-1))],
        Availability = "2",
    });

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        Gen.Elements(Scraps).ListOf().Select(parts => string.Concat(parts)),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(0, 0xFFFF).Select(c => (char)c).ListOf().Select(parts => string.Concat(parts))).ToArbitrary();

    [Fact]
    public void Offsets_lie_inside_the_text_and_on_boundaries_of_characters() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Texts, text =>
            {
                var boundaries = Boundaries(text);
                foreach (var finding in ContentChecker.Check(text, Context))
        {
            if (finding.Span is not { } span) continue;
            span.Start.ShouldBeGreaterThanOrEqualTo(0);
            span.End.ShouldBeLessThanOrEqualTo(text.Length);
            span.Start.ShouldBeLessThanOrEqualTo(span.End);
            boundaries.ShouldContain(span.Start, finding.RuleId);
            boundaries.ShouldContain(span.End, finding.RuleId);
        }
            }));

    [Fact]
    public void The_same_text_gives_the_same_findings() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Texts, text =>
        ContentChecker.Check(text, Context).Select(Print).SequenceEqual(ContentChecker.Check(text, Context).Select(Print))));

    [Fact]
    public void Normalising_never_shifts_a_quote() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Texts, text =>
    {
        var draft = new DraftText(text);
        var last = 0;
        for (var i = 0; i < draft.Normal.Length; i++)
        {
            var span = draft.At(i, 1);
            span.Start.ShouldBeGreaterThanOrEqualTo(last);
            last = span.Start;
            var written = draft.Quote(span);
            new DraftText(written).Normal.ShouldContain(draft.Normal[i]);
        }
    }));

    [Fact]
    public void A_normalised_text_is_its_own_normal_form() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Texts, text =>
            {
                var normal = new DraftText(text).Normal;
                if (normal.Contains('\uFFFD', StringComparison.Ordinal))
                    return;
                ContentChecker.Check(normal, Context).Count.ShouldBeGreaterThanOrEqualTo(0);
            }));

    private static string Print(Finding finding) =>
        $"{finding.RuleId} {finding.Severity} {finding.Span} {finding.Message} {finding.Suggestion} {finding.Replacement}"
            + $" {string.Join(',', finding.Clauses)}";

    /// <summary>Starts of grapheme clusters and the end; a lone surrogate is one of its own.</summary>
    private static HashSet<int> Boundaries(string text) => [.. System.Globalization.StringInfo.ParseCombiningCharacters(text), text.Length];
}
