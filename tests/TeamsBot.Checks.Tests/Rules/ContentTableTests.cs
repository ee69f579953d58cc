namespace TeamsBot.Checks.Tests.Rules;

/// <summary>Sentences that must be found and sentences that must be left alone, one table for each kind of content.</summary>
public sealed class ContentTableTests
{
    public static TheoryData<string> Rumours => TableLine.Lines("rumour", '+');

    public static TheoryData<string> Internal => TableLine.Lines("internal-only", '+');

    public static TheoryData<string> Discriminating => TableLine.Lines("discrimination", '+');

    public static TheoryData<string> Irreverent => TableLine.Lines("irreverent", '+');

    public static TheoryData<string> Illegal => TableLine.Lines("illegal-act", '+');

    public static TheoryData<string> Exposing => TableLine.Lines("security", '+');

    public static TheoryData<string> Credentials => TableLine.Lines("credential", '+');

    public static TheoryData<string> Personal => TableLine.Lines("personal-data", '+');

    public static TheoryData<string> Opinions => TableLine.Lines("not-official-view", '+');

    public static TheoryData<string> Flaming => TableLine.Lines("flaming", '+');

    public static TheoryData<string> Indecent => TableLine.Lines("public-order", '+');

    public static TheoryData<string> Advertising => TableLine.Lines("gain", '+');

    public static TheoryData<string> Hurtful => TableLine.Lines("rights-wording", '+');

    public static TheoryData<string> Posts => TableLine.Lines("posts", '+');

    public static TheoryData<string> Harmless
    {
        get
        {
            var all = new TheoryData<string>();
            foreach (
                var table in (string[])
                    [
                        "rumour",
                        "internal-only",
                        "discrimination",
                        "irreverent",
                        "illegal-act",
                        "security",
                        "credential",
                        "personal-data",
                        "not-official-view",
                        "flaming",
                        "public-order",
                        "gain",
                        "rights-wording",
                        "municipal",
                    ]
            )
            {
                foreach (var row in TableLine.Lines(table, '-')) all.Add(row);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Rumours))]
    public void Hearsay_is_found(string line) => Found(line, "rumour", "unverified");

    [Theory, MemberData(nameof(Internal))]
    public void What_is_meant_for_the_office_is_found(string line) => Found(line, "internal-only");

    [Theory, MemberData(nameof(Discriminating))]
    public void Exclusion_contempt_and_fixed_roles_are_found(string line) => Found(line, "discrimination", "rights-wording", "irreverent");

    [Theory, MemberData(nameof(Irreverent))]
    public void Contempt_for_readers_is_found(string line) => Found(line, "irreverent", "discrimination");

    [Theory, MemberData(nameof(Illegal))]
    public void Encouragement_of_illegal_acts_is_found(string line) => Found(line, "illegal-act");

    [Theory, MemberData(nameof(Exposing))]
    public void What_weakens_the_organisations_own_safety_is_found(string line) => Found(line, "security-exposure");

    [Theory, MemberData(nameof(Credentials))]
    public void A_secret_that_is_given_away_is_found(string line) => Found(line, "credential");

    [Theory, MemberData(nameof(Personal))]
    public void A_private_persons_data_is_found(string line) => Found(line, "personal-data", "my-number", "card-number");

    [Theory, MemberData(nameof(Opinions))]
    public void The_writers_own_opinion_and_life_are_found(string line) => Found(line, "not-official-view", "flaming-theme");

    [Theory, MemberData(nameof(Flaming))]
    public void Taking_sides_and_making_light_are_found(string line) => Found(line, "flaming-theme", "political-act");

    [Theory, MemberData(nameof(Indecent))]
    public void Indecent_words_and_links_are_found(string line) => Found(line, "public-order", "obscene-link");

    [Theory, MemberData(nameof(Advertising))]
    public void A_business_that_advertises_itself_is_found(string line) => Found(line, "gain-promotion");

    [Theory, MemberData(nameof(Hurtful))]
    public void Words_that_hurt_whom_they_name_are_found(string line) => Found(line, "rights-wording", "discrimination");

    [Theory, MemberData(nameof(Harmless))]
    public void What_public_bodies_write_every_day_is_left_alone(string line)
    {
        var row = TableLine.Parse(line);
        row.Findings().ShouldBeEmpty(row.Said(row.Findings()));
    }

    [Theory, MemberData(nameof(Posts))]
    public void A_post_that_would_make_the_news_is_found(string line)
    {
        var row = TableLine.Parse(line);
        row.Findings()
            .Any(finding => finding.Span is not { } span || row.Marked.Any(mark => mark.Overlaps(span)))
            .ShouldBeTrue($"found only: {row.Said(row.Findings())}");
    }

    private static void Found(string line, params string[] rules)
    {
        var row = TableLine.Parse(line);
        row.Marked.ShouldNotBeEmpty();
        row.Findings()
            .Any(finding => rules.Contains(finding.RuleId) && finding.Span is { } span && row.Marked.Any(mark => mark.Overlaps(span)))
            .ShouldBeTrue($"found only: {row.Said(row.Findings())}");
    }
}
