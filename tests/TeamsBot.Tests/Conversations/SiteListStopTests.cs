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

    private static async Task StopAsync(RotationPlay play, LocalTeams.TeamsClient desk, string reason)
    {
        await desk.SayAsync($"緊急停止 ward-x {reason}");
        await play.SeesAsync(desk, $"理由　{reason}");
    }

    private static async Task LiftAsync(RotationPlay play, LocalTeams.TeamsClient head)
    {
        var old = head.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await head.SayAsync("停止解除 ward-x");
        var card = await play.Host.SeesAsync(head.Chat, message => !old.Contains(message.Id) && RotationPlay.Says(message, "停止を解除する理由"));
        Scenario.Shown(await head.PressAsync(card, "停止を解除する", new Dictionary<string, string> { ["reason"] = "直った" })).ShouldContain("停止を解除し");
    }
}
