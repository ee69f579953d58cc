using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Tests.Clean;

/// <summary>A false block on an ordinary notice is the worst that a check can do: these posts must pass every rule with hints at most.</summary>
public sealed class CleanPostTests
{
    private static readonly OrganisationProfile Hoshimi = new()
    {
        Name = "星見市",
        Prefecture = "長野県",
        Address = "〒399-9999 長野県星見市中央1-2-3",
        Domains = ["city.hoshimi.lg.jp"],
        OfficialNames = ["星見市", "星見市役所", "広報課", "防災課", "観光課", "健康課", "水道課", "星見市立図書館", "星見市文化会館", "広報ほしみ", "星見駅", "子育て支援課"],
        Phones = new Dictionary<string, string>
        {
            ["星見市役所"] = "0265-12-3400",
            ["広報課"] = "0265-12-3401",
            ["防災課"] = "0265-12-3402",
            ["健康課"] = "0265-12-3403",
            ["観光課"] = "0265-12-3404",
            ["水道課"] = "0265-12-3406",
        },
        Emails = ["koho@city.hoshimi.lg.jp"],
        Accounts = ["@hoshimi_city"],
    };

    public static TheoryData<string> Posts()
    {
        using var stream = typeof(CleanPostTests).Assembly.GetManifestResourceStream("clean-posts")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'));
        return [.. string.Join('\n', lines).Split("\n---\n").Select(post => post.Trim('\n'))];
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void An_ordinary_notice_is_left_alone(string post)
    {
        foreach (var medium in new[] { Medium.Facebook, Medium.Line, Medium.X })
        {
            var context = Drafts.Context(context => context with { Organisation = Hoshimi, Medium = medium });
            if (medium == Medium.X && XLength.Of(post).Weighted > XLength.Limit) continue;

            var found = ContentChecker.Check(post, context).Where(finding => finding.Severity > Severity.Hint);

            string.Join("\n", found.Select(finding => $"{finding.RuleId}: {finding.Message}")).ShouldBe("");
        }
    }

    [Fact]
    public void There_are_enough_of_them() => Posts().Count.ShouldBeGreaterThan(60);
}
