using System.Text.Json;

namespace TeamsBot.Tests.Commands;

public sealed class CheckCommandTests
{
    private const string Ng = "㈱星見のイベントです。";

    [Fact]
    public async Task A_text_is_reported_under_the_three_headings_with_their_counts()
    {
        var run = await CliRun.Of("", "check", Ng);

        run.Error.ShouldBeEmpty();
        run.Out.Split('\n')[0].ShouldMatch("^誤り1件・漏えい0件・誤解[0-9]件$");
        run.Out.ShouldContain("機種依存文字 1行目「㈱」");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_text_may_come_from_standard_input_and_may_begin_with_a_mention()
    {
        (await CliRun.Of(Ng, "check", "-")).Out.ShouldContain("㈱");
        (await CliRun.Of("", "check", "@hoshimi_city ㈱")).Out.ShouldContain("㈱");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \n　", "")]
    [InlineData("-", "")]
    [InlineData("-", " \n")]
    public async Task Nothing_to_check_is_an_error(string text, string input)
    {
        var run = await CliRun.Of(input, "check", text);

        run.ExitCode.ShouldNotBe(0);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("点検する文が空です");
    }

    [Theory]
    [InlineData("2026-11-24T17:00", false)]
    [InlineData("2026-11-24T17:30", true)]
    [InlineData("2026-11-24T08:00:00Z", false)]
    [InlineData("2026-11-24T08:30:00Z", true)]
    public async Task A_planned_time_without_an_offset_is_the_time_in_Japan(string planned, bool outside)
    {
        var run = await CliRun.Of("", "check", "講座のお知らせです。", "--planned", planned);

        run.Out.Contains("運用時間", StringComparison.Ordinal).ShouldBe(outside, run.Out);
    }

    [Fact]
    public async Task Rows_are_answered_one_object_a_line_with_UTF16_offsets()
    {
        var run = await CliRun.Of($$$"""
            {"id":"a","platform":"X","text":"😀{{{Ng}}}","planned_at":null,"meta":{"now":"2026-11-20T10:00:00+09:00","x_weighted_length":3}}

            {"id":"b","platform":"LINE","text":"晴れ"}
            """, "check", "--jsonl", "-");

        run.ExitCode.ShouldBe(0);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("㈱");
        var finding = JsonDocument
            .Parse(lines[0])
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Single(found => found.GetProperty("category").GetString() == "platform_chars");
        (finding.GetProperty("start").GetInt32(), finding.GetProperty("end").GetInt32()).ShouldBe((2, 3));
        finding.GetProperty("severity").GetString().ShouldBe("hint");
        finding.GetProperty("rule").GetString().ShouldNotBeNullOrEmpty();
        finding.GetProperty("clauses").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","text":"x","planned_at":"tomorrow"}""")]
    public async Task A_row_that_cannot_be_read_ends_the_run_with_its_line(string row)
    {
        var run = await CliRun.Of($$"""
            {"id":"before","text":"晴れ"}
            {{row}}
            {"id":"after","text":"晴れ"}
            """, "check", "--jsonl", "-");

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("Line 2");
        run.Out.ShouldContain("\"before\"");
    }

    [Fact]
    public async Task Profiles_that_cannot_be_read_end_the_run()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("profiles.json"), "[");

        var run = await CliRun.Of("{}", "check", "--jsonl", "-", "--profiles", folder.File("profiles.json"));

        run.ExitCode.ShouldBe(65);
        run.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("check", 64)]
    [InlineData("check text --jsonl -", 64)]
    [InlineData("check text --medium Myspace", 64)]
    [InlineData("check text --planned tomorrow", 64)]
    [InlineData("check text --account nowhere", 64)]
    [InlineData("check text --pack nowhere", 78)]
    [InlineData("check --jsonl no-such-file", 66)]
    public async Task A_call_that_makes_no_sense_is_told_on_standard_error(string args, int exitCode)
    {
        var run = await CliRun.Of("", args.Split(' '));

        run.ExitCode.ShouldBe(exitCode);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldNotBeEmpty();
    }
}
