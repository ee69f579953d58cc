using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Tests.Alarms;

/// <summary>Labelled rows as they are read from files.</summary>
public sealed class AlarmRowTests
{
    [Theory]
    [InlineData("frozen", TroubleKind.ServiceStop)]
    [InlineData("unwanted_like", TroubleKind.UnwantedPost)]
    [InlineData("lost_device", TroubleKind.LostDevice)]
    [InlineData("hijack", TroubleKind.Hijack)]
    public void The_rows_names_of_troubles_are_the_bot_s_kinds(string trouble, TroubleKind kind) => Read(trouble).Kind.ShouldBe(kind);

    [Fact]
    public void Trouble_of_another_kind_is_an_alarm_without_a_kind()
    {
        Read("other").Kind.ShouldBeNull();
        Read("other").IsAlarm.ShouldBeTrue();
    }

    [Fact]
    public void A_question_set_gives_the_second_cell_of_each_line() =>
        AlarmRow.ReadQuestions(["# voice, question", "formal\tパスワードはいつ変えますか。\tward-5-3", ""]).Single().ShouldSatisfyAllConditions(
            row => row.Text.ShouldBe("パスワードはいつ変えますか。"),
            row => row.Label.ShouldBe(AlarmLabel.Question));

    [Fact]
    public void A_wrong_line_is_named() =>
        Should.Throw<FormatException>(() => AlarmRow.Read(["{\"text\":\"a\"}", "nothing"]).ToList()).Message.ShouldContain("line 2");

    private static AlarmRow Read(string trouble) =>
        AlarmRow.Read([$$"""{"id":"1","kind":"alarm","trouble":"{{trouble}}","text":"助けて"}"""]).Single();
}
