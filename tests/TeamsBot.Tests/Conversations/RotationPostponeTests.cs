namespace TeamsBot.Tests.Conversations;

/// <summary>Whoever gives a task a later day knows of it: they hear of it again on that day, and not before.</summary>
public sealed class RotationPostponeTests
{
    [Fact]
    public async Task A_change_that_was_put_off_is_told_again_on_its_new_day_and_not_at_once()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(desk, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2026-10-01");
        await desk.SayAsync("異動 佐藤 花子→");
        await desk.PressAsync(await play.SeesAsync(desk, "保管者の異動"), "異動を記録する");
        await play.SweepAsync();
        var card = await play.SeesAsync(desk, "変えたら印を付ける");

        var later = new Dictionary<string, string> { ["laterUntil"] = "2026-11-24", ["laterReason"] = "出張のため" };
        var answer = await desk.PressAsync(card, "期限を延ばす", later);
        Scenario.Shown(answer).ShouldContain("期限を11/24(火)に延ばしました。");
        await host.IdleAsync();
        var before = desk.Chat.FromBot.Count;
        await play.GoToAsync(RotationPlay.At(2026, 11, 20, 17));

        RotationPlay.Since(desk, before).ShouldBeEmpty("it was only just put off");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        RotationPlay.Since(desk, before).ShouldHaveSingleItem().ShouldContain("パスワード");
        RotationPlay.Count(writer, "変えたら印を付ける").ShouldBe(0);
    }
}
