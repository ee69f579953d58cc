using System.Globalization;
using TeamsBot.Cards;

namespace TeamsBot.Tests.Cards;

/// <summary>Days and times in the forms that people type; what may mean two of them is none.</summary>
public sealed class TypedDayTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("2026-12-15", "2026-12-15")]
    [InlineData("2026/12/15", "2026-12-15")]
    [InlineData("2026.12.15", "2026-12-15")]
    [InlineData("2026/1/5", "2026-01-05")]
    [InlineData("２０２６／１２／１５", "2026-12-15")]
    [InlineData("2026年12月15日", "2026-12-15")]
    [InlineData("2026年12月15日(火)", "2026-12-15")]
    [InlineData("令和8年12月15日", "2026-12-15")]
    [InlineData("令和８年１２月１５日（火曜日）", "2026-12-15")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("R8.12.15", "2026-12-15")]
    [InlineData("㋿8年12月15日", "2026-12-15")]
    [InlineData("12月15日", "2026-12-15")]
    [InlineData("12/15", "2026-12-15")]
    [InlineData("1月5日", "2027-01-05")]
    [InlineData("11月20日", "2026-11-20")]
    [InlineData("2月29日", "2028-02-29")]
    [InlineData("12/15/2026", "2026-12-15")]
    [InlineData("15/12/2026", "2026-12-15")]
    [InlineData("3/3/2027", "2027-03-03")]
    [InlineData("20261215", "2026-12-15")]
    [InlineData(" 2026 年 12 月 15 日 ", "2026-12-15")]
    [InlineData("明日", "2026-11-21")]
    [InlineData("本日", "2026-11-20")]
    [InlineData("2/3/2026", null)]
    [InlineData("12/11/2026", null)]
    [InlineData("26/12/15", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("2026年13月1日", null)]
    [InlineData("12月15日(水)", null)]
    [InlineData("平成30年12月15日", null)]
    [InlineData("来週", null)]
    [InlineData("12月", null)]
    [InlineData("2026-12-15 2026-12-16", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("", null)]
    public void A_day(string typed, string? expected) =>
        TypedDay.Read(typed, Today).ShouldBe(expected is null ? null : DateOnly.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("9:05", "09:05")]
    [InlineData("15:00:00", "15:00")]
    [InlineData("15:00:00.000", "15:00")]
    [InlineData("１５：００", "15:00")]
    [InlineData("3:00 PM", "15:00")]
    [InlineData("3:00 p.m.", "15:00")]
    [InlineData("3PM", "15:00")]
    [InlineData("12:00 AM", "00:00")]
    [InlineData("12:30 PM", "12:30")]
    [InlineData("PM 3:00", "15:00")]
    [InlineData("午後3時半", "15:30")]
    [InlineData("午後３時", "15:00")]
    [InlineData("午後3:15", "15:15")]
    [InlineData("午後15時", "15:00")]
    [InlineData("午前9時5分", "09:05")]
    [InlineData("15時30分", "15:30")]
    [InlineData("15時", "15:00")]
    [InlineData("正午", "12:00")]
    [InlineData("1500", "15:00")]
    [InlineData("0:00", "00:00")]
    [InlineData("24:00", "1.00:00")]
    [InlineData("24時", "1.00:00")]
    [InlineData("24:01", null)]
    [InlineData("25:00", null)]
    [InlineData("15:60", null)]
    [InlineData("午後12時", null)]
    [InlineData("午前12時", null)]
    [InlineData("13:00 PM", null)]
    [InlineData("午後3時PM", null)]
    [InlineData("15", null)]
    [InlineData("15時ごろ", null)]
    [InlineData("10時〜12時", null)]
    [InlineData("夕方", null)]
    [InlineData("", null)]
    public void A_time(string typed, string? expected) =>
        TypedClock
            .Read(typed)
            .ShouldBe(
                expected is null ? null : TimeSpan.Parse(expected.Contains('.') ? expected : "0." + expected, CultureInfo.InvariantCulture)
            );
}
