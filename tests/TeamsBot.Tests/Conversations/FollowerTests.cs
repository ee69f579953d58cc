using Microsoft.EntityFrameworkCore;
using TeamsBot.AccountDesk.Lists;
using TeamsBot.Accounts;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>The numbers of followers that people enter: where they are read, what they say, and sections with many accounts.</summary>
public sealed class FollowerTests
{
    private const string Bosai = "中村 美咲";

    [Fact]
    public async Task The_newest_number_is_what_the_account_card_shows_and_approvers_read()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var (writer, checker) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        var account = host.FirstOnX();
        var form = await PolicyPlay.SayAsync(host, writer, "フォロワー", "数えた日");
        Scenario.Shown(await writer.PressAsync(form, "記録する", new Dictionary<string, string>
        {
            ["asOf"] = "2026-11-19", [$"count:{account.Id}"] = "13,579",
        })).ShouldContain("記録しました");

        BotHost.Words((await PolicyPlay.SayAsync(host, writer, $"台帳 {account.Id}", "状態")).Card!.Value).ShouldContain("13,579（2026/11/19");
        (await host.HandInAsync(writer, "お母さん向けの講座を、区立図書館で開いています。どなたでもご覧いただけます。", account.Id)).ShouldStartWith("確認中");
        BotHost.Words((await host.SeesCardAsync(checker, "確認中")).Card!.Value).ShouldContain("フォロワーは13,579人です（2026/11/19現在）");
    }

    [Theory]
    [InlineData(false, 100, 90, 95, 100)]
    [InlineData(false, 100, 100, 99)]
    [InlineData(true, 100, 100, 99, 99)]
    [InlineData(true, 90, 101, 100, 100, 99)]
    public void Three_entries_in_a_row_without_growth_are_spoken_of(bool isSaid, params int[] counts)
    {
        var series = counts.Select((count, at) => new Followers(count, new DateOnly(2026, 1, 1).AddMonths(at))).ToList();

        (FollowerCard.Hint(series)?.Contains("3回続けて", StringComparison.Ordinal) ?? false).ShouldBe(isSaid);
    }

    [Fact]
    public async Task Of_more_accounts_than_a_card_holds_those_counted_longest_ago_come_first_and_the_rest_follows()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(Bosai));
        var rows = Enumerable.Range(1, 24).Select(at => $"X\t防災課\t星見市防災課{at}\t@bosai{at}");
        await PolicyPlay.ImportAsync(host, desk, $"媒体\t所属\tアカウント名\tID\n{string.Join('\n', rows)}");
        var form = await PolicyPlay.SayAsync(host, writer, "フォロワー", "ほか5件");
        var fields = Fields(form.Card!.Value.GetRawText());
        fields.Length.ShouldBe(20);

        var done = await writer.PressAsync(form, "記録する", fields.Select((field, at) => (field, at)).ToDictionary(
            one => one.field, one => $"{1000 + one.at}"));

        Scenario.Shown(done).ShouldContain("まだのアカウントが5件あります");
        var next = await writer.PressAsync(form, done.ToCardAnswer().Card!.Value, "続きを入力する");
        Fields(next.ToCardAnswer().Card!.Value.GetRawText())[..5].ShouldAllBe(field => !fields.Contains(field));
        (await host.ReadAsync(db => db.FollowerCounts.CountAsync())).ShouldBe(20);
    }

    private static string[] Fields(string card) =>
        [.. card.Split('"').Where(word => word.StartsWith("count:", StringComparison.Ordinal)).Distinct()];
}
