using TeamsBot.Answers;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Tests.Answers;

public sealed class IncidentStepsTests
{
    private static readonly GuidelineAnswers Answers = new(new GuidelineLibrary([], PackGuideline.LoadAll(Path.Combine(AppContext.BaseDirectory, "packs"))));

    [Theory]
    [InlineData("sample", "入れるなら、すぐパスワードを変える")]
    [InlineData("asaka", "直ちに所属長へ報告し、記者発表等を至急検討")]
    public void An_alarm_is_answered_from_the_first_printed_step(string pack, string first) =>
        IncidentSteps.Of(Answers.Ask("アカウントが乗っ取られたらどうする？", pack), Answers.Library)[0].ShouldBe(first);

    [Fact]
    public void A_question_about_no_incident_has_no_steps() =>
        IncidentSteps.Of(Answers.Ask("アカウントを閉じるときの手順は？", "tochigi"), Answers.Library).ShouldBeEmpty();
}
