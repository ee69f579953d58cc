using Microsoft.EntityFrameworkCore;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>A message about duty is one of the three new messages of a person and day.</summary>
public sealed class DutyCountTests
{
    private static readonly string[] Accounts = ["city-x", "city-facebook", "city-line"];

    [Fact]
    public async Task Who_hears_in_the_morning_that_the_week_is_theirs_gets_three_tasks_as_one_list()
    {
        await using var later = new Later();
        await later.AtAsync(RotationPlay.At(2026, 11, 27), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.Host.OpenAsync(BotHost.Author);
            // Due on the 30th of December, and told thirty days before: on the Monday on which the week of duty begins.
            foreach (var account in Accounts) await play.EntrustAsync(desk, account, RotationPlay.Sato, "2025-12-30");
            await new RosterPlay(play.Host).EnterAsync(desk, RosterPlay.Week("2026-11-30", RotationPlay.Sato));
        });
        await later.AtAsync(RotationPlay.At(2026, 11, 30, 8, 31), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.SweepAsync();
            await play.Host.SeesTextAsync(writer.Chat, "今週は、あなたが広報課の返信の当番です");
            var said = RotationPlay.Since(writer, 0).Where(line => !line.Contains("はじめまして", StringComparison.Ordinal)).ToList();
            said.Count(line => line.Contains("パスワードの変更", StringComparison.Ordinal)).ShouldBe(1, string.Join(" | ", said));
        });
    }

    [Fact]
    public async Task Each_message_about_ones_duty_is_counted()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        foreach (var week in (string[])["2026-11-30", "2026-12-07", "2026-12-14"])
            await play.EnterAsync(desk, RosterPlay.Week(week, RotationPlay.Sato));
        await host.SeesTextAsync(writer.Chat, "12/14(月)の週");

        (await host.ReadAsync(db => db.ToldDays.SingleAsync())).Count.ShouldBe(3);
    }
}
