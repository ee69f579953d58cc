using TeamsBot.Checks.Profiles;

namespace TeamsBot.Checks.Tests.Profiles;

public sealed class ProfileTextTests
{
    private const string Purpose = "県政情報や暮らしに役立つお知らせを届けます。";

    private static readonly ProfileFacts Facts = new()
    {
        Organisation = "山口県",
        Section = "広報広聴課",
        Purpose = Purpose,
        PolicyUrl = "https://www.pref.yamaguchi.lg.jp/site/sns/12345.html",
        MaxLength = 160,
    };

    [Fact]
    public void A_profile_names_organisation_purpose_and_policy()
    {
        var profile = ProfileText.Write(Facts);

        profile.Text.ShouldBe("山口県広報広聴課の公式アカウントです。\n県政情報や暮らしに役立つお知らせを届けます。\n運用方針：https://www.pref.yamaguchi.lg.jp/site/sns/12345.html");
        (profile.IsPurposeWhole, profile.Fits).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(60, "運用方針：https://www.pref.yamaguchi.lg.jp/site/sns/12345.html", true)]
    [InlineData(70, "運用方針：pref.yamaguchi.lg.jp/site/sns/12345.html", true)]
    [InlineData(80, "pref.yamaguchi.lg.jp/site/sns/12345.html", true)]
    [InlineData(90, "pref.yamaguchi.lg.jp/site/sns/12345.html", false)]
    [InlineData(140, null, false)]
    [InlineData(150, null, false)]
    public void A_long_name_shortens_the_link_and_then_the_purpose_and_is_never_cut_itself(int length, string? link, bool isPurposeWhole)
    {
        var section = new string('長', length);

        var profile = ProfileText.Write(Facts with { Section = section });

        profile.Text.Length.ShouldBeLessThanOrEqualTo(160);
        profile.Text.ShouldContain($"山口県{section}");
        (profile.Link, profile.IsPurposeWhole).ShouldBe((link, isPurposeWhole));
    }

    [Fact]
    public void A_name_longer_than_the_limit_is_given_whole_and_said_not_to_fit()
    {
        var profile = ProfileText.Write(Facts with { Section = new string('長', 200) });

        (profile.Fits, profile.Text.Length).ShouldBe((false, 203));
    }

    [Fact]
    public void A_long_purpose_is_cut_and_the_whole_stays_within_the_limit()
    {
        var profile = ProfileText.Write(Facts with { Purpose = string.Concat(Enumerable.Repeat("😀県政", 60)) });

        profile.Text.Length.ShouldBeLessThanOrEqualTo(160);
        (profile.IsPurposeWhole, profile.Text.Contains('…', StringComparison.Ordinal)).ShouldBe((false, true));
        profile.Text.IsNormalized().ShouldBeTrue();
        profile.Link.ShouldBe("pref.yamaguchi.lg.jp/site/sns/12345.html");
    }

    [Theory]
    [InlineData(ReplyMode.Inform)]
    [InlineData(ReplyMode.Community)]
    public void What_is_written_passes_the_check_of_the_same_demands(ReplyMode mode)
    {
        var facts = Facts with
        {
            ReplyMode = mode,
            Demands = [.. Enum.GetValues<ProfileMust>().Select(must => new ProfileDemand(must, []))],
        };

        ProfileCheck.Check(ProfileText.Write(facts).Text, facts).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_policy_and_a_purpose_the_organisation_stands_alone() =>
        ProfileText.Write(Facts with { Purpose = "", PolicyUrl = null }).Text.ShouldBe("山口県広報広聴課の公式アカウントです。");
}
