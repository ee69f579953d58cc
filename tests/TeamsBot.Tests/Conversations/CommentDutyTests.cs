using Microsoft.EntityFrameworkCore;
using TeamsBot.Rosters;
using TeamsBot.Tasks;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>A comment on an account that replies goes to today's reply duty, else to who keeps the account.</summary>
public sealed class CommentDutyTests
{
    private const string Text = "街灯が切れたままです。いつ直りますか。";

    [Fact]
    [Clause("tochigi-5-2-3")]
    public async Task A_comment_goes_to_todays_reply_duty_and_is_brought_back_to_who_is_on_duty_then()
    {
        await using var host = await StartAsync();
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await play.EnterAsync(desk, Week("2026-11-20", RotationPlay.Suzuki));
        await play.EnterAsync(desk, Week("2026-11-23", RotationPlay.Takahashi));

        Scenario.Shown(await LogAsync(host, writer)).ShouldContain("記録しました。返信の当番の鈴木 一郎さんにお願いします。");

        var given = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "街灯が切れたまま"));
        Read(given).ShouldContain("返信の担当　鈴木 一郎");
        Notices.Summary(given).ShouldBe("返信をお願いするコメントがあります");
        await clock.GoToAsync(RotationPlay.At(2026, 11, 24, 10, 1));
        await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "返信の記録がありません"));
        writer.Chat.FromBot.ShouldNotContain(message => RotationPlay.Says(message, "返信の記録がありません"));
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.Key == RosterGaps.Week && task.Cause == "2026-11-16"))).ShouldBe(0);
    }

    [Fact]
    [Clause("tochigi-5-2-3")]
    public async Task With_an_empty_roster_it_goes_to_the_custodian_and_the_section_is_reminded_of_the_roster()
    {
        await using var host = await StartAsync();
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        var other = await host.OpenAsync("高橋 由美");
        await new RotationPlay(host).EntrustAsync(desk, "koho-x", RotationPlay.Takahashi, "2026-11-01");

        Scenario.Shown(await LogAsync(host, writer)).ShouldContain("返信の当番が決まっていないため、保管者の高橋 由美さんにお願いします。");

        await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "街灯が切れたまま"));
        await new RotationPlay(host).SweepAsync();
        var task = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "当番が決まっていません"));
        Read(task).ShouldContain("決まっていない当番　返信");
        // A second comment does not ask twice.
        await LogAsync(host, writer, "道路の穴について");
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(one => one.Key == RosterGaps.Week))).ShouldBe(1);
    }

    [Fact]
    public async Task While_the_head_is_away_the_deputy_hears_of_a_late_comment()
    {
        await using var host = await StartAsync();
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (writer, head, deputy) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"));
        await play.SaysAsync(head, "不在 11/24〜11/30 代決 高橋");
        await LogAsync(host, writer);

        await clock.GoToAsync(RotationPlay.At(2026, 11, 24, 10, 1));
        await clock.GoToAsync(RotationPlay.At(2026, 11, 25, 10, 1));

        await host.SeesAsync(deputy.Chat, message => RotationPlay.Says(message, "所属長にもお知らせしています"));
        RotationPlay.Count(head, "街灯").ShouldBe(0);
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync(settings: "--Pack:Name=tochigi");

    private static async Task<BotAnswer> LogAsync(BotHost host, TeamsClient writer, string text = Text)
    {
        var form = await new RosterPlay(host).SaysAsync(writer, "コメント記録");
        return await writer.PressAsync(form, "記録する", new Dictionary<string, string> { ["account"] = "koho-x", ["text"] = text });
    }
}
