using TeamsBot.Cards;

namespace TeamsBot.Tests.Cards;

public sealed class JapaneseTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T06:00:00Z", "11/24(火) 15:00")]
    [InlineData("2026-11-20T15:30:00Z", "11/21(土) 00:30")]
    [InlineData("2027-01-04T00:00:00Z", "2027/1/4(月) 09:00")]
    public void Instants_are_shown_in_Japan_with_the_weekday(string at, string expected) =>
        JapaneseTime.Format(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Now).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-24", "15:00", "2026-11-24T15:00:00+09:00")]
    [InlineData("2026-11-24", "9:05", "2026-11-24T09:05:00+09:00")]
    [InlineData("2026-11-24", "", null)]
    [InlineData("", "15:00", null)]
    [InlineData("24/11/2026", "15:00", "2026-11-24T15:00:00+09:00")]
    [InlineData("2026-12-31", "24:00", "2027-01-01T00:00:00+09:00")]
    [InlineData("12月15日", "午後3時半", "2026-12-15T15:30:00+09:00")]
    [InlineData("2/3/2026", "15:00", null)]
    [InlineData("2026-02-30", "15:00", null)]
    [InlineData("2026-11-24", "25:00", null)]
    public void A_cards_date_and_time_are_an_instant_in_Japan_or_nothing(string date, string time, string? expected) =>
        JapaneseTime
            .Parse(date, time, Now)
            .ShouldBe(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>One form in English, for instants and for days, on every card.</summary>
    [Fact]
    public void English_has_one_form_of_a_day()
    {
        var at = new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.FromHours(9));

        JapaneseTime.Format(at, at, CardLanguage.En).ShouldBe("Tue 24 Nov 15:00");
        JapaneseTime.Format(new DateOnly(2026, 11, 24), 2026, CardLanguage.En).ShouldBe("Tue 24 Nov");
        JapaneseTime.Format(at, at.AddYears(1), CardLanguage.En).ShouldBe("Tue 24 Nov 2026 15:00");
        JapaneseTime.Format(at, at).ShouldBe("11/24(火) 15:00");
    }
}
