using TeamsBot.Packs;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Tests.Packs;

public sealed class PolicyReadingTests
{
    [Theory]
    [InlineData("mode: official", "mode: offical", "mode", "offical")]
    [InlineData("mode: official", "mod: official", "mod", "ありません")]
    [InlineData("pack: sample", "pack: asaka", "pack", "フォルダー名")]
    [InlineData("  kind: 市", "  kind: []", "organisation.kind", "文字列")]
    [InlineData("  own_domains: [city.hoshimi.lg.jp]", "  own_domains: city.hoshimi.lg.jp", "organisation.own_domains", "一覧")]
    [InlineData("writers: any", "writers: everyone", "approval.routes[0].writers", "everyone")]
    [InlineData("cite: [asaka-6-1]", "cite: [第6条]", "approval.cite[0]", "第6条")]
    [InlineData("{role: prHead, of: any, title: 広報課長}", "{role: mayor, of: any, title: 市長}", "approval.routes[0].final.role", "mayor")]
    [InlineData(
        "{role: prHead, of: any, title: 広報課長}",
        "{role: reviewer, of: any, title: 係長}",
        "approval.routes[0].final.role",
        "head か prHead"
    )]
    [InlineData("    medium: X\n", "    medium: Myspace\n", "accounts[0].medium", "Myspace")]
    [InlineData("    state: running", "    state: open", "accounts[0].state", "open")]
    [InlineData("    url: https://x.com/hoshimi_city", "    url: x.com/hoshimi_city", "accounts[0].url", "https://")]
    [InlineData("  min_length: 10", "  min_length: ten", "password.min_length", "整数")]
    [InlineData("  min_length: 10", "  min_length: 0", "password.min_length", "1から128")]
    [InlineData("  on_staff_change: true", "  on_staff_change: yes", "password.on_staff_change", "true か false")]
    [InlineData("  from: \"08:30\"", "  from: 8時半", "office_hours.from", "時刻")]
    [InlineData("updated: 2026-04-01", "updated: 2026-13-01", "edition.updated", "日付")]
    [InlineData("forbid: [\"2\", \"3\"]", "forbid: [\"4\"]", "classification.secrecy.forbid", "labels")]
    [InlineData("    section: 防災課", "    section: 防災科", "accounts[4].section", "防災科")]
    [InlineData("      - {show: section-name,", "      - {show: 所属名,", "account_duties.naming.profile_must[0].show", "section-name")]
    [InlineData("      - {show: public-body,", "      - {show: section-name,", "account_duties.naming.profile_must[1].show", "二つ目")]
    [InlineData("    prefix_level: must", "    prefix_level: always", "account_duties.naming.prefix_level", "in-principle")]
    [InlineData("profile_limit: {value: 160, suggested: true}", "profile_limit: 5", "media[0].profile_limit", "10から")]
    [InlineData("    topics: [防災・防犯情報]", "    policy_url: city.hoshimi.lg.jp/sns", "accounts[4].policy_url", "https://")]
    [InlineData("  - id: city-facebook", "  - id: city-x", "accounts[1].id", "二つ目")]
    [InlineData(", proof: law, cite", ", proof: laws, cite", "approval.standing_ranges[2].proof", "laws")]
    [InlineData("- {id: legal-procedure", "- {id: published", "approval.standing_ranges[2].id", "二つ目")]
    [InlineData("standing_days: {value: 365", "standing_days: {value: 0", "approval.standing_days.value", "1から1095")]
    [InlineData("  consult: null\n", "  gates: [{gate: compliance}]\n  consult: null\n", "approval.gates[0].tick", "印を付けてもらう文")]
    [InlineData(
        "  consult: null\n",
        "  gates: [{gate: impact, rules: [no-such]}]\n  consult: null\n",
        "approval.gates[0].rules",
        "no-such"
    )]
    [InlineData("  consult: null\n", "  gates: [{gate: two-steps}]\n  consult: null\n", "approval.gates[0].gate", "two-steps")]
    public void A_wrong_field_is_named_with_its_line(string passage, string replacement, string field, string words)
    {
        var (problems, line) = Shipped.WithSampleChanged(passage, replacement);

        var problem = problems
            .Where(found => found.Field == field && found.Japanese.Contains(words, StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        problem.Place.Line.ShouldBe(line);
        problem.Place.Column.ShouldBeGreaterThan(0);
        problem.English.ShouldNotBeEmpty();
        problem.ToString().ShouldStartWith(PackFolder.PolicyFile + ":");
    }

    [Fact]
    public void A_route_without_a_final_approver_is_refused()
    {
        var (problems, _) = Shipped.WithSampleChanged("      final: {role: prHead, of: any, title: 広報課長}\n", "");

        problems.ShouldContain(found =>
            found.Field == "approval.routes[0].final" && found.Japanese.Contains("最終決裁者", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_section_that_is_left_out_is_not_taken_for_silence()
    {
        var (problems, _) = Shipped.WithSampleChanged("  personal_account: null\n", "");

        problems.ShouldHaveSingleItem().Field.ShouldBe("account_duties.personal_account");
    }

    [Fact]
    public void An_account_of_a_kind_without_a_route_is_refused()
    {
        var (problems, _) = Shipped.WithSampleChanged("    - account_kind: section", "    - account_kind: city-official");

        problems.ShouldContain(found => found.Field == "accounts[4].kind");
        problems.ShouldContain(found => found.Field == "approval.routes" && found.Japanese.Contains("二つ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_the_checks_do_not_have_is_refused()
    {
        var (problems, _) = Shipped.WithSampleChanged(
            "checks:\n  rules:\n",
            "checks:\n  rules:\n    - {rule: length-x}\n    - {rule: lenght-x, on: false}\n    - {rule: length-x, level: warn}\n"
        );

        problems.Select(found => found.Field).ShouldBe(["checks.rules[1].rule", "checks.rules[2].rule"]);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = Shipped.ProblemsOf("pack: sample\nmode: work\ncolour: red\n", "sample");

        problems.Count.ShouldBeGreaterThan(10);
        problems.ShouldContain(found => found.Field == "colour");
        problems.ShouldContain(found => found.Field == "title");
        new SettingsRefusedException(problems).Message.ShouldContain($"{problems.Count}件");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("[a, {b: [c]}]")]
    [InlineData("{a: b}")]
    [InlineData("\"\\x\"")]
    [InlineData("&a *a")]
    [InlineData("99999999999999999999")]
    public void Whatever_a_line_is_changed_to_the_answer_is_problems_with_their_lines(string value)
    {
        var lines = File.ReadAllLines(Shipped.Folder.FileOf("sample", PackFolder.PolicyFile));
        for (var at = 0; at < lines.Length; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || lines[at].StartsWith('#')) continue;

            var problems = Shipped.ProblemsOf(
                string.Join('\n', lines.Select((line, number) => number == at ? $"{line[..colon]}: {value}" : line)),
                "sample"
            );

            problems.ShouldAllBe(problem => problem.Place.Line > 0 && problem.Japanese.Length > 0 && problem.English.Length > 0);
        }
    }

    [Theory]
    [InlineData("pack: [sample\nmode: official", 1)]
    [InlineData("pack: sample\n\tmode: official", 2)]
    [InlineData("pack: sample\npack: asaka", 2)]
    [InlineData("- pack\n- sample", 1)]
    [InlineData("", 1)]
    public void Broken_YAML_is_one_problem_with_its_line(string policy, int line) =>
        Shipped.ProblemsOf(policy, "sample").ShouldHaveSingleItem().Place.Line.ShouldBe(line);

    [Fact]
    public void A_pack_that_is_not_there_names_those_that_are()
    {
        var refused = Should.Throw<SettingsRefusedException>(() => Shipped.Folder.Load("../sample"));

        refused.Problems.ShouldHaveSingleItem().Japanese.ShouldContain("asaka, private, sample, tochigi, ward, yamaguchi");
    }
}
