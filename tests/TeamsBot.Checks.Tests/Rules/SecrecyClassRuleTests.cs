using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class SecrecyClassRuleTests
{
    private static readonly CheckPolicy Ward = new() { Pack = "ward", Secrecy = [new SecrecyScheme("機密性", ["2", "3"])] };
    private static readonly CheckPolicy Yamaguchi = new() { Pack = "yamaguchi", Secrecy = [new SecrecyScheme("機密性", ["1", "2", "3"])] };
    private static readonly CheckPolicy Tochigi = new()
    {
        Pack = "tochigi",
        Secrecy = [new SecrecyScheme("情報区分", ["Ⅰ", "Ⅱ"], UnlessReleasePlanned: true)],
    };

    [Theory]
    [RuleOf("ward-4-11")]
    [InlineData("機密性2の資料です")]
    [InlineData("（機密性３）")]
    [InlineData("機密性：２")]
    [InlineData("機密性Ⅱ")]
    [InlineData("機密性レベル2情報")]
    public void A_label_of_the_packs_set_stops_the_draft(string text)
    {
        var finding = Find(text, Ward).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Stop);
        finding.Clauses.ShouldBe(["ward-4-11", "ward-2-2a"]);
    }

    [Fact]
    [RuleOf("yamaguchi-3-1-4b", "ward-4-11")]
    public void The_same_label_passes_under_one_pack_and_stops_under_another()
    {
        Find("機密性1の資料です", Ward).ShouldBeEmpty();
        Find("機密性1の資料です", Yamaguchi).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Stop);
        Find("分類のない資料です", Yamaguchi).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("tochigi-6-1-1")]
    public void A_class_is_lifted_to_a_warning_only_by_a_planned_release()
    {
        Find("情報区分Ⅱの資料です", Tochigi).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Stop);
        Find("情報区分Ⅱの資料です", Tochigi, released: true).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Find("情報区分Ⅲの資料です", Tochigi).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("情報区分Ⅱの資料です", Severity.Block)]
    [InlineData("機密性2", Severity.Block)]
    public void A_label_the_pack_does_not_know_is_an_internal_mark(string text, Severity severity) =>
        Find(text, new CheckPolicy { Pack = "asaka" }).ShouldHaveSingleItem().Severity.ShouldBe(severity);

    [Theory]
    [InlineData("機密性の高い情報の扱いを学ぶ講座")]
    [InlineData("情報区分の見直しを行いました")]
    [InlineData("機密性2以上の情報は発信しません。")]
    public void The_word_without_a_label_and_the_rule_itself_are_left_alone(string text) => Find(text, Ward).ShouldBeEmpty();

    private static IReadOnlyList<Finding> Find(string text, CheckPolicy policy, bool released = false) =>
        Drafts.Find("secrecy-class", text, Drafts.Context(context => context with { Policy = policy, ReleasePlanned = released }));
}
