namespace TeamsBot.Tests.Answers;

/// <summary>
/// Each of the clauses is the answer to a question that staff could ask about it. The questions stand in Questions/clauses.tsv; none of
/// their wordings is in a pack.
/// </summary>
public sealed partial class ClauseAnswerTests
{
    public static TheoryData<string, string> Questions()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Loaded.Rows("clauses.tsv")) rows.Add(row[0], row[1]);
        return rows;
    }

    [SharedTheory]
    [MemberData(nameof(Questions))]
    public void A_question_about_a_clause_cites_it_among_the_first_three(string clause, string question)
    {
        var pack = clause.Split('-')[0];
        var answer = Loaded.All.Ask(question, pack);
        answer
            .Citations.SelectMany(citation => citation.ClauseIds)
            .ShouldContain(clause, $"cited {string.Join(" | ", answer.Citations.Select(citation => citation.Clause))} {answer.Refusal}");
        answer.Citations.ShouldAllBe(citation => citation.Pack == pack || answer.Citations[0].Pack != pack);
    }

    [Fact]
    public void Every_clause_of_every_pack_has_a_question() =>
        Loaded
            .Rows("clauses.tsv")
            .Select(row => row[0])
            .Order(StringComparer.Ordinal)
            .ShouldBe(Loaded.Packs.SelectMany(pack => pack.Clauses).Select(row => row.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void No_question_of_the_tests_is_a_question_of_a_pack()
    {
        var asked = Loaded
            .Packs.SelectMany(pack => pack.Clauses)
            .SelectMany(row => new[] { row.Ask.Ja, row.Ask.En })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Loaded.Rows("clauses.tsv").Select(row => row[1]).Where(asked.Contains).ShouldBeEmpty();
    }
}
