using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Packs;

public sealed class PackSettingsTests
{
    private static readonly PackFolder Folder = new(Path.Combine(AppContext.BaseDirectory, "packs"));

    private static readonly GuidelineAnswers Answers = new(new GuidelineLibrary([], PackGuideline.LoadAll(Folder.Path)));

    [Fact]
    public void A_number_the_organisation_set_stands_beside_the_answer_and_not_in_it()
    {
        var answer = PackSettings.Beside(Answers.Ask("アカウントを閉じるときの手順は？", "tochigi"), Folder.Load("tochigi"));

        var setting = answer.Settings.ShouldHaveSingleItem();
        setting.ClauseId.ShouldBe("tochigi-8-1");
        setting.Text.ShouldBe("閉鎖のお知らせの期間：30日間");
        answer.Text.ShouldNotContain("30");
    }

    [Fact]
    public void A_number_the_guideline_prints_is_no_setting() =>
        PackSettings.Beside(Answers.Ask("パスワードは何文字以上？", "ward"), Folder.Load("ward")).Settings.ShouldBeEmpty();

    [Fact]
    public void What_is_not_found_has_no_settings() =>
        PackSettings.Beside(Answers.Ask("明日の天気は？", "tochigi"), Folder.Load("tochigi")).Settings.ShouldBeEmpty();
}
