using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Approvals.Model;
using TeamsBot.Reminders;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// When the asked are reminded and a draft without a planned time expires, over weekends, holidays and the turn of the year.
/// </summary>
public sealed class WaitingTableTests
{
    /// <summary>Without a date of its own, so that it can be handed in on any day.</summary>
    private const string Text = "図書館の入口の場所が変わりました。\n正面玄関の左側をお使いください。";

    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(12);

    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    [Fact]
    [Case("E01")]
    public async Task In_fifteen_days_without_an_answer_the_asked_and_the_author_are_reminded_and_the_draft_expires()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await SubmittedAsync(host);

        var (asked, isReminded) = (scenario.Checker.Chat.FromBot.Count, false);
        for (var day = 0; day < 15; day++)
        {
            await ToAsync(host, host.Time.GetUtcNow().AddDays(1));
            isReminded |= Notices.Last(scenario.Author).StartsWith("まだ返事がありません No.1", StringComparison.Ordinal);
        }

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
        isReminded.ShouldBeTrue();
        Said(scenario.Author, "期限が切れました No.1").ShouldBe(1);
        scenario.Checker.Chat.FromBot.Count.ShouldBe(asked + 1, "the request, once more");
    }

    [Theory]
    [RelativesOf("E01")]
    [InlineData("2026-11-24 09:00", "2026-11-26 09:00", "2026-12-08 09:00")]
    [InlineData("2026-11-28 11:00", "2026-12-02 08:30", "2026-12-14 08:30")]
    [InlineData("2026-11-26 19:30", "2026-12-01 08:30", "2026-12-11 08:30")]
    [InlineData("2026-12-18 13:15", "2026-12-22 13:15", "2027-01-04 08:30")]
    [InlineData("2026-12-25 16:00", "2027-01-04 16:00", "2027-01-08 16:00")]
    [InlineData("2027-01-01 09:00", "2027-01-06 08:30", "2027-01-15 09:00")]
    [InlineData("2027-04-28 14:00", "2027-05-06 14:00", "2027-05-12 14:00")]
    public async Task The_reminder_comes_after_two_opening_days_and_the_end_after_the_packs_days_when_the_office_is_open(
        string submitted,
        string reminded,
        string expired
    )
    {
        using var folder = new TempFolder();
        await using var host = await BotHost.StartAsync(folder.Path, new FakeTime(At(submitted)));
        var scenario = await SubmittedAsync(host);

        await ToAsync(host, At(reminded).AddMinutes(-1));
        Said(scenario.Author, "まだ返事がありません").ShouldBe(0);
        await ToAsync(host, At(reminded).AddMinutes(1));
        Said(scenario.Author, "まだ返事がありません").ShouldBe(1);
        Notices.Last(scenario.Checker).ShouldStartWith("確認をお願いします No.1");
        await ToAsync(host, At(expired).AddMinutes(-1));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        await ToAsync(host, At(expired).AddMinutes(1));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
        Said(scenario.Author, "期限が切れました No.1").ShouldBe(1);
    }

    /// <summary>The program stood still meanwhile, as on a server that was forgotten.</summary>
    [Theory]
    [RelativesOf("E01")]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(400)]
    public async Task Started_again_long_after_it_expires_and_reminds_nobody_of_what_is_over(int days)
    {
        using var folder = new TempFolder();
        var time = new FakeTime(BotHost.Morning);
        await using (var before = await BotHost.StartAsync(folder.Path, time))
        {
            await SubmittedAsync(before);
            await before.StopAsync();
        }

        time.Advance(TimeSpan.FromDays(days));
        await using var host = await BotHost.StartAsync(folder.Path, time);
        var author = await host.OpenAsync(BotHost.Author);
        var checker = await host.OpenAsync(BotHost.Checker);
        await ToAsync(host, OpenedOn(time.GetUtcNow()));

        (await new Scenario(host).DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
        Said(author, "期限が切れました No.1").ShouldBe(1);
        checker.Chat.FromBot.ShouldAllBe(message =>
            message.Card == null || !BotHost.Words(message.Card.Value).Contains("確認をお願いします", StringComparison.Ordinal)
        );
        SqliteConnection.ClearAllPools();
    }

    private static async Task<Scenario> SubmittedAsync(BotHost host)
    {
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync(Text);
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    await scenario.CurrentCardAsync(scenario.Author),
                    Scenario.HandIn,
                    Scenario.Plan(date: "", time: "")
                )
            )
            .ShouldStartWith("確認中");
        await host.SeesCardAsync(scenario.Checker, "確認中");
        await host.IdleAsync();
        return scenario;
    }

    /// <summary>
    /// To this time. Days go by at once, as far as the last minutes: every tick of every loop of two weeks would take minutes of a test.
    /// The sweep takes a clock that was set ahead for the true one when it has stayed so for ten minutes.
    /// </summary>
    private static async Task ToAsync(BotHost host, DateTimeOffset at)
    {
        var sweep = host.Services.GetRequiredService<ReminderSweep>();
        if (at - host.Time.GetUtcNow() > Settling)
        {
            host.Time.Jump(at - Settling - host.Time.GetUtcNow());
            await sweep.SweepAsync(default);
        }

        while (at - host.Time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            host.Time.Advance(left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1));
            await sweep.SweepAsync(default);
        }

        await host.IdleAsync();
    }

    /// <summary>The next day at noon that is no weekend: what is due outside opening hours is told then.</summary>
    private static DateTimeOffset OpenedOn(DateTimeOffset now)
    {
        var day = now.ToOffset(Japan).Date.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return new DateTimeOffset(day.AddHours(12), Japan);
    }

    private static DateTimeOffset At(string written) =>
        new(DateTime.ParseExact(written, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Japan);

    private static int Said(LocalTeams.TeamsClient client, string heading) =>
        client.Chat.FromBot.Count(message => message.Card is { } card && BotHost.Words(card).StartsWith(heading, StringComparison.Ordinal));
}
