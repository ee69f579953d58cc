using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Approvals.Model;
using TeamsBot.Reminders;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What nobody answers: the asked and the author are reminded once, and after the pack's days it expires. Time alone approves nothing.
/// </summary>
public sealed class ExpiryTests
{
    private static Dictionary<string, string> AsSoonAsApproved => Scenario.Plan(date: "", time: "");

    [Fact]
    public async Task Without_a_planned_time_the_asked_and_the_author_are_reminded_and_after_the_packs_days_it_expires()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync(AsSoonAsApproved);
        await host.IdleAsync();

        // Friday; Monday is a holiday: two opening days later is Wednesday, at the same hour.
        await ToAsync(host, new DateTimeOffset(2026, 11, 25, 9, 59, 0, TimeSpan.FromHours(9)));
        Notices.Unopened(scenario.Author, 1).ShouldBeNull();
        await ToAsync(host, new DateTimeOffset(2026, 11, 25, 10, 1, 0, TimeSpan.FromHours(9)));

        Notices.Last(scenario.Author).ShouldStartWith("まだ返事がありません No.1");
        Notices.Last(scenario.Author).ShouldContain("鈴木 一郎さん、高橋 由美さんに、もう一度お知らせしました。");
        Notices.Last(scenario.Checker).ShouldStartWith("確認をお願いします No.1");
        await ToAsync(host, new DateTimeOffset(2026, 12, 4, 10, 1, 0, TimeSpan.FromHours(9)));

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
        Notices.Last(scenario.Author).ShouldStartWith("期限が切れました No.1");
        Notices.Last(scenario.Author).ShouldContain("期間内に確認が終わりませんでした。");
        (await host.SeesCardAsync(scenario.Author, "期限切れ")).ShouldNotBeNull();
    }

    /// <summary>What expired by a wrong clock would stay expired when it is put right.</summary>
    [Fact]
    public async Task A_clock_set_ahead_and_put_right_expires_nothing_and_one_that_stays_does()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync(AsSoonAsApproved);
        await host.IdleAsync();

        host.Time.Jump(TimeSpan.FromDays(365));
        await PassAsync(host, TimeSpan.FromMinutes(5));
        host.Time.Jump(TimeSpan.FromDays(-365));
        await PassAsync(host, TimeSpan.FromMinutes(15));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);

        host.Time.Jump(TimeSpan.FromDays(365));
        await PassAsync(host, TimeSpan.FromMinutes(9));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        await PassAsync(host, TimeSpan.FromMinutes(3));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
    }

    private static async Task PassAsync(BotHost host, TimeSpan by)
    {
        for (var passed = TimeSpan.Zero; passed < by; passed += TimeSpan.FromSeconds(20))
        {
            host.Time.Advance(TimeSpan.FromSeconds(20));
            await host.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
        }
    }

    [Fact]
    public async Task A_head_asked_on_the_second_day_has_two_opening_days_before_the_reminder()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync(AsSoonAsApproved);
        await ToAsync(host, new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(9)));
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        await host.SeesCardAsync(scenario.Head, "決裁待ち");
        await host.IdleAsync();
        var before = scenario.Head.Chat.FromBot.Count;

        await ToAsync(host, new DateTimeOffset(2026, 11, 25, 10, 1, 0, TimeSpan.FromHours(9)));
        await ToAsync(host, new DateTimeOffset(2026, 11, 27, 9, 29, 0, TimeSpan.FromHours(9)));
        scenario.Head.Chat.FromBot.Count.ShouldBe(before);
        await ToAsync(host, new DateTimeOffset(2026, 11, 27, 9, 31, 0, TimeSpan.FromHours(9)));

        scenario.Head.Chat.FromBot.Count.ShouldBe(before + 1);
        Notices.Last(scenario.Author).ShouldStartWith("まだ返事がありません No.1");
    }

    [Fact]
    public async Task A_head_who_does_not_answer_lets_it_expire_too()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ReviewAsync(AsSoonAsApproved);
        await host.IdleAsync();

        // A Monday: what is due on a Saturday rings when the office opens.
        await ToAsync(host, BotHost.Morning.AddDays(17));

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
        Notices.Last(scenario.Author).ShouldContain("期間内に決裁が終わりませんでした。");
    }

    [Fact]
    public async Task A_press_that_comes_too_late_is_the_first_to_notice()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync(AsSoonAsApproved);
        await host.IdleAsync();
        host.Time.Advance(TimeSpan.FromDays(15));

        // Whether the press or the sweep beside it is first, the answer is the same.
        Scenario.Shown(await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldContain("期限が切れました（");

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
    }

    [Fact]
    public async Task A_planned_time_counts_more_than_the_packs_days()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync(KillWorld.TextOf(1));
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    await host.SeesCardAsync(scenario.Author, "下書き"),
                    Scenario.HandIn,
                    Scenario.Plan(date: "2026-12-15", time: "10:00")
                )
            )
            .ShouldStartWith("確認中");
        await host.IdleAsync();

        await ToAsync(host, new DateTimeOffset(2026, 12, 14, 17, 0, 0, TimeSpan.FromHours(9)));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        await ToAsync(host, new DateTimeOffset(2026, 12, 15, 10, 1, 0, TimeSpan.FromHours(9)));

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
    }

    [Fact]
    public async Task Handed_in_again_the_days_begin_anew()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync(AsSoonAsApproved);
        await ToAsync(host, new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.FromHours(9)));
        review = await host.CurrentCardAsync(scenario.Checker);
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["reason"] = "駐車場の案内を書き足してください。" });
        var own = await host.SeesCardAsync(scenario.Author, "差し戻し");
        await scenario.Author.PressAsync(
            own,
            Scenario.HandInAgain,
            new Dictionary<string, string>(AsSoonAsApproved) { ["text"] = Scenario.Text + "\n駐車場はありません。" }
        );
        await host.IdleAsync();

        await ToAsync(host, new DateTimeOffset(2026, 12, 15, 10, 0, 0, TimeSpan.FromHours(9)));
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        await ToAsync(host, new DateTimeOffset(2026, 12, 16, 10, 1, 0, TimeSpan.FromHours(9)));

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Expired);
    }

    [Fact]
    public async Task What_was_decided_in_time_is_neither_reminded_of_nor_expires()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync(AsSoonAsApproved);
        await host.IdleAsync();
        var before = Told();

        await ToAsync(host, BotHost.Morning.AddDays(20));

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Approved);
        Told().ShouldBe(before);

        // In twenty days people hear of other things too, of an account at rest for example.
        int Told() => new[] { scenario.Author, scenario.Checker, scenario.Head }.Sum(client => client.Chat.FromBot.Count(message =>
            message.Card is { } card && BotHost.Words(card).Contains("No.1", StringComparison.Ordinal)
        ));
    }

    private static async Task ToAsync(BotHost host, DateTimeOffset at)
    {
        host.Time.Advance(at - host.Time.GetUtcNow());
        await host.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
        await host.IdleAsync();
    }
}
