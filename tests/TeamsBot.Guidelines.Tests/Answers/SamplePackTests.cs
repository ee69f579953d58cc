using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Tests.Answers;

/// <summary>The pack the bot starts with: its own short document, quoted; other organisations only as examples.</summary>
public sealed class SamplePackTests
{
    private static readonly GuidelineAnswers Answers = new(
        new GuidelineLibrary(
            GuidelineLibrary.ReadFolder(Path.Combine(Loaded.Root, "packs", "sample", "documents")),
            PackGuideline.LoadAll(Path.Combine(Loaded.Root, "packs"))
        )
    );

    [Theory]
    [InlineData("アカウントが乗っ取られた！どうすればいい", "sample-7-1-1", TroubleKind.Hijack)]
    [InlineData("our account got hacked, what do I do", "sample-7-1-1", TroubleKind.Hijack)]
    [InlineData("パスワードって何文字いるの", "sample-3-1", null)]
    [InlineData("Can I use my own smartphone for posting?", "sample-3-4", null)]
    [InlineData("なりすましを発見しました", "sample-7-2-1", TroubleKind.Impersonation)]
    [InlineData("炎上してる、消していい？", "sample-7-3-1", TroubleKind.Flaming)]
    [InlineData("よるに とうこう しても いい？", "sample-4-5", null)]
    [InlineData("うわさ話を載せるのは？", "sample-5", null)]
    public void It_answers_and_quotes_its_own_policy(string question, string clause, TroubleKind? trouble)
    {
        var answer = Answers.Ask(question, "sample");
        answer.Citations.SelectMany(citation => citation.ClauseIds).ShouldContain(clause);
        answer.Citations.ShouldAllBe(citation =>
            citation.Pack == "sample" && citation.Quote.Length > 0 && citation.Title.StartsWith("星見市", StringComparison.Ordinal)
        );
        answer.Examples.ShouldAllBe(example => example.Pack != "sample");
        answer.Trouble.ShouldBe(trouble);
    }

    [Fact]
    public void Every_clause_of_it_is_printed_in_its_document()
    {
        var pack = Answers.Library.Packs.Single(candidate => candidate.Pack == "sample");
        var bound = ClauseBinding
            .Bind(Answers.Library.Documents.Single(), pack.Clauses)
            .Values.SelectMany(rows => rows)
            .Select(row => row.Id);
        bound.Order(StringComparer.Ordinal).ShouldBe(pack.Clauses.Select(row => row.Id).Order(StringComparer.Ordinal));
    }
}
