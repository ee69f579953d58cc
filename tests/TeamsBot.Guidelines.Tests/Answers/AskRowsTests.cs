using System.Text.Json;
using TeamsBot.Guidelines;

namespace TeamsBot.Tests.Answers;

/// <summary>The lines of the <c>ask</c> command.</summary>
public sealed class AskRowsTests
{
    [Fact]
    public void A_row_becomes_a_line_with_its_citations_best_first()
    {
        var line = AskRows
            .Run(Loaded.WithoutDocuments, ["""{"id":"q1","question":"パスワードは何文字以上？","style":"casual"}""", ""], "ward")
            .ShouldHaveSingleItem();
        var json = JsonDocument.Parse(line).RootElement;
        json.GetProperty("id").GetString().ShouldBe("q1");
        json.GetProperty("found").GetBoolean().ShouldBeTrue();
        json.GetProperty("lang").GetString().ShouldBe("ja");
        json.GetProperty("text").GetString()!.ShouldContain("10文字以上");
        var citation = json.GetProperty("citations")[0];
        citation.EnumerateObject().Select(member => member.Name).ShouldBe(["document", "clause", "heading", "quote", "clause_id"]);
        citation.GetProperty("clause_id").GetString().ShouldBe("ward-5-2");
        line.ShouldNotContain("\n");
        line.ShouldContain("文字");
    }

    [Fact]
    public void A_refused_row_has_no_citations()
    {
        var json = JsonDocument.Parse(AskRows.Run(Loaded.WithoutDocuments, ["""{"id":7,"question":"明日の天気は？"}"""]).Single()).RootElement;
        json.GetProperty("id").GetString().ShouldBe("7");
        json.GetProperty("found").GetBoolean().ShouldBeFalse();
        json.GetProperty("citations").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"id":"x"}""")]
    public void A_line_that_is_no_row_is_refused_with_its_number(string line) =>
        Should.Throw<FormatException>(() => AskRows.Run(Loaded.WithoutDocuments, ["", line]).ToList()).Message.ShouldStartWith("line 2:");
}
