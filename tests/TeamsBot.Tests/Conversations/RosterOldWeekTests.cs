using Microsoft.EntityFrameworkCore;
using TeamsBot.Rosters;
using TeamsBot.Tasks;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>Weeks that are over stay as they were, a button opens the week it says, and only weeks that can be meant are filled.</summary>
public sealed class RosterOldWeekTests
{
    private const string Sato = RotationPlay.Sato;
    private const string Suzuki = RotationPlay.Suzuki;
    private const string Takahashi = RotationPlay.Takahashi;

    [Fact]
    public async Task The_same_order_neither_fills_past_weeks_nor_a_duty_that_was_left_empty()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 10, 5)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EnterAsync(desk, Week("2026-10-05", Sato, "", Takahashi));
        await clock.GoToAsync(RotationPlay.At(2026, 11, 20));

        await play.EnterAsync(desk, Week("2026-11-16", Sato), "同じ順で続ける");

        var weeks = await host.ReadAsync(db => db.RosterWeeks.Where(week => week.Duty == Duty.Check).ToListAsync());
        weeks.ShouldHaveSingleItem().Monday.ShouldBe(new DateOnly(2026, 10, 5));
        (await host.ReadAsync(db => db.RosterWeeks.Where(week => week.Duty == Duty.Reply).MinAsync(week => week.EnteredAt)))
            .ShouldBeLessThan(RotationPlay.At(2026, 10, 6), "the past week stays as it was");
    }

    [Fact]
    public async Task Pressed_again_and_again_nothing_beyond_a_year_is_filled()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        var said = "";
        for (var press = 0; press < 6; press++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(11));
            said = Scenario.Shown(await play.EnterAsync(desk, Week("2026-11-23", Sato), "同じ順で続ける"));
        }

        said.ShouldContain("1年先");
        (await host.ReadAsync(db => db.RosterWeeks.MaxAsync(week => week.Monday))).ShouldBeLessThanOrEqualTo(new DateOnly(2027, 11, 21));
    }

    [Fact]
    public async Task The_task_of_a_week_that_is_over_ends()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 16)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EnterAsync(desk, Week("2026-11-16", Sato));
        await clock.GoToAsync(RotationPlay.At(2026, 11, 20, 8, 31));
        await clock.SweepAsync();
        // The week after may be spoken of beside it.
        var notice = await host.SeesAsync(desk.Chat, message =>
            RotationPlay.Says(message, "当番が決まっていません") && RotationPlay.Says(message, "11/24(火)〜11/27(金)"));
        var card = notice.Card!.Value;
        await clock.GoToAsync(RotationPlay.At(2026, 12, 7, 8, 31));
        await clock.SweepAsync();

        var task = await host.ReadAsync(db => db.DatedTasks.Where(one => one.Cause == "2026-11-23").SingleAsync());
        task.State.ShouldBe(TaskState.Dropped);
        Read(await play.SaysAsync(desk, "今週")).ShouldNotContain("11/24(火)〜11/27(金)");
        // An old card leads to no week that is over, and does not open another one without a word.
        Scenario.Shown(await desk.PressAsync(notice, card, "当番を決める")).ShouldContain("11/23(月)の週は過ぎています");
    }

    [Fact]
    public async Task A_task_of_this_week_opens_this_week_though_another_duty_of_it_is_entered()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", "", "", Takahashi));
        var form = await play.SaysAsync(writer, "コメント記録");
        await writer.PressAsync(form, "記録する", new Dictionary<string, string> { ["account"] = "koho-x", ["text"] = "街灯が切れました。" });
        await clock.SweepAsync();
        // The weeks to come have nobody to check either, and may be spoken of before or behind it.
        var notice = await host.SeesAsync(desk.Chat, message =>
            RotationPlay.Says(message, "当番が決まっていません") && RotationPlay.Says(message, "11/16(月)〜11/20(金)"));

        var card = notice.Card!.Value;
        if (!BotHost.Words(card).Contains("決まっていない当番", StringComparison.Ordinal))
            card = (await desk.PressAsync(notice, "当番を決める")).ToCardAnswer().Card!.Value;
        var opened = (await desk.PressAsync(notice, card, "当番を決める")).ToCardAnswer().Card!.Value.GetRawText();

        opened.ShouldContain("\"value\":\"2026-11-16\"");
        opened.ShouldContain($"\"value\":\"{Takahashi}\"");
    }

    [Fact]
    public async Task Who_is_on_duty_hears_of_it_when_they_are_back_and_meanwhile_who_stands_in()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 27)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-23", Sato));
        await play.EnterAsync(desk, Week("2026-11-30", Sato, Suzuki));
        await play.SaysAsync(writer, "不在 11/30〜12/1");

        await clock.GoToAsync(RotationPlay.At(2026, 11, 30, 8, 31));
        await clock.GoToAsync(RotationPlay.At(2026, 12, 1, 8, 31));
        RotationPlay.Count(desk, "今日は佐藤 花子さんが不在のため、あなたが広報課の返信の当番です。").ShouldBe(1);
        RotationPlay.Count(writer, "今週は、あなたが広報課の返信の当番です。").ShouldBe(0);
        await clock.GoToAsync(RotationPlay.At(2026, 12, 2, 8, 31));

        await host.SeesTextAsync(writer.Chat, "今週は、あなたが広報課の返信の当番です。");
        await clock.GoToAsync(RotationPlay.At(2026, 12, 3, 8, 31));
        RotationPlay.Count(writer, "今週は、あなたが広報課の返信の当番です。").ShouldBe(1);
    }

    /// <summary>The program was down as the week began and came back before the office did.</summary>
    [Fact]
    public async Task After_an_outage_the_week_begins_when_the_office_opens()
    {
        using var folder = new TempFolder();
        await using (var first = await BotHost.StartAsync(folder.Path, new FakeTime(RotationPlay.At(2026, 11, 27))))
        {
            await first.OpenAsync(BotHost.Author);
            await new RosterPlay(first).EnterAsync(await first.OpenAsync(BotHost.Checker), Week("2026-11-30", Sato));
            await first.IdleAsync();
            await first.StopAsync();
        }

        await using var host = await BotHost.StartAsync(folder.Path, new FakeTime(RotationPlay.At(2026, 12, 1, 7, 30)));
        var (clock, writer) = (new RotationPlay(host), await host.OpenAsync(BotHost.Author));
        await clock.SweepAsync();
        RotationPlay.Count(writer, "今週は、あなたが広報課の返信の当番です。").ShouldBe(0);
        await clock.GoToAsync(RotationPlay.At(2026, 12, 1, 8, 31));
        await clock.SweepAsync();

        await host.SeesTextAsync(writer.Chat, "今週は、あなたが広報課の返信の当番です。");
        RotationPlay.Count(writer, "今週は、あなたが広報課の返信の当番です。").ShouldBe(1);
    }

    /// <summary>What was entered after the morning's look must not wait for a look that finds nothing new.</summary>
    [Fact]
    public async Task Who_stands_in_from_now_on_hears_it_at_once_and_until_when()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 17)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato, Suzuki));

        await play.SaysAsync(writer, "不在 11/17〜11/18");

        await host.SeesTextAsync(desk.Chat, "佐藤 花子さんが不在のため、11/18(水)まで、あなたが広報課の返信の当番です。");
        await clock.GoToAsync(RotationPlay.At(2026, 11, 18, 8, 31));
        RotationPlay.Count(desk, "不在のため").ShouldBe(1);
    }

    [Fact]
    public async Task Who_stands_in_from_another_day_on_hears_it_that_day()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 17)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato, Suzuki));

        await play.SaysAsync(writer, "不在 11/18");

        await host.IdleAsync();
        RotationPlay.Count(desk, "不在のため").ShouldBe(0);
        await clock.GoToAsync(RotationPlay.At(2026, 11, 18, 8, 31));
        RotationPlay.Count(desk, "今日は佐藤 花子さんが不在のため").ShouldBe(1);
    }

    /// <summary>The days of the week before cannot be entered any more, and so must not keep the task open.</summary>
    [Fact]
    public async Task A_long_closing_over_two_weeks_is_filled_by_the_week_that_is_left()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2027, 4, 19)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EnterAsync(desk, Week("2027-04-19", Sato));
        await clock.GoToAsync(RotationPlay.At(2027, 4, 28, 8, 31));
        (await TaskAsync()).State.ShouldBe(TaskState.Open);
        await clock.GoToAsync(RotationPlay.At(2027, 4, 30, 8, 31));
        // What the closing holds up until the office opens is not waited for.
        host.Time.Advance(RotationPlay.At(2027, 5, 3) - host.Time.GetUtcNow());

        await play.EnterAsync(desk, Week("2027-05-03", Sato));

        (await TaskAsync()).State.ShouldBe(TaskState.Done);

        Task<DatedTask> TaskAsync() => host.ReadAsync(db => db.DatedTasks.SingleAsync(
            task => task.Key == RosterGaps.Holidays && task.Cause.StartsWith("2027-05-01")));
    }

    [Fact]
    public async Task This_week_names_no_duty_of_later_weeks()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato));
        await play.EnterAsync(desk, Week("2026-12-07", Sato));

        var week = Read(await play.SaysAsync(writer, "今週"));

        week.ShouldContain("11/16(月)の週　返信");
        week.ShouldNotContain("12/7(月)の週");
    }
}
