using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>What one press on a card about a password leaves to the other parts of the card, to the others, and to the year.</summary>
public sealed class RotationChangeTests
{
    [Fact]
    public async Task A_password_changed_twice_in_one_day_is_reminded_of_in_a_year()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2025-12-10");

        foreach (var _ in (int[])[1, 2])
            Scenario.Shown(await writer.PressAsync(await CardAsync(host, writer, "city-x"), "変更を終えた", RotationPlay.Done("2026-11-20")))
                .ShouldContain("変更を記録しました");

        var open = await host.ReadAsync(db => db.DatedTasks.Where(task => task.EndedAt == null).ToListAsync());
        open.ShouldHaveSingleItem().Cause.ShouldBe("2026-11-20");
    }

    [Fact]
    public async Task A_colleagues_card_in_which_they_may_be_ticking_is_left_alone_for_a_quarter_of_an_hour()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 9)));
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2025-12-10");
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 31));
        await play.SeesAsync(other, "パスワードを変える時期です");

        var mine = await play.SeesAsync(writer, "パスワードを変える時期です");
        await writer.PressAsync(mine, "変更を終えた", RotationPlay.Done("2026-11-10"));
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 44));

        RotationPlay.Count(other, "変えたら印を付ける").ShouldBe(1);
        RotationPlay.Count(writer, "変えたら印を付ける").ShouldBe(0, "their own press shows at once");
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 47));
        RotationPlay.Count(other, "変えたら印を付ける").ShouldBe(0);
        RotationPlay.Count(other, "パスワードを変えました").ShouldBe(1);
    }

    [Fact]
    public async Task It_is_handed_over_to_another_custodian_with_a_reason_and_what_was_ticked_stays()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 9)));
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await play.EntrustAsync(writer, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2025-12-10");
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 31));
        var card = await play.SeesAsync(writer, "パスワードを変える時期です");

        var refused = await writer.PressAsync(card, "この人に引き継ぐ", Hand(""));
        Scenario.Shown(refused).ShouldContain("理由を入力してください");
        refused.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("\"length,kind0\"");
        var done = await writer.PressAsync(card, "この人に引き継ぐ", Hand("出張のため"));

        Scenario.Shown(done).ShouldContain("鈴木 一郎さんに引き継ぎました。");
        done.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("\"length,kind0\"");
        var task = await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key.StartsWith("pw-")));
        (task.State, task.HandedToId, task.Reason).ShouldBe((TaskState.HandedOver, RotationPlay.Suzuki, "出張のため"));
    }

    [Fact]
    public async Task Whoever_takes_it_over_hears_of_it_at_once_and_only_they_hear_further()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 9)));
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2025-12-10");
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 31));
        var card = await play.SeesAsync(writer, "パスワードを変える時期です");
        await play.GoToAsync(RotationPlay.At(2026, 11, 12, 9));
        var (mine, theirs) = (writer.Chat.FromBot.Count, other.Chat.FromBot.Count);

        Scenario.Shown(await writer.PressAsync(card, "この人に引き継ぐ", Hand("出張のため"))).ShouldContain("引き継ぎました");
        await play.GoToAsync(RotationPlay.At(2026, 11, 12, 9, 1));

        RotationPlay.Since(other, theirs).ShouldHaveSingleItem().ShouldStartWith("パスワードの変更");
        RotationPlay.Since(writer, mine).ShouldBeEmpty();
        await play.GoToAsync(RotationPlay.At(2026, 12, 3, 8, 31));
        // By then an account at rest is asked about as well.
        RotationPlay.Since(other, theirs).Count(IsOfPassword).ShouldBe(2);
        RotationPlay.Since(writer, mine).Where(IsOfPassword).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_custodian_of_an_overdue_password_hears_at_once_and_head_and_desk_not_again()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 19)));
        var play = new RotationPlay(host);
        var (writer, newcomer) = (await host.OpenAsync("中村 美咲"), await host.OpenAsync("小林 健"));
        var (head, desk) = (await host.OpenAsync("加藤 学"), await host.OpenAsync("高橋 由美"));
        await play.EntrustAsync(writer, "bosai-x", RotationPlay.Nakamura, "2025-11-20");
        foreach (var day in (int[])[20, 24, 27]) await play.GoToAsync(RotationPlay.At(2026, 11, day, 9));
        await play.SeesAsync(desk, "パスワードの変更がまだです");
        var (heads, desks) = (head.Chat.FromBot.Count, desk.Chat.FromBot.Count);

        await play.EntrustAsync(writer, "bosai-x", $"{RotationPlay.Nakamura},{RotationPlay.Kobayashi}", "");
        await play.GoToAsync(RotationPlay.At(2026, 11, 27, 9, 1));

        RotationPlay.Count(newcomer, "パスワードの変更がまだです").ShouldBe(1);
        var told = writer.Chat.FromBot.Count;
        await play.GoToAsync(RotationPlay.At(2026, 12, 8, 9));
        RotationPlay.Since(head, heads).Where(IsOfPassword).ShouldBeEmpty();
        RotationPlay.Since(desk, desks).Where(IsOfPassword).ShouldBeEmpty();
        RotationPlay.Since(writer, told).Where(IsOfPassword).ShouldBeEmpty();
        RotationPlay.Count(newcomer, "パスワードの変更がまだです").ShouldBe(1);
    }

    [Fact]
    public async Task A_new_custodian_is_not_told_of_a_change_that_is_due_in_half_a_year()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, newcomer) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2026-06-01");

        var before = newcomer.Chat.FromBot.Count;
        await play.EntrustAsync(writer, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 9));

        RotationPlay.Since(newcomer, before).ShouldHaveSingleItem().ShouldContain("あなたを 星見市（X）");
        // Looked up, it is the next change and nothing that is due.
        await writer.SayAsync("パスワード変更 city-x");
        await play.SeesAsync(writer, "次のパスワードの変更");
        RotationPlay.Count(writer, "パスワードを変える時期です").ShouldBe(0);
        await writer.SayAsync("今週");
        await play.SeesAsync(writer, "近いうちに期限が来る用事はありません。");
        RotationPlay.Count(writer, "このほか、期限がまだ先のもの 1件").ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_custodians_only_the_one_who_has_heard_enough_that_day_waits_for_the_next()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 9)));
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2025-12-10");
        await ToldThreeTimesAsync(host, RotationPlay.Suzuki, new DateOnly(2026, 11, 10));

        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 31));
        RotationPlay.Count(writer, "パスワードを変える時期です").ShouldBe(1);
        RotationPlay.Count(other, "パスワードを変える時期です").ShouldBe(0);

        await play.GoToAsync(RotationPlay.At(2026, 11, 11, 8, 31));
        RotationPlay.Count(writer, "パスワードを変える時期です").ShouldBe(1);
        RotationPlay.Count(other, "パスワードを変える時期です").ShouldBe(1);
        await play.GoToAsync(RotationPlay.At(2026, 11, 20, 8, 31));
        RotationPlay.Count(other, "パスワードを変える時期です").ShouldBe(1);
    }

    private static async Task ToldThreeTimesAsync(BotHost host, string person, DateOnly day)
    {
        var tenant = await host.ReadAsync(db => db.DatedTasks.Select(task => task.TenantId).FirstAsync());
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var told = ToldDay.Of(tenant, person, day);
        for (var times = 0; times < TaskTelling.MostADay; times++) told.Told();
        db.ToldDays.Add(told);
        await host.Services.GetRequiredService<CommitGate>().SaveAsync(db, CancellationToken.None);
    }

    private static Dictionary<string, string> Hand(string reason) =>
        new() { ["handTo"] = RotationPlay.Suzuki, ["handReason"] = reason, ["rules"] = "length,kind0" };

    private static async Task<ChatMessage> CardAsync(BotHost host, TeamsClient client, string account)
    {
        var old = client.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await client.SayAsync($"パスワード変更 {account}");
        return await host.SeesAsync(client.Chat, message => !old.Contains(message.Id) && RotationPlay.Says(message, "変えたら印を付ける"));
    }

    private static bool IsOfPassword(string said) => said.Contains("パスワード", StringComparison.Ordinal);
}
