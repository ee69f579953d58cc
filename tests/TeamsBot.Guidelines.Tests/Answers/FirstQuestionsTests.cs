using TeamsBot.Guidelines;

namespace TeamsBot.Tests.Answers;

/// <summary>The 48 questions that staff ask first, in both languages; both must cite the same clauses.</summary>
public sealed class FirstQuestionsTests
{
    public static TheoryData<string, string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string, string>();
        foreach (var row in Loaded.Rows("first48.tsv"))
            foreach (var pack in row[1] == "all" ? row[4].Split(' ').Select(id => id.Split('-')[0]).Distinct() : [row[1]])
            {
                var ids = string.Join(
                    ' ',
                    row[4].Split(' ').Where(id => row[1] != "all" || id.StartsWith(pack + "-", StringComparison.Ordinal))
                );
                cases.Add($"{row[0]} ja", pack, row[2], ids, row[5]);
                cases.Add($"{row[0]} en", pack, row[3], ids, row[5]);
            }

        return cases;
    }

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void It_is_answered_with_its_clauses_or_refused(string number, string pack, string question, string clauses, string refusal)
    {
        var answer = Loaded.All.Ask(question, pack == "any" ? null : pack);
        answer.Language.ShouldBe(number.EndsWith("en", StringComparison.Ordinal) ? AnswerLanguage.En : AnswerLanguage.Ja);
        if (refusal.Length > 0)
        {
            answer.Found.ShouldBeFalse();
            answer.Citations.ShouldBeEmpty();
            answer.Refusal.ToString().ShouldBe(refusal);
            if (clauses.Length > 0) clauses.Split(' ').ShouldBeSubsetOf(answer.RelatedQuestions);
            return;
        }

        answer.Found.ShouldBeTrue();
        clauses
            .Split(' ')
            .ShouldBeSubsetOf(
                answer.Citations.SelectMany(citation => citation.ClauseIds),
                $"cited {string.Join(" | ", answer.Citations.Select(citation => $"{citation.Clause} ({string.Join(' ', citation.ClauseIds)})"))}"
            );
        answer.Citations.ShouldAllBe(citation =>
            citation.Pack == pack && citation.Quote.Length > 0 && citation.Title.Length > 0 && citation.Clause.Length > 0
        );
    }
}
