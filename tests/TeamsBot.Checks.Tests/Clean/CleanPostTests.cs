using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Tests.Clean;

/// <summary>
/// A false block on an ordinary notice is the worst that a check can do: these posts must pass every rule with hints at most.
/// </summary>
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

    /// <summary>The other way round: what is spoilt in such a notice must be found there, whatever stands around it.</summary>
    [Theory]
    [MemberData(nameof(Posts))]
    public void A_wrong_weekday_in_it_is_found(string post)
    {
        foreach (var mention in DateScanner.Scan(post).Where(mention => mention.WeekdayAt is not null && mention.Form != DateForm.English))
        {
            if (post.Contains("（誤）", StringComparison.Ordinal)) continue;
            var wrong = "日月火水木金土"[((int)mention.Weekday!.Value + 3) % 7];
            var spoilt = post[..mention.WeekdayAt!.Value.Start] + wrong + post[mention.WeekdayAt.Value.End..];

            Drafts.Find("date-weekday", spoilt).ShouldNotBeEmpty(spoilt);
        }
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void A_lost_digit_of_a_number_in_it_is_found(string post)
    {
        foreach (var number in PhoneNumber.Scan(post).Where(number => number.Groups.Count == 3))
        {
            var spoilt = post.Remove(number.Piece.End - 1, 1);

            Drafts.Find("phone-form", spoilt).ShouldNotBeEmpty(spoilt);
        }
    }

    [Fact]
    public void There_are_enough_of_them() => Posts().Count.ShouldBeGreaterThan(60);
}
