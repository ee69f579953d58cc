using TeamsBot.Checks.Profiles;

namespace TeamsBot.Checks.Tests.Profiles;

public sealed class ProfileCheckTests
{
    private const string Policy = "https://www.pref.tochigi.lg.jp/sns/policy.html";

    private static readonly ProfileFacts Facts = new()
    {
        Organisation = "栃木県", Section = "広報課", PolicyUrl = Policy, MaxLength = 160,
        Demands = [.. Enum.GetValues<ProfileMust>().Select(must => new ProfileDemand(must, [$"clause-{must}"]))],
    };

    [Theory]
    [InlineData("栃木県広報課", true)]
    [InlineData("運用は広報課です。", true)]
    [InlineData("総合政策部広報課公式", true)]
    [InlineData("県政策広報課", false)]
    [InlineData("広報　課", false)]
    [InlineData("広報", false)]
    [InlineData("", false)]
    public void The_section_is_named_exactly(string text, bool passes) => Finds(ProfileMust.SectionName, text).ShouldBe(!passes);

    [Theory]
    [InlineData("栃木県の公式アカウント", true)]
    [InlineData("非公式です", false)]
    [InlineData("公式ではありません", false)]
    [InlineData("県のアカウント", false)]
    public void A_public_body_says_that_it_is_official(string text, bool passes) => Finds(ProfileMust.PublicBody, text).ShouldBe(!passes);

    [Theory]
    [InlineData("情報の発信専用です。", true)]
    [InlineData("原則として返信は行いません。", true)]
    [InlineData("個別の回答はしておりません", true)]
    [InlineData("皆さまとの交流の場です。", true)]
    [InlineData("コメントをお待ちしています。", true)]
    [InlineData("県の情報をお届けします。", false)]
    [InlineData("発信専用ではありません。", false)]
    [InlineData("発信専用です。コメントをお待ちしています。", false)]
    public void A_profile_says_in_one_way_only_whether_it_informs_or_invites(string text, bool passes) =>
        Finds(ProfileMust.ReplyMode, text).ShouldBe(!passes);

    [Fact]
    public void A_missing_mode_brings_both_ready_sentences_and_each_of_them_passes()
    {
        var offers = ProfileCheck.Check("栃木県広報課", Facts).Single(finding => finding.Must == ProfileMust.ReplyMode).Offers;

        offers.Select(offer => offer.Mode).ShouldBe([ReplyMode.Inform, ReplyMode.Community]);
        offers.ShouldAllBe(offer => !Finds(ProfileMust.ReplyMode, offer.Text));
    }

    [Fact]
    public void A_profile_that_says_the_other_than_the_register_does_not_pass() =>
        ProfileCheck
            .Check("発信専用です。", Facts with { ReplyMode = ReplyMode.Community })
            .Single(finding => finding.Must == ProfileMust.ReplyMode)
            .Message.ShouldContain("台帳では「交流の場」");

    [Theory]
    [InlineData("https://www.pref.tochigi.lg.jp/sns/policy.html", true)]
    [InlineData("方針 pref.tochigi.lg.jp/sns/policy.html です", true)]
    [InlineData("方針はhttps://www.pref.tochigi.lg.jp/sns/policy.html。", true)]
    [InlineData("ｈｔｔｐｓ：／／www.pref.tochigi.lg.jp/sns/policy.html", true)]
    [InlineData("https://www.pref.tochigi.lg.jp/sns/policy.html2", false)]
    [InlineData("https://www.pref.tochigi.lg.jp/sns/", false)]
    [InlineData("https://example.com/?u=https://www.pref.tochigi.lg.jp/sns/policy.html", false)]
    public void The_policy_is_linked_by_its_registered_address(string text, bool passes) =>
        Finds(ProfileMust.PolicyLink, text).ShouldBe(!passes);

    [Fact]
    public void The_address_to_paste_is_given_and_one_that_is_not_registered_is_asked_for()
    {
        var missing = ProfileCheck.Check("広報課", Facts).Single(finding => finding.Must == ProfileMust.PolicyLink);
        missing.Message.ShouldContain(Policy);
        missing.Offers.ShouldHaveSingleItem().Text.ShouldContain(Policy);

        ProfileCheck
            .Check("広報課", Facts with { PolicyUrl = null })
            .Single(finding => finding.Must == ProfileMust.PolicyLink)
            .Message.ShouldContain("台帳にありません");
    }

    [Fact]
    public void The_name_found_instead_of_the_sections_is_quoted_beside_the_right_one() =>
        ProfileCheck
            .Check("広報室", Facts, "広報室")
            .Single(finding => finding.Must == ProfileMust.SectionName)
            .Message.ShouldBe("「広報室」ではなく、台帳にある所属名「広報課」を書いてください。");

    [Fact]
    public void An_abbreviation_is_quoted_beside_the_right_name() =>
        ProfileCheck.Check("栃木県広報です", Facts).Single(finding => finding.Must == ProfileMust.SectionName).Message.ShouldStartWith("「広報」ではなく");

    [Fact]
    public void Every_ready_sentence_together_makes_a_profile_that_passes()
    {
        var findings = ProfileCheck.Check("", Facts);

        var text = string.Join('\n', findings.Select(finding => finding.Offers[0].Text).Distinct());

        ProfileCheck.Check(text, Facts).ShouldBeEmpty();
        findings.ShouldAllBe(finding => finding.Clauses.Count == 1);
    }

    [Fact]
    public void A_text_longer_than_the_medium_takes_is_counted() =>
        ProfileCheck.Check(new string('あ', 163), Facts with { Demands = [] }).ShouldHaveSingleItem().Message.ShouldContain("3字超えて");

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("\uffff公式\ud83d\ude00")]
    public void No_text_makes_it_throw(string text) => Should.NotThrow(() => ProfileCheck.Check(text, Facts));

    private static bool Finds(ProfileMust must, string text) => ProfileCheck.Check(text, Facts).Any(finding => finding.Must == must);
}
