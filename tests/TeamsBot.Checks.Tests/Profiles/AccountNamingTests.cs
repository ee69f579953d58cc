using TeamsBot.Checks.Profiles;

namespace TeamsBot.Checks.Tests.Profiles;

public sealed class AccountNamingTests
{
    private static readonly NamingTerms Asaka = new("朝霞市", Severity.Block, true, ["asaka-4-4"]);

    private static readonly string[] Sections = ["環境推進課", "生涯学習・スポーツ課", "博物館"];

    [Theory]
    [InlineData("朝霞市環境推進課", null)]
    [InlineData("　朝霞市環境推進課 ", null)]
    [InlineData("朝霞市 生涯学習・スポーツ課", null)]
    [InlineData("朝霞市 生涯学習･スポーツ課", null)]
    [InlineData("環境推進課あさか", Severity.Block)]
    [InlineData("b.b.square_asaka", Severity.Block)]
    [InlineData("あさか市環境推進課", Severity.Block)]
    [InlineData("", Severity.Block)]
    [InlineData("朝霞市ぼぼたん", Severity.Warn)]
    [InlineData("朝霞市", Severity.Warn)]
    public void A_name_begins_with_the_prefix_and_in_principle_has_the_section(string name, Severity? severity)
    {
        var findings = AccountNaming.Check(name, Sections, false, Asaka);

        findings.Select(finding => (Severity?)finding.Severity).SingleOrDefault().ShouldBe(severity);
        findings.ShouldAllBe(finding => finding.Clauses.Contains("asaka-4-4"));
    }

    [Fact]
    public void The_section_asked_for_is_the_accounts_own() =>
        AccountNaming.Check("朝霞市博物館", ["環境推進課"], false, Asaka).ShouldHaveSingleItem().Message.ShouldContain("「環境推進課」");

    [Theory]
    [InlineData("朝霞市", true)]
    [InlineData("朝霞市ぼぼたん", false)]
    public void An_account_of_the_whole_organisation_may_bear_its_plain_name(string name, bool passes) =>
        (AccountNaming.Check(name, Sections, true, Asaka).Count == 0).ShouldBe(passes);

    [Fact]
    public void Where_a_prefix_is_only_a_principle_a_name_without_it_warns() =>
        AccountNaming
            .Check("環境推進課", Sections, false, Asaka with { PrefixLevel = Severity.Warn })
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void Where_nothing_is_demanded_every_name_passes() =>
        AccountNaming.Check("みどり", Sections, false, new NamingTerms(null, Severity.Block, false, [])).ShouldBeEmpty();
}
