using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.People;

namespace TeamsBot.Tests.Packs;

public sealed partial class ShippedPacksTests
{
    public static TheoryData<string> Names => [.. Shipped.Folder.Names];

    [Fact]
    public void The_packs_are_the_five_guidelines_and_a_sample() =>
        Shipped.Folder.Names.ShouldBe(["asaka", "private", "sample", "tochigi", "ward", "yamaguchi"]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_pack_is_without_problems_and_ready_to_be_tried(string name)
    {
        var (pack, _) = Shipped.Folder.LoadForChecks(name);
        var people = PeopleFeature.Load(new ConfigurationBuilder().Build().GetSection("People"), pack, Shipped.Folder);

        if (pack.Mode == UseMode.Private) return;
        foreach (var kind in pack.Approval!.Routes.Select(route => route.Kind))
        {
            var account = pack.Accounts.First(account => account.Kind == kind && people.Holding(Role.Head, account.Section).Any());
            var writer = people.Holding(Role.Writer, account.Section).First();
            people.ResolveRoute(pack, account, writer.ObjectId, new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero)).Refusal.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cited_clause_exists(string name)
    {
        var known = PackGuideline
            .LoadAll(Shipped.Folder.Path)
            .SelectMany(guideline => guideline.Clauses)
            .Select(clause => clause.Id)
            .ToHashSet(StringComparer.Ordinal);
        var cited = Cited()
            .Matches(File.ReadAllText(Shipped.Folder.FileOf(name, PackFolder.PolicyFile)))
            .SelectMany(list => list.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();

        cited.Count.ShouldBeGreaterThan(5);
        cited.Where(id => !known.Contains(id)).ShouldBeEmpty();
        if (name != "sample") cited.Where(id => !id.StartsWith($"{name}-", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_policy_and_its_guideline_speak_of_the_same_document()
    {
        foreach (var guideline in PackGuideline.LoadAll(Shipped.Folder.Path))
        {
            var pack = Shipped.Folder.Load(guideline.Pack);
            pack.Title.ShouldBe(new Bilingual(guideline.Title.Ja, guideline.Title.En));
            if (guideline.Edition is { } edition) pack.Edition.ShouldNotBeNull().Label.ShouldBe(edition);
            if (guideline.Desk is { } desk) pack.Desks.ShouldContain(known => known.Name == desk.Ja && known.Phone == desk.Phone);
        }
    }

    [Theory]
    [InlineData("asaka", "")]
    [InlineData("tochigi", "情報区分 Ⅰ Ⅱ")]
    [InlineData("ward", "機密性 2 3")]
    [InlineData("yamaguchi", "機密性 1 2 3")]
    public void Forbidden_labels_are_a_set_of_the_organisation(string name, string labels)
    {
        var secrecy = Shipped.Folder.Load(name).Classification!.Secrecy;

        (secrecy is null ? "" : $"{secrecy.Scheme} {string.Join(' ', secrecy.Forbidden)}").ShouldBe(labels);
    }

    [Theory]
    [InlineData("asaka", null, null, false)]
    [InlineData("tochigi", 12, null, true)]
    [InlineData("ward", 10, 12, false)]
    [InlineData("yamaguchi", null, null, false)]
    [InlineData("private", null, null, false)]
    public void A_password_length_is_the_guidelines_or_the_organisations_own_setting(string name, int? length, int? months, bool suggested)
    {
        var password = Shipped.Folder.Load(name).Password!;

        (password.MinLength?.Value).ShouldBe(length);
        (password.MinLength?.Basis.Suggested ?? false).ShouldBe(suggested);
        (password.RotationMonths?.Value).ShouldBe(months);
        if (suggested) password.MinLength!.Show("文字").ShouldBe("12文字");
    }

    [Fact]
    public void The_official_and_the_section_accounts_of_asaka_have_different_final_approvers()
    {
        var approval = Shipped.Folder.Load("asaka").Approval!;

        approval.RouteOf(AccountKind.CityOfficial)!.Final.ShouldBe(new(Role.PrHead, SectionScope.Any, "シティ・プロモーション課長"));
        approval.RouteOf(AccountKind.Section)!.Final.ShouldBe(new(Role.Head, SectionScope.Account, "所属長"));
        approval.StandingRanges.Count.ShouldBe(4);
    }

    [Fact]
    public void The_register_of_asaka_is_the_printed_list_of_nineteen()
    {
        var accounts = Shipped.Folder.Load("asaka").Accounts;

        string.Join(' ', accounts.CountBy(account => account.Medium).Select(medium => $"{medium.Key}:{medium.Value}"))
            .ShouldBe("Facebook:5 X:9 Instagram:4 Line:1");
        accounts.Where(account => account.Medium == Medium.X).Max(account => account.Followers!.Count).ShouldBe(14_965);
        accounts.Single(account => account.Section == "博物館").ShouldSatisfyAllConditions(
            museum => museum.Opened.ShouldBe("2018-05"), museum => museum.Followers.ShouldBe(new Followers(154, new(2024, 10, 7))));
    }

    [Fact]
    public void What_a_pack_says_reaches_the_checks()
    {
        var (pack, checks) = Shipped.Folder.LoadForChecks("sample");
        var now = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

        var context = checks.ContextFor(pack.Accounts.Single(account => account.Id == "city-line"), now, now.AddHours(3));

        (context.Medium, context.Now, context.PlannedAt, context.Private).ShouldBe((Medium.Line, now, now.AddHours(3), false));
        context.Policy.Secrecy.ShouldHaveSingleItem().Forbidden.ShouldBe(["2", "3"]);
        context.Policy.MirrorLabels.ShouldBe(["2"]);
        context.Organisation.Domains.ShouldBe(["city.hoshimi.lg.jp"]);
        context.Organisation.Accounts.ShouldContain("@hoshimi_bosai");
        context.Organisation.Phones["防災課"].ShouldBe("0269-00-2119");
        context.Organisation.Addresses["星見市立図書館"].ShouldBe("〒399-9998 長野県星見市文化町4-5");
        context.Organisation.OfficialNames.ShouldContain("星見市総合体育館");
        context.OpeningDays.IsOpen(new(2026, 12, 29)).ShouldBeFalse();
        context.OpeningDays.IsOpenAt(new(2026, 11, 20, 8, 15, 1, TimeSpan.Zero)).ShouldBeFalse();
        Shipped.Folder.LoadForChecks("private").Checks.ContextFor(null, now, null).Private.ShouldBeTrue();
    }

    [Theory]
    [InlineData("asaka", true)]
    [InlineData("sample", true)]
    [InlineData("ward", false)]
    [InlineData("tochigi", false)]
    public void Posting_hours_are_checked_only_where_the_guideline_sets_some(string name, bool asked)
    {
        var saturdayNight = new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.FromHours(9));

        var context = Shipped.Folder.LoadForChecks(name).Checks.ContextFor(null, saturdayNight.AddDays(-1), saturdayNight);

        ContentChecker.Check("講座のお知らせです。", context).Any(finding => finding.RuleId == "posting-hours").ShouldBe(asked);
    }

    [Fact]
    public void The_packs_own_words_are_checked()
    {
        var (_, checks) = Shipped.Folder.LoadForChecks("sample");

        var finding = ContentChecker.Check("星見図書館でお話会を開きます。", checks.ContextFor(null, new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), null))
            .Single(found => found.Category == Category.OfficialName);

        finding.Span.ShouldBe(new Span(0, 5));
        (finding.Message + finding.Suggestion).ShouldContain("星見市立図書館");
    }

    [Fact]
    public void A_wrong_word_book_stops_the_pack_with_its_line()
    {
        using var packs = new TempFolder();
        Directory.CreateDirectory(packs.File("sample"));
        File.Copy(Shipped.Folder.FileOf("sample", PackFolder.PolicyFile), packs.File("sample/policy.yaml"));
        File.WriteAllText(
            packs.File("sample/words.yml"),
            "version: 1\nrules:\n  - expected: 正\n    pattern: /(/\nfacilities:\n  - {phone: 1}\n"
        );

        var refused = Should.Throw<SettingsRefusedException>(() => new PackFolder(packs.Path).LoadForChecks("sample"));

        refused.Problems.Select(problem => (problem.Place.Line, problem.Field)).ShouldBe([(4, "pattern"), (6, "facilities[0].name")]);
    }

    [Theory]
    [InlineData("yamaguchi", "apology-shape", "block")]
    [InlineData("sample", "apology-shape", "warn")]
    public void The_same_apology_weighs_differently_by_pack(string name, string rule, string severity)
    {
        var (_, checks) = Shipped.Folder.LoadForChecks(name);

        var findings = ContentChecker.Check(
            "先日の不適切な投稿について、お詫び申し上げます。",
            checks.ContextFor(null, new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), null)
        );

        findings
            .Where(found => found.RuleId == rule)
            .Select(found => found.Severity.ToString().ToLowerInvariant())
            .Distinct()
            .ShouldBe([severity]);
    }

    [Fact]
    public void A_members_only_account_is_known_to_the_checks()
    {
        var (pack, checks) = Shipped.Folder.LoadForChecks("sample");
        var now = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

        ContentChecker
            .Check("講座のお知らせです。", checks.ContextFor(pack.Accounts.Single(account => account.Id == "city-line"), now, null))
            .ShouldContain(found => found.RuleId == "reach");
        ContentChecker
            .Check("講座のお知らせです。", checks.ContextFor(pack.Accounts.Single(account => account.Id == "city-x"), now, null))
            .ShouldNotContain(found => found.RuleId == "reach");
    }

    [Theory]
    [InlineData("facilities: [{name: 市役所, phone: ０２６９-00-2111}]", "facilities[0].phone", 1)]
    [InlineData("rules: []\nfacilities: [{phone: 0269-00-2111}]", "facilities[0].name", 2)]
    [InlineData("facilities: [{name: 市役所, tel: 0269-00-2111}]", "facilities[0].tel", 1)]
    public void A_wrong_facility_is_named_with_its_line(string words, string field, int line)
    {
        var problems = new ProblemList();

        Facility.ReadAll(YamlNodes.Read(new StringReader(words), PackFolder.WordsFile, problems)!, problems);

        var problem = problems.All.ShouldHaveSingleItem();
        (problem.Field, problem.Place.Line).ShouldBe((field, line));
    }

    [GeneratedRegex(@"cite: \[(?<ids>[^\]]*)\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Cited();
}
