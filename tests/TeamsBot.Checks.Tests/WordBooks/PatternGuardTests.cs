using TeamsBot.Checks.Context;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Tests.WordBooks;

public sealed class PatternGuardTests
{
    [Theory]
    [InlineData("", "空です")]
    [InlineData("(あ", "読めません")]
    [InlineData("[あ", "読めません")]
    [InlineData(".*", "何もない所にも")]
    [InlineData("あ*", "何もない所にも")]
    [InlineData(@"(あ)\1", "後方参照")]
    [InlineData("あ(?=い)う", "途中の先読み")]
    [InlineData("(?>あ+)い", "アトミックグループ")]
    [InlineData("あ{1000}", "繰り返しの回数")]
    [InlineData("(あ{40}){40}", "繰り返しの重なり")]
    public void A_pattern_that_cannot_be_trusted_is_refused_with_the_reason(string pattern, string reason)
    {
        var verdict = PatternGuard.Admit(pattern);
        verdict.Pattern.ShouldBeNull();
        verdict.Refusal!.ShouldContain(reason);
    }

    [Fact]
    public void A_pattern_that_is_too_long_is_refused() =>
        PatternGuard.Admit(new string('あ', PatternGuard.MaxLength + 1)).Refusal!.ShouldContain("長すぎます");

    [Theory]
    [InlineData("サーバ(?!ー)", "サーバとサーバー", "サーバ@0")]
    [InlineData("(?<!市)役所", "役所と市役所", "役所@0")]
    [InlineData("(?<=第)\\d+回(?=大会)", "第3回大会 第4回総会 3回大会", "3回@1")]
    [InlineData("市(長|議会)", "市長と市議会", "市長@0 市議会@3")]
    [InlineData("(a+)+$", "aaaa", "aaaa@0")]
    public void A_pattern_that_can_be_trusted_finds(string pattern, string text, string found) =>
        string.Join(' ', PatternGuard.Admit(pattern).Pattern!.Matches(text).Select(match => $"{match.Value}@{match.Index}"))
            .ShouldBe(found);

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+b")]
    [InlineData("(.*?,){5}x")]
    [InlineData("(あ|ああ)+い")]
    public void Patterns_that_ruin_a_backtracking_engine_are_refused_or_run_to_the_end(string pattern)
    {
        var verdict = PatternGuard.Admit(pattern);
        if (verdict.Pattern is not { } admitted)
        {
            verdict.Refusal.ShouldNotBeNullOrEmpty();
            return;
        }

        // A pattern carries its own limit: with backtracking, these would end in its exception and not in a number.
        Should.NotThrow(() => admitted.Matches(new string('a', 5_000) + new string('あ', 5_000)).Count());
    }

    [Fact]
    public void A_word_that_fires_in_too_many_posts_is_refused_and_its_examples_are_shown()
    {
        var posts = Enumerable.Range(1, 20).Select(n => n % 2 == 0 ? $"第{n}回の市民講座を開催します。" : $"第{n}号を発行しました。").ToList();
        var wide = RuleDryRun.Try(new WordEntry("w", ["市民"]), posts);
        (wide.Hits, wide.Share).ShouldBe((10, 0.5));
        wide.Examples.Count.ShouldBe(5);
        wide.Refusal!.ShouldContain("20件の投稿のうち10件");
        var narrow = RuleDryRun.Try(new WordEntry("w", ["第2回の市民"]), posts);
        (narrow.Hits, narrow.Refusal).ShouldBe((1, null));
        RuleDryRun.Try(new WordEntry("w", ["市民"]), []).Share.ShouldBe(0);
    }

    [Fact]
    public void Fixes_rewrite_the_text_and_leave_what_overlaps()
    {
        const string Text = "看護婦の募集は12月5日(日)です。";
        var findings = new List<Finding>
        {
            new("rights-wording", Category.Wording, Severity.Hint, new Span(0, 3), "", null, [], "看護師"),
            new("date-weekday", Category.DateWeekday, Severity.Block, new Span(12, 15), "", null, [], "(土)"),
            new("typo", Category.Typo, Severity.Warn, new Span(13, 14), "", null, [], "月"),
            new("rumour", Category.Rumour, Severity.Warn, new Span(4, 6), "", null, []),
        };
        var made = Fixes.Apply(Text, findings);
        made.Text.ShouldBe("看護師の募集は12月5日(土)です。");
        made.Applied.Select(fix => $"{fix.Before}→{fix.After}").ShouldBe(["看護婦→看護師", "(日)→(土)"]);
        made.Left.ShouldHaveSingleItem().RuleId.ShouldBe("typo");
        Fixes.Apply(Text, []).Text.ShouldBe(Text);
    }
}
