using TeamsBot.Answers;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Answers;

public sealed class IncidentStepsTests
{
    private static readonly IReadOnlyList<PackGuideline> Guidelines = PackGuideline.LoadAll(Path.Combine(AppContext.BaseDirectory, "packs"));

    private static readonly GuidelineAnswers Answers = new(new GuidelineLibrary([], Guidelines));

    [Theory]
    [InlineData("sample", "1. ログインできるとき：すぐパスワードを変える")]
    [InlineData("asaka", "1. すぐ所属長に報告する")]
    public void An_alarm_is_answered_from_the_first_printed_step(string pack, string first) =>
        Ask(Answers, "アカウントが乗っ取られたらどうする？", pack).Text.Split('\n')[0].ShouldBe(first);

    [Fact]
    public void A_question_about_no_incident_stays_as_it_is()
    {
        var answer = Answers.Ask("アカウントを閉じるときの手順は？", "tochigi");
        IncidentSteps.FromTheFirst(answer, "アカウントを閉じるときの手順は？", Answers, Shipped.Folder.Load("tochigi")).ShouldBeSameAs(answer);
    }

    /// <summary>What comes afterwards is asked about before anything happened, and then for its own sake.</summary>
    [Fact]
    public void A_question_about_a_step_of_afterwards_stays_as_it_is()
    {
        const string Question = "乗っ取りを防ぐため、ほかのシステムと同じパスワードにしてもよい？";
        var answer = Answers.Ask(Question, "tochigi");
        IncidentSteps.FromTheFirst(answer, Question, Answers, Shipped.Folder.Load("tochigi")).ShouldBeSameAs(answer);
    }

    [SharedTheory]
    [InlineData("乗っ取られた、記者発表はする？", "tochigi", "７(3)イ(ｱ)", "直ちにパスワードの変更")]
    [InlineData("Our account was hijacked. Do we tell the press?", "tochigi", "７(3)イ(ｱ)", "直ちにパスワードの変更")]
    public void The_quotation_is_the_first_step_s_own_clause_and_what_the_question_resembled_stands_further_down(
        string question,
        string pack,
        string clause,
        string says
    )
    {
        var answers = new GuidelineAnswers(new GuidelineLibrary(GuidelineLibrary.ReadFolder(SharedFolder.File("guidelines")!), Guidelines));
        var resembling = answers.Ask(question, pack).Citations[0];
        resembling.Clause.ShouldBe("７(3)イ(ｴ)");

        var answer = Ask(answers, question, pack);

        answer.Citations[0].Clause.ShouldBe(clause);
        answer.Citations[0].Quote.ShouldContain(says);
        answer.Citations.Skip(1).Select(citation => citation.Clause).ShouldContain(resembling.Clause);
        answer.Citations.Count.ShouldBeLessThanOrEqualTo(3);
    }

    private static Answer Ask(GuidelineAnswers answers, string question, string pack) =>
        IncidentSteps.FromTheFirst(answers.Ask(question, pack), question, answers, Shipped.Folder.Load(pack));
}
