using TeamsBot.Guidelines;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Packs;

/// <summary>What a wrong <c>runbooks.yaml</c> is told, and that it stops the start.</summary>
public sealed class RunbookReadingTests
{
    private const string Good = "id: tell, ja: 知らせる, en: Tell";

    [Theory]
    [InlineData("earthquake: {steps: []}", "runbooks.earthquake", "earthquake")]
    [InlineData("hijack: {steps: []}", "runbooks.hijack.steps", "一つ以上")]
    [InlineData("hijack: {steps: [{" + Good + "}]}", "runbooks.hijack.steps[0].derived", "どちらか一つ")]
    [InlineData("hijack: {steps: [{" + Good + ", clause: sample-7-1-1, derived: true}]}", "runbooks.hijack.steps[0].derived", "どちらか一つ")]
    [InlineData("hijack: {steps: [{" + Good + ", clause: sample-99}]}", "runbooks.hijack.steps[0].clause", "sample-99")]
    [InlineData("hijack: {steps: [{" + Good + ", clause: asaka-8-1-1a}]}", "runbooks.hijack.steps[0].clause", "asaka-8-1-1a")]
    [InlineData("hijack: {steps: [{id: tell, ja: 知らせる, derived: true}]}", "runbooks.hijack.steps[0].en", "必ず")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, who: mayor}]}", "runbooks.hijack.steps[0].who", "mayor")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, when: soon}]}", "runbooks.hijack.steps[0].when", "soon")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, minutes: 0}]}", "runbooks.hijack.steps[0].minutes", "1から")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, minutes: 30}]}", "runbooks.hijack.steps[0].minutes", "設定値")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, open_days: 3}]}", "runbooks.hijack.steps[0].open_days", "設定値")]
    [InlineData(
        "hijack: {steps: [{" + Good + ", derived: true, when: now, open_days: {value: 3, suggested: true}}]}",
        "runbooks.hijack.steps[0].when",
        "一つだけ"
    )]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, proof: stamp}]}", "runbooks.hijack.steps[0].proof", "stamp")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, level: should}]}", "runbooks.hijack.steps[0].level", "should")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, only_if: [raining]}]}", "runbooks.hijack.steps[0].only_if[0]", "raining")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true, on: x}]}", "runbooks.hijack.steps[0].on", "ありません")]
    [InlineData("hijack: {steps: [{" + Good + ", derived: true}, {" + Good + ", derived: true}]}", "runbooks.hijack.steps[1].id", "二つ目")]
    [InlineData("hijack: {notify: {desks: [kohou]}, steps: [{" + Good + ", derived: true}]}", "runbooks.hijack.notify", "kohou")]
    public void A_wrong_field_is_named_with_its_line(string kind, string field, string words)
    {
        var problem = ProblemsOf($"runbooks:\n  {kind}\n")
            .Where(found => found.Field == field && found.Japanese.Contains(words, StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        problem.Place.Line.ShouldBe(2);
        problem.English.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_wrong_file_stops_the_start_with_file_line_and_field()
    {
        using var packs = new TempFolder();
        PackCopy.Of("sample", packs, text => text.Replace("clause: sample-7-1-2", "clause: sample-7-1-9", StringComparison.Ordinal));

        var refused = Should.Throw<SettingsRefusedException>(() => new PackFolder(packs.Path).Load("sample"));

        var problem = refused.Problems.ShouldHaveSingleItem();
        problem.Field.ShouldBe("runbooks.hijack.steps[1].clause");
        problem.ToString().ShouldContain(PackFolder.RunbooksFile);
        problem.Place.Line.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_pack_without_the_file_has_no_steps()
    {
        using var packs = new TempFolder();
        PackCopy.Of("sample", packs, text => text);
        File.Delete(packs.File("sample/runbooks.yaml"));

        new PackFolder(packs.Path).Load("sample").Runbooks.ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_of_a_step_is_read()
    {
        var problems = new ProblemList();
        var file = YamlNodes.Read(
            new StringReader(
                """
                runbooks:
                  hijack:
                    notify: {roles: [head], desks: [koho], cite: [asaka-8-1-1a]}
                    steps:
                      - {id: a, ja: 変える, en: Change, who: custodian, when: now, proof: none, only_if: [login_works], clause: sample-7-1-1}
                      - {id: b, ja: 決める, en: Decide, who: head, minutes: {value: 60, suggested: true}, proof: decision, level: may, derived: true}
                      - {id: c, ja: 聞く, en: Ask, who: digital, open_days: 3, proof: receipt, clause: sample-7-1-2}
                """
            ),
            PackFolder.RunbooksFile,
            problems
        )!;

        var runbook = Read(file, problems)[TroubleKind.Hijack];

        problems.All.ShouldBeEmpty();
        runbook.Notify!.ShouldSatisfyAllConditions(
            notify => notify.Roles.ShouldBe([Role.Head]), notify => notify.Desks.ShouldBe(["koho"]));
        runbook.Steps.Select(step => (step.Who, step.Proof, step.Level, step.Clause, step.IsFirst())).ShouldBe(
        [
            (new Doer(null, null), StepProof.None, StepLevel.Must, "sample-7-1-1", true),
            (new Doer(Role.Head, null), StepProof.Decision, StepLevel.May, null, false),
            (new Doer(null, "digital"), StepProof.Receipt, StepLevel.Must, "sample-7-1-2", false),
        ]);
        runbook.Steps[0].OnlyIf.ShouldBe([StepCondition.LoginWorks]);
        runbook.Steps[1].Time.Minutes!.Basis.Suggested.ShouldBeTrue();
        runbook.Steps[2].Time.OpenDays!.ShouldSatisfyAllConditions(
            days => days.Value.ShouldBe(3), days => days.Basis.Cite.ShouldBe(["sample-7-1-2"]));
    }

    private static IReadOnlyList<Problem> ProblemsOf(string text)
    {
        var problems = new ProblemList();
        if (YamlNodes.Read(new StringReader(text), PackFolder.RunbooksFile, problems) is { } file) Read(file, problems);
        return problems.All;
    }

    private static IReadOnlyDictionary<TroubleKind, Runbook> Read(MapNode file, ProblemList problems) => RunbookFile.Read(
        file, Shipped.Sample.Desks, new HashSet<string>(["sample-7-1-1", "sample-7-1-2"], StringComparer.Ordinal), problems);
}
