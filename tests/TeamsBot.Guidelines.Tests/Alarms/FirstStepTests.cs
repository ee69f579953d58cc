using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Tests.Answers;

namespace TeamsBot.Tests.Alarms;

/// <summary>The first steps of the shipped packs, kind by kind, and what a wrong file is told.</summary>
public sealed class FirstStepTests
{
    private static readonly IReadOnlyList<PackGuideline> Packs = PackGuideline.LoadAll(Path.Combine(Loaded.Root, "packs"));

    [Fact]
    public void Every_pack_says_what_to_do_first_in_every_kind_of_trouble()
    {
        Packs.Count.ShouldBeGreaterThanOrEqualTo(6);
        foreach (var pack in Packs)
            foreach (var kind in Enum.GetValues<TroubleKind>()) pack.StepsFor(kind).ShouldNotBeEmpty($"{pack.Pack} {kind}");
    }

    /// <summary>The same alarm, other organisations, other steps.</summary>
    [Theory]
    [InlineData("sample", TroubleKind.Hijack, "sample-7-1-1")]
    [InlineData("asaka", TroubleKind.Hijack, "asaka-8-1-1a")]
    [InlineData("tochigi", TroubleKind.Hijack, "tochigi-7-3-2-1a")]
    [InlineData("ward", TroubleKind.Hijack, "ward-5-6b")]
    [InlineData("yamaguchi", TroubleKind.Hijack, "yamaguchi-4-2-3a")]
    [InlineData("asaka", TroubleKind.Impersonation, "asaka-8-2-1a")]
    [InlineData("asaka", TroubleKind.Flaming, "asaka-8-3-3a")]
    [InlineData("asaka", TroubleKind.Threat, "asaka-8-3-4c")]
    [InlineData("yamaguchi", TroubleKind.Flaming, "yamaguchi-4-2-1-1")]
    [InlineData("private", TroubleKind.Mispost, "private-3-3-2a")]
    public void The_first_step_is_the_organisation_s_own(string pack, TroubleKind kind, string clause) =>
        Packs.Single(known => known.Pack == pack).StepsFor(kind)[0].Clause.ShouldBe(clause);

    /// <summary>
    /// A private grumble has no right content to put in its place; either may be taken out of sight with the head's consent.
    /// </summary>
    [Fact]
    public void Only_wrong_content_is_put_right_and_either_may_be_hidden()
    {
        foreach (var pack in Packs.Where(pack => pack.Pack != "private"))
        {
            var steps = pack.StepsFor(TroubleKind.Mispost);
            foreach (var isOfAnother in (bool[])[true, false])
                steps
                    .Where(step => step.IsFor(isOfAnother))
                    .ShouldContain(
                        step => step.Ja.StartsWith("所属長の了解を得て、投稿を非表示か削除にする", StringComparison.Ordinal),
                        pack.Pack
                    );
        }

        var own = Packs.Single(pack => pack.Pack == "sample").StepsFor(TroubleKind.Mispost);
        own.Where(step => step.IsFor(isOfAnotherAccount: true)).ShouldNotContain(step => step.Clause == "sample-7-4-1");
        own.Where(step => step.IsFor(isOfAnotherAccount: false)).ShouldContain(step => step.Clause == "sample-7-4-1");
    }

    [Theory]
    [InlineData("firstSteps: {mispost: [{ja: 電話する, en: Phone, when: sometimes}]}", "sometimes")]
    [InlineData("firstSteps: {earthquake: []}", "earthquake")]
    [InlineData("firstSteps: {hijack: [{clause: tochigi-1}]}", "tochigi-1")]
    [InlineData("firstSteps: {hijack: [{ja: 電話する}]}", "hijack")]
    public void A_step_that_leads_nowhere_stops_the_reading(string steps, string named)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("steps-").FullName, "guideline.yaml");
        File.WriteAllText(file, $"pack: mine\n{steps}\nclauses: []\n");
        Should.Throw<InvalidDataException>(() => PackGuideline.Load(file)).Message.ShouldContain(named);
    }
}
