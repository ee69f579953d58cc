using TeamsBot.AbsenceDesk;

namespace TeamsBot.Tests.AbsenceDesk;

/// <summary>What stands behind 「不在」, however staff write it.</summary>
public sealed class AbsenceTextTests
{
    private static readonly DateOnly Today = new(2026, 12, 2);

    [Theory]
    [InlineData("12/1〜12/5 代決 乙", "", "12/1", "12/5", "乙")]
    [InlineData("12/1～12/5　代決　高橋 由美", "", "12/1", "12/5", "高橋 由美")]
    [InlineData("１２月１日から１２月５日まで", "", "12月1日", "12月5日", "")]
    [InlineData("田中 誠 12/1(火)-12/5(土) 代決:乙", "田中 誠", "12/1(火)", "12/5(土)", "乙")]
    [InlineData("2026-12-10~2026-12-12", "", "2026-12-10", "2026-12-12", "")]
    [InlineData("明日", "", "明日", "", "")]
    [InlineData("12/10 to 12/12 deputy Suzuki", "", "12/10", "12/12", "Suzuki")]
    [InlineData("6/31", "", "6/31", "", "")]
    [InlineData("代決 高橋 由美 12月18日から12月19日", "", "12月18日", "12月19日", "高橋 由美")]
    [InlineData("田中 誠 代決 高橋由美 12/18", "田中 誠", "12/18", "", "高橋由美")]
    public void It_is_taken_apart(string argument, string who, string from, string to, string deputy)
    {
        AbsenceText.Takes(argument).ShouldBeTrue();
        AbsenceText.Read(argument).ShouldBe(new AbsenceFields(who, from, to, deputy));
    }

    [Theory]
    [InlineData("12/24 取り消し", "12/24")]
    [InlineData("12/24〜12/25を取り消す", "12/24")]
    [InlineData("取消", "")]
    [InlineData("12/24 cancel", "12/24")]
    [InlineData("12/24", null)]
    [InlineData("者投票の会場変更を取り消し", null)]
    public void What_takes_one_back_is_known(string argument, string? from) =>
        (AbsenceText.Cancelled(argument)?.From).ShouldBe(from);

    [Theory]
    [InlineData("の間は、次の方へご連絡ください。")]
    [InlineData("者投票の受付は12月5日（土）午前10時から市役所で行います。")]
    [InlineData("\n12/1〜12/5")]
    public void A_sentence_is_none(string argument) => AbsenceText.Takes(argument).ShouldBeFalse();

    [Theory]
    [InlineData("12/1", "2026-12-01")]
    [InlineData("12/2", "2026-12-02")]
    [InlineData("1/4", "2027-01-04")]
    [InlineData("明日", "2026-12-03")]
    [InlineData("6/31", null)]
    public void A_day_that_has_just_passed_is_not_one_of_next_year(string typed, string? day) =>
        AbsenceText.Day(typed, Today)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);
}
