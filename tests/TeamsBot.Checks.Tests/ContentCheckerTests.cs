using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests;

public sealed class ContentCheckerTests
{
    private const string Text = "12月20日(土)に●●公園で開催。電話 048-463-111";

    [Fact]
    public void Findings_come_in_reading_order()
    {
        var found = ContentChecker
            .Check(Text, Drafts.Context())
            .Where(finding => finding.Span is not null)
            .Select(finding => finding.Span!.Value.Start)
            .ToList();

        found.ShouldBe(found.Order().ToList());
        found.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    [RuleOf("ward-2-2a")]
    public void Every_category_belongs_to_one_of_the_three_headings()
    {
        ContentChecker
            .Rules.Select(rule => rule.Category.Group)
            .Distinct()
            .Order()
            .ShouldBe([FindingGroup.Error, FindingGroup.Leak, FindingGroup.Misunderstanding]);
        ContentChecker.Rules.ShouldAllBe(rule => rule.Category.Label.Length > 0 && rule.Clauses.Count > 0);
    }

    [Fact]
    public void A_pack_switches_a_rule_off_or_weighs_it_otherwise_and_cites_its_own_clauses()
    {
        var policy = new CheckPolicy
        {
            Pack = "yamaguchi",
            Rules = new Dictionary<string, RuleSetting>
            {
                ["phone-form"] = new(On: false),
                ["date-weekday"] = new(Severity: Severity.Warn),
                ["placeholder"] = new(Clauses: ["yamaguchi-2-4"]),
            },
        };
        var found = ContentChecker.Check(Text, Drafts.Context(context => context with { Policy = policy }));

        found.ShouldNotContain(finding => finding.RuleId == "phone-form");
        found.Single(finding => finding.RuleId == "date-weekday").Severity.ShouldBe(Severity.Warn);
        found.Single(finding => finding.RuleId == "date-weekday").Clauses.ShouldBe(["yamaguchi-2-4"]);
        found.Single(finding => finding.RuleId == "placeholder").Clauses.ShouldBe(["yamaguchi-2-4"]);
    }

    [Fact]
    public void A_rule_without_a_clause_of_the_pack_keeps_its_own() =>
        Drafts
            .Find("length-x", new string('あ', 141), Drafts.Context(context => context with { Policy = new CheckPolicy { Pack = "ward" } }))
            .ShouldHaveSingleItem()
            .Clauses.ShouldBe(["asaka-3-2-3-1"]);

    [Fact]
    public void In_private_use_nothing_of_form_weighs_more_than_a_warning() =>
        ContentChecker
            .Check(Text, Drafts.Context(context => context with { Private = true }))
            .ShouldAllBe(finding => finding.Severity <= Severity.Warn);

    [Fact]
    public void A_packs_severity_leaves_a_rules_lighter_cases_light()
    {
        var policy = new CheckPolicy
        {
            Rules = new Dictionary<string, RuleSetting> { ["third-party-endorse"] = new(Severity: Severity.Block) },
        };
        var context = Drafts.Context(context =>
            context with
            {
                Policy = policy,
                Organisation = new OrganisationProfile { Domains = ["city.hoshimi.lg.jp"] },
            }
        );

        Drafts.Find("third-party-endorse", "https://www.mhlw.go.jp/", context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("third-party-endorse", "https://www.example.com/", context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
    }

    [Theory]
    [InlineData("（誤）11月31日（月）（正）11月30日（月）に訂正します")]
    [InlineData("誤：12月20日(土)　正：12月20日(日)")]
    [InlineData("「12月20日(土)」とありますが、正しくは「12月20日(日)」です")]
    [InlineData("「電話048-463-111」は「電話048-463-1112」の誤りでした")]
    public void A_mistake_that_a_correction_quotes_is_not_called_again(string text) =>
        ContentChecker
            .Check(text, Drafts.Context())
            .ShouldNotContain(finding =>
                finding.Severity >= Severity.Warn
                && finding.Category.Group == FindingGroup.Error
                && finding.Span != null
                && finding.Category != Category.Correction
            );

    [Fact]
    public void A_correction_with_a_new_mistake_is_still_called() =>
        ContentChecker.Check("（誤）11月31日（月）（正）11月30日（火）", Drafts.Context()).ShouldContain(finding => finding.RuleId == "date-weekday");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\n")]
    public void Nothing_to_read_is_nothing_to_find(string text) =>
        ContentChecker.Check(text, Drafts.Context()).ShouldNotContain(finding => finding.Severity > Severity.Hint);
}
