using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Passwords of official accounts over the year: the reminder that comes on the right opening day to those who know the password, the
/// ticks, the head and the desk when it is late.
/// </summary>
public sealed class RotationTests
{
    [Fact]
    [Clause("ward-5-3")]
    public async Task A_year_after_the_change_the_custodian_is_reminded_thirty_and_seven_days_before_and_on_the_day()
    {
        // Changed on 12 October 2025; a year later is a holiday, so it is due on the Friday before.
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 9, 1)), settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var (writer, head) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        await play.EntrustAsync(writer, "ward-x", RotationPlay.Sato, "2025-10-12");
        var before = writer.Chat.FromBot.Count;

        await play.GoToAsync(RotationPlay.At(2026, 9, 9, 8, 29));
        RotationPlay.Since(writer, before).ShouldBeEmpty();
        await play.GoToAsync(RotationPlay.At(2026, 9, 9, 8, 31));
        RotationPlay.Since(writer, before).ShouldHaveSingleItem().ShouldBe("パスワードの変更　区広報（X）　10/9(金)まで");
        await play.GoToAsync(RotationPlay.At(2026, 10, 1, 12));
        RotationPlay.Since(writer, before).Count.ShouldBe(1);
        await play.GoToAsync(RotationPlay.At(2026, 10, 2, 8, 31));
        RotationPlay.Since(writer, before).Count.ShouldBe(2);
        await play.GoToAsync(RotationPlay.At(2026, 10, 8, 12));
        RotationPlay.Since(writer, before).Count.ShouldBe(2);
        await play.GoToAsync(RotationPlay.At(2026, 10, 9, 8, 31));
        RotationPlay.Since(writer, before).Count.ShouldBe(3);

        // A reminder is short; its button turns it into the card.
        var reminder = writer.Chat.FromBot[^1];
        BotHost.Words(reminder.Card!.Value).ShouldContain("10/9(金)（今日）");
        var opened = (await writer.PressAsync(reminder, "変更に進む")).ToCardAnswer().Card!.Value;
        BotHost.Words(opened).ShouldContain("変えたら印を付ける");
        Scenario.Shown(await writer.PressAsync(reminder, opened, "変更を終えた", RotationPlay.Done("2026-10-09", WardTicks)))
            .ShouldContain("次の期限は2027/10/8(金)です");
        var tasks = await host.ReadAsync(db => db.DatedTasks.Where(task => task.AccountId == "ward-x")
            .OrderBy(task => task.DueOn).ToListAsync());
        tasks.Select(task => (task.State, task.DueOn)).ShouldBe(
            [(TaskState.Done, new DateOnly(2026, 10, 9)), (TaskState.Open, new DateOnly(2027, 10, 8))]);
        RotationPlay.Since(head, 1).ShouldBeEmpty("but for the welcome");
    }

    [Fact]
    [Clause("ward-5-2")]
    public async Task A_missing_tick_is_named_and_the_change_stays_open()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await play.EntrustAsync(writer, "ward-x", RotationPlay.Sato, "2025-10-12");
        await writer.SayAsync("パスワード変更 ward-x");
        var card = await play.SeesAsync(writer, "変えたら印を付ける");
        foreach (var tick in (string[])["10文字以上にした", "英大文字を入れた", "英小文字を入れた", "数字を入れた", "記号を入れた", "推測されにくいものにした"])
            card.Card!.Value.GetRawText().ShouldContain(tick);

        var refused = await writer.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20", "length,kind0,kind1,kind2,guess,twoStep"));

        Scenario.Shown(refused).ShouldContain("まだ完了していません。「記号を入れた」に印がありません。");
        Scenario.Shown(refused).ShouldContain("（印がない：記号を入れた）");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ChangedOn.ShouldBe(new DateOnly(2025, 10, 12));
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key.StartsWith("pw-")))).IsOpen.ShouldBeTrue();
        // What was ticked is still ticked.
        refused.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("length,kind0,kind1,kind2,guess,twoStep");
        var again = refused.ToCardAnswer().Card!.Value;
        Scenario.Shown(await writer.PressAsync(card, again, "変更を終えた", RotationPlay.Done("2026-11-20", WardTicks)))
            .ShouldStartWith("パスワードを変えました");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ChangedOn.ShouldBe(new DateOnly(2026, 11, 20));
    }

    [Fact]
    public async Task Only_a_custodian_records_a_change_and_others_are_told_who()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, checker, other) =
            (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync("中村 美咲"));
        await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2026-10-12");
        await writer.SayAsync("パスワード変更 city-x");
        var card = await play.SeesAsync(writer, "変えたら印を付ける");

        (await checker.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20"))).ToCardAnswer().Text
            .ShouldBe("このパスワードの変更を記録できるのは、保管者の佐藤 花子さんです。まだ記録していません。");
        (await other.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20"))).ToCardAnswer().Text!.ShouldContain("広報課の方と広報担当だけ");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ChangedOn.ShouldBe(new DateOnly(2026, 10, 12));
    }

    [Fact]
    public async Task Who_knows_the_password_hears_that_it_is_another_and_who_is_to_keep_it_that_they_are()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, checker) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "city-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2026-10-12");
        await host.SeesTextAsync(checker.Chat, "佐藤 花子さんが、あなたを");
        writer.Chat.FromBot.ShouldNotContain(message => message.Text.Contains("登録しました", StringComparison.Ordinal), "they did it");

        await writer.SayAsync("パスワード変更 city-x");
        var card = await play.SeesAsync(writer, "変えたら印を付ける");
        await writer.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20"));

        await host.SeesTextAsync(checker.Chat, "のパスワードを、佐藤 花子さんが変えました");
    }

    [Fact]
    public async Task Overdue_the_head_hears_of_it_on_the_next_opening_day_a_week_later_the_desk_and_the_account_is_red()
    {
        // Due on Friday, 20 November; Monday is a holiday.
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 19)));
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync("中村 美咲");
        var (head, desk) = (await host.OpenAsync("加藤 学"), await host.OpenAsync("高橋 由美"));
        await play.EntrustAsync(writer, "bosai-x", RotationPlay.Nakamura, "2025-11-20");
        await play.GoToAsync(RotationPlay.At(2026, 11, 20, 12));
        RotationPlay.Count(writer, "パスワードを変える時期です").ShouldBeGreaterThan(0);
        await play.GoToAsync(RotationPlay.At(2026, 11, 23, 12));
        RotationPlay.Count(head, "星見市防災課").ShouldBe(0);

        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));

        var asked = await play.SeesAsync(head, "パスワードの変更がまだです");
        Notices.Summary(asked).ShouldBe("パスワードの変更がまだです　星見市防災課（X）@hoshimi_bosai");
        BotHost.Words(asked.Card!.Value).ShouldContain("中村 美咲（主任）");
        RotationPlay.Count(desk, "星見市防災課").ShouldBe(0);
        await head.SayAsync("台帳");
        BotHost.Words((await play.SeesAsync(head, "アカウント台帳")).Card!.Value).ShouldContain("星見市防災課（X）@hoshimi_bosai　要対応");
        await play.GoToAsync(RotationPlay.At(2026, 11, 27, 8, 31));
        (await play.SeesAsync(desk, "パスワードの変更がまだです")).Card.ShouldNotBeNull();
        // Nobody hears of it again; done, every card says so.
        await play.GoToAsync(RotationPlay.At(2026, 12, 18, 12));
        RotationPlay.Count(head, "がまだです").ShouldBe(1);
        await writer.SayAsync("パスワード変更 bosai-x");
        var card = await play.SeesAsync(writer, "変えたら印を付ける");
        await writer.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-12-18"));
        // The head may be writing in theirs and sees it when the time for that is over.
        await play.GoToAsync(RotationPlay.At(2026, 12, 18, 12, 16));
        RotationPlay.Count(head, "パスワードを変えました").ShouldBe(1);
        RotationPlay.Count(head, "がまだです").ShouldBe(0);
    }

    private const string WardTicks = "length,kind0,kind1,kind2,kind3,guess,twoStep";
}
