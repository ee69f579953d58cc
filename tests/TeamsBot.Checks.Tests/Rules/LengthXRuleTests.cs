using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class LengthXRuleTests
{
    private static readonly string Full = new('あ', 140);

    [Fact]
    [RuleOf("asaka-3-2-3-1")]
    public void One_hundred_and_forty_full_width_characters_pass_and_one_more_blocks()
    {
        Drafts.Find("length-x", Full).ShouldBeEmpty();

        var finding = Drafts.Find("length-x", Full + "ん").ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Block);
        finding.Span.ShouldBe(new Span(140, 141));
        finding.Message.ShouldContain("全角で約1字（半角で2字）多すぎます");
        Drafts.Find("length-x", Full + new string('あ', 7_281)).ShouldHaveSingleItem().Message.ShouldContain("全角で約7,281字");
        finding.Message.ShouldContain("「ん」から後が入りません");
    }

    [Fact]
    [RuleOf("asaka-3-2-3-1")]
    public void Half_width_counts_half_and_any_link_is_twenty_three()
    {
        var link = "https://www.city.example.lg.jp/" + new string('a', 200);

        Drafts.Find("length-x", new string('あ', 128) + " " + link).ShouldBeEmpty();
        Drafts.Find("length-x", new string('あ', 129) + link).ShouldHaveSingleItem();
        Drafts.Find("length-x", new string('a', 280)).ShouldBeEmpty();
    }

    [Fact]
    public void Other_media_have_no_such_limit() =>
        Drafts.Find("length-x", Full + Full, Drafts.Context(context => context with { Medium = Medium.Facebook })).ShouldBeEmpty();
}
