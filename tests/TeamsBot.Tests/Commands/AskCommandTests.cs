using System.Text.Json;

namespace TeamsBot.Tests.Commands;

public sealed class AskCommandTests
{
    [Fact]
    public async Task A_question_is_answered_with_its_clause()
    {
        var run = await CliRun.Of("", "ask", "--pack", "ward", "パスワードは何文字以上？");

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("10文字");
        run.Out.ShouldContain("[ward-5-2]");
    }

    [Fact]
    public async Task An_alarm_is_answered_with_all_steps_as_in_chat_while_a_row_keeps_the_best_place()
    {
        var run = await CliRun.Of("", "ask", "--pack", "tochigi", "乗っ取られた、記者発表はする？");
        run.Out.ShouldStartWith("1. ");
        run.Out.ShouldContain("\n4. ");
        run.Out.ShouldContain("[tochigi-7-3-2-1a]");

        var row = await CliRun.Of("""{"id":1,"question":"乗っ取られた、記者発表はする？"}""", "ask", "--pack", "tochigi", "--jsonl", "-");
        JsonDocument
            .Parse(row.Out)
            .RootElement.GetProperty("citations")[0]
            .GetProperty("clause_id")
            .GetString()
            .ShouldBe("tochigi-7-3-2-4");
    }

    [Fact]
    public async Task A_question_without_an_answer_ends_with_a_status()
    {
        var run = await CliRun.Of("", "ask", "？");

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldNotContain("■");
    }

    [Fact]
    public async Task Rows_are_answered_one_object_a_line_in_their_order()
    {
        var run = await CliRun.Of("""
            {"id":"q1","question":"パスワードは何文字以上？"}

            {"id":"q2","question":"？"}
            """, "ask", "--pack", "ward", "--jsonl", "-");

        run.ExitCode.ShouldBe(0);
        var rows = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        rows.Select(row => row.GetProperty("id").GetString()).ShouldBe(["q1", "q2"]);
        rows.Select(row => row.GetProperty("found").GetBoolean()).ShouldBe([true, false]);
        rows[0].GetProperty("citations")[0].GetProperty("clause_id").GetString().ShouldBe("ward-5-2");
    }

    [SharedFact]
    public async Task An_official_document_is_quoted_word_for_word()
    {
        var run = await CliRun.Of(
            """{"id":1,"question":"山口県の相談窓口の電話番号は？"}""",
            "ask",
            "--documents",
            SharedFolder.File("guidelines")!,
            "--jsonl",
            "-"
        );

        run.ExitCode.ShouldBe(0);
        var citation = JsonDocument.Parse(run.Out).RootElement.GetProperty("citations")[0];
        citation.GetProperty("document").GetString().ShouldNotBeNull().ShouldEndWith(".txt");
        citation.GetProperty("quote").GetString().ShouldNotBeNull().ShouldContain("083-933-2566");
    }

    [Theory]
    [InlineData("ask", 64)]
    [InlineData("ask question --jsonl -", 64)]
    [InlineData("ask question --documents no-such-folder", 66)]
    [InlineData("ask --jsonl no-such-file", 66)]
    [InlineData("ask question --pack nowhere", 78)]
    public async Task A_call_that_makes_no_sense_is_told_on_standard_error(string args, int exitCode)
    {
        var run = await CliRun.Of("", args.Split(' '));

        run.ExitCode.ShouldBe(exitCode);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_line_that_is_no_row_ends_the_run_with_its_number()
    {
        var run = await CliRun.Of("{\"id\":\"q1\",\"question\":\"？\"}\n{", "ask", "--jsonl", "-");

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("line 2");
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_named()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("broken.docx"), [1, 2, 3]);

        var run = await CliRun.Of("", "ask", "質問", "--documents", folder.Path);

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("broken.docx");
    }
}
