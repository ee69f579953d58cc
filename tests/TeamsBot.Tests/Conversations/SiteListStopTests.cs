using Microsoft.EntityFrameworkCore;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>A short stop leaves the own site's list alone; one that lasts is taken out of it, each time anew.</summary>
public sealed class SiteListStopTests
{
    private const string Asked = "ホームページのアカウント一覧を直してください";

    [Fact]
    public async Task A_stop_is_taken_out_of_the_list_only_where_it_lasts_for_more_than_a_day()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await StopAsync(play, desk, "1日だけ");
        await play.SweepAsync();
        RotationPlay.Count(desk, Asked).ShouldBe(0);
        BotHost.Words((await PolicyPlay.SayAsync(host, desk, "公開一覧", "公開一覧　2件")).Card!.Value).ShouldNotContain("外す");
        await LiftAsync(play, head);
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 9));
        RotationPlay.Count(desk, Asked).ShouldBe(0);

        // The second one lasts.
        await StopAsync(play, desk, "長くなりそう");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 17));
        RotationPlay.Count(desk, Asked).ShouldBe(0);
        await play.GoToAsync(RotationPlay.At(2026, 11, 25, 9, 1));
        BotHost.Words((await play.SeesAsync(desk, Asked)).Card!.Value).ShouldContain("外す");

        // What was put back is asked for again when it is needed again.
        await LiftAsync(play, head);
        await play.GoToAsync(RotationPlay.At(2026, 11, 26, 8, 31));
        await StopAsync(play, desk, "また止めた");
        await play.GoToAsync(RotationPlay.At(2026, 11, 27, 9, 1));
        RotationPlay.Count(desk, Asked).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_asked_for_and_is_undone_while_another_stop_is_young_is_asked_for_anew_once_that_one_lasts()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"));
        await StopAsync(play, desk, "防災の不具合", "bosai-x");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 9));
        BotHost.Words((await play.SeesAsync(desk, Asked)).Card!.Value).ShouldContain("区防災課");

        // The one that was asked for is put back; the other has only just been stopped.
        await play.GoToAsync(RotationPlay.At(2026, 11, 27, 16));
        await StopAsync(play, desk, "広報の不具合");
        await LiftAsync(play, head, "bosai-x");
        await play.GoToAsync(RotationPlay.At(2026, 11, 30, 8, 31));
        await play.GoToAsync(RotationPlay.At(2026, 12, 1, 8, 31));

        RotationPlay.Count(desk, "区広報（X）").ShouldBeGreaterThan(0);
        var asked = await host.ReadAsync(db => db.DatedTasks.Where(task => task.Key == "site-list").OrderBy(task => task.RaisedAt).ToListAsync());
        asked.Select(task => task.State).ShouldBe([TaskState.Dropped, TaskState.Open]);
        asked[1].Calls.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_second_stop_does_not_put_off_that_the_first_is_taken_out_of_the_list()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 9));
        await StopAsync(play, desk, "広報の不具合");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 16));
        await StopAsync(play, desk, "防災の不具合", "bosai-x");
        RotationPlay.Count(desk, Asked).ShouldBe(0);

        await play.GoToAsync(RotationPlay.At(2026, 11, 25, 9, 1));

        BotHost.Words((await play.SeesAsync(desk, Asked)).Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("区広報"), words => words.ShouldNotContain("区防災課"));
    }

    private static async Task StopAsync(RotationPlay play, LocalTeams.TeamsClient desk, string reason, string account = "ward-x")
    {
        await desk.SayAsync($"緊急停止 {account} {reason}");
        await play.SeesAsync(desk, $"理由　{reason}");
    }

    private static async Task LiftAsync(RotationPlay play, LocalTeams.TeamsClient head, string account = "ward-x")
    {
        var old = head.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await head.SayAsync($"停止解除 {account}");
        var card = await play.Host.SeesAsync(head.Chat, message => !old.Contains(message.Id) && RotationPlay.Says(message, "停止を解除する理由"));
        Scenario.Shown(await head.PressAsync(card, "停止を解除する", new Dictionary<string, string> { ["reason"] = "直った" })).ShouldContain("停止を解除し");
    }
}
