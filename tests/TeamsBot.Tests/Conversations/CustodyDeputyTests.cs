namespace TeamsBot.Tests.Conversations;

/// <summary>副保管者: who hears of an account's password in the custodians' place, and does not know it.</summary>
public sealed class CustodyDeputyTests
{
    private const string Deputy = "高橋 由美";

    [Fact]
    public async Task While_no_custodian_is_there_the_deputy_hears_and_once_it_is_overdue_with_the_head()
    {
        await using var later = new Later();
        await later.AtAsync(RotationPlay.At(2026, 11, 27), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            foreach (var name in (string[])[BotHost.Author, BotHost.Head, Deputy]) await play.Host.OpenAsync(name);
            await play.EntrustAsync(desk, "city-x", RotationPlay.Sato, "2025-12-30", ("deputy", RotationPlay.Takahashi));
            var writer = play.Host.Of(BotHost.Author);
            await writer.SayAsync("不在 11/30〜12/1");
            await play.Host.IdleAsync();
        });
        // Thirty days before, on a day on which its custodian is away.
        await later.AtAsync(RotationPlay.At(2026, 11, 30, 8, 31), async play =>
        {
            var (deputy, writer) = (await play.Host.OpenAsync(Deputy), await play.Host.OpenAsync(BotHost.Author));
            await play.SweepAsync();
            var card = await play.SeesAsync(deputy, "パスワードを変える時期です");
            BotHost.Words(card.Card!.Value).ShouldContain("佐藤 花子");
            card.Card!.Value.GetRawText().ShouldNotContain("rotation.complete");
            RotationPlay.Count(writer, "パスワードを変える時期です").ShouldBe(0);
            // Whoever comes back hears of it then, and the deputy not again.
            await play.GoToAsync(RotationPlay.At(2026, 12, 1, 8, 31));
            RotationPlay.Count(writer, "パスワードを変える時期です").ShouldBe(0);
            await play.GoToAsync(RotationPlay.At(2026, 12, 2, 8, 31));
            await play.SeesAsync(writer, "パスワードを変える時期です");
            RotationPlay.Since(deputy, 0).Count(said => said.StartsWith("パスワードの変更", StringComparison.Ordinal)).ShouldBe(1);
        });
        // The due day is the last opening day of the year.
        await later.AtAsync(RotationPlay.At(2027, 1, 4, 8, 31), async play =>
        {
            var (deputy, head) = (await play.Host.OpenAsync(Deputy), await play.Host.OpenAsync(BotHost.Head));
            foreach (var other in (string[])[BotHost.Author, BotHost.Checker]) await play.Host.OpenAsync(other);
            await play.SweepAsync();
            foreach (var told in (LocalTeams.TeamsClient[])[deputy, head])
            {
                await play.Host.IdleAsync();
                RotationPlay.Since(told, 0).ShouldContain(said => said.StartsWith("パスワードの変更がまだです", StringComparison.Ordinal));
            }
        });
    }

    [Fact]
    public async Task The_deputy_stands_on_the_card_is_nobody_who_knows_it_and_leaves_as_others_do()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);

        var refused = await play.EntrustAsync(desk, "city-x", RotationPlay.Sato, "2026-10-01", ("deputy", RotationPlay.Sato));
        Scenario.Shown(refused).ShouldContain("副保管者には、保管者とは別の人を選んでください");
        var entered = await play.EntrustAsync(desk, "city-x", RotationPlay.Sato, "2026-10-01", ("deputy", RotationPlay.Takahashi));
        Scenario.Shown(entered).ShouldContain("副保管者　高橋 由美");

        await desk.SayAsync("異動 高橋→");
        await desk.PressAsync(await play.SeesAsync(desk, "保管者の異動"), "異動を記録する");
        BotHost.Words((await PolicyPlay.SayAsync(host, desk, "保管者 city-x", "パスワードの管理")).Card!.Value).ShouldNotContain("副保管者");
    }

    [Fact]
    public async Task A_list_brings_the_deputy_and_the_register_gives_them_back()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        await PolicyPlay.ImportAsync(
            host, desk, "媒体\t所属\tアカウント名\t保管者\t副保管者\nX\t広報課\t星見市\t佐藤 花子\t高橋 由美");

        BotHost.Words((await PolicyPlay.SayAsync(host, desk, "保管者 city-x", "パスワードの管理")).Card!.Value)
            .ShouldContain("副保管者　高橋 由美");
    }
}
