using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Outbox;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What goes otherwise with passwords: somebody leaves, many are due at once, the bot was away, somebody types a secret, asks without
/// right, or cannot do it in time.
/// </summary>
public sealed class RotationTroubleTests
{
    [Fact]
    [Clause("tochigi-7-2-4")]
    public async Task A_leaver_makes_one_list_for_those_who_stay_due_the_same_day_and_the_head_hears_on_the_next()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, desk, head, own) = (
            await host.OpenAsync(BotHost.Author),
            await host.OpenAsync(BotHost.Checker),
            await host.OpenAsync("加藤 学"),
            await host.OpenAsync(BotHost.Head)
        );
        foreach (var account in (string[])["koho-x", "kiki-x"])
            await play.EntrustAsync(desk, account, $"{RotationPlay.Suzuki},{RotationPlay.Takahashi}", "2026-10-01");
        await writer.SayAsync("異動 高橋→佐藤");
        await host.SeesTextAsync(writer.Chat, "異動を記録できるのは、広報担当と管理者");
        await desk.SayAsync("異動 高橋→佐倉");
        await host.SeesTextAsync(desk.Chat, "職員の一覧にありません");

        var before = desk.Chat.FromBot.Count;
        await desk.SayAsync("異動 高橋→");
        var asked = await play.SeesAsync(desk, "保管者の異動");
        BotHost.Words(asked.Card!.Value).ShouldContain("アカウント　2件");
        Scenario.Shown(await desk.PressAsync(asked, "異動を記録する")).ShouldContain("高橋 由美さんの異動を2件のアカウントに記録しました。");
        await play.SweepAsync();

        var credentials = await host.ReadAsync(db => db.AccountCredentials.ToListAsync());
        credentials.ShouldAllBe(one => one.Custodians.SequenceEqual(new[] { RotationPlay.Suzuki }));
        RotationPlay.Since(desk, before + 1).ShouldHaveSingleItem().ShouldBe("すること2件：担当交代によるパスワードの変更");
        (await host.ReadAsync(db => db.DatedTasks.ToListAsync())).ShouldAllBe(task => task.DueOn == new DateOnly(2026, 11, 20));
        RotationPlay.Count(head, "担当").ShouldBe(0);

        // One is opened from the list and done; a day before the change of staff does not count.
        var list = desk.Chat.FromBot[^1];
        (await desk.PressAsync(list, "変更に進む")).ToCardAnswer().Text!.ShouldContain("のカードを出しました");
        await host.IdleAsync();
        var card = await play.SeesAsync(desk, "変えたら印を付ける");
        var ticks = "length,duty,unique,twoStep";
        Scenario.Shown(await desk.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-19", ticks))).ShouldContain("担当が替わった11/20(金)以降");
        Scenario.Shown(await desk.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20", ticks))).ShouldContain("変更を記録しました");

        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        // Which of the two stands first in the list is chance.
        var left = await host.ReadAsync(db => db.DatedTasks
            .Where(task => task.State == TaskState.Open).Select(task => task.AccountId).SingleAsync());
        var late = await play.SeesAsync(left == "kiki-x" ? head : own, "担当交代によるパスワードの変更がまだです");
        Notices.Summary(late).ShouldStartWith("担当交代によるパスワードの変更がまだです");
        await desk.SayAsync("台帳");
        BotHost.Words((await play.SeesAsync(desk, "アカウント台帳")).Card!.Value).ShouldContain("要対応");
    }

    [Fact]
    public async Task More_than_three_at_once_are_one_list_and_the_same_is_not_told_twice()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 9)));
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        foreach (var account in (string[])["city-x", "city-facebook", "city-instagram", "city-line"])
            await play.EntrustAsync(writer, account, RotationPlay.Sato, "2025-12-10");
        var before = writer.Chat.FromBot.Count;

        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 31));
        await play.SweepAsync();

        RotationPlay.Since(writer, before).ShouldHaveSingleItem().ShouldBe("すること4件：パスワードの変更");
        await writer.SayAsync("今週");
        var week = await play.SeesAsync(writer, "今週 11/9(月)〜11/13(金)");
        BotHost.Words(week.Card!.Value).ShouldContain("すること 4件");
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 16));
        RotationPlay.Since(writer, before).Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_three_weeks_without_the_bot_everybody_hears_once_how_it_stands_and_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        try
        {
            await using (var first = await BotHost.StartAsync(folder, new FakeTime(RotationPlay.At(2026, 12, 1))))
            {
                var writer = await first.OpenAsync("中村 美咲");
                await first.OpenAsync("加藤 学");
                await new RotationPlay(first).EntrustAsync(writer, "bosai-x", RotationPlay.Nakamura, "2025-12-10");
                await first.IdleAsync();
                await first.StopAsync();
            }

            // Seven days before, the day itself and the day after have passed; it is a Saturday, and nobody is called before Monday.
            await using var host = await BotHost.StartAsync(folder, new FakeTime(RotationPlay.At(2026, 12, 19)));
            var play = new RotationPlay(host);
            var (custodian, head) = (await host.OpenAsync("中村 美咲"), await host.OpenAsync("加藤 学"));
            await play.SweepAsync();
            RotationPlay.Count(custodian, "がまだです").ShouldBe(0);
            await play.GoToAsync(RotationPlay.At(2026, 12, 21, 8, 31));
            await play.SweepAsync();

            await play.SeesAsync(custodian, "パスワードの変更がまだです");
            await play.SeesAsync(head, "パスワードの変更がまだです");
            RotationPlay.Count(custodian, "パスワードの変更がまだです").ShouldBe(1);
            await play.GoToAsync(RotationPlay.At(2026, 12, 22, 12));
            RotationPlay.Count(custodian, "パスワードの変更がまだです").ShouldBe(1);
            RotationPlay.Count(head, "パスワードの変更がまだです").ShouldBe(1);
        }
        finally
        {
            TempFolder.Delete(folder);
        }
    }

    [Fact]
    public async Task A_secret_in_a_reason_is_hidden_and_warned_of_and_the_rest_is_kept()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EntrustAsync(desk, "koho-x", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2026-10-01");
        await desk.SayAsync("担当変更 koho-x 佐藤 花子→");
        await desk.PressAsync(await play.SeesAsync(desk, "保管者の異動"), "異動を記録する");
        await play.SweepAsync();
        var card = await play.SeesAsync(desk, "変えたら印を付ける");

        var answer = await desk.PressAsync(card, "期限を延ばす", new Dictionary<string, string>
        {
            ["laterUntil"] = "2026-11-24", ["laterReason"] = "出張のため。新しいものは Himitsu#2026x にする",
        });

        Scenario.Shown(answer).ShouldContain("期限を11/24(火)に延ばしました。");
        Scenario.Shown(answer).ShouldContain("パスワードのような文字は消しました");
        var task = await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key.StartsWith("pw-")));
        (task.State, task.Reason).ShouldBe((TaskState.Postponed, "出張のため。新しいものは ●●●●●● にする"));
        (await host.ReadAsync(db => db.AuditEntries.Select(entry => entry.Details).ToListAsync())).ShouldAllBe(said => IsClean(said));
        (await host.ReadAsync(db => db.OutboxMessages.Select(message => message.Body).ToListAsync())).ShouldAllBe(body => IsClean(body));
        // Further than its limit, or without a reason, it is not moved.
        var again = answer.ToCardAnswer().Card!.Value;
        Scenario.Shown(await desk.PressAsync(card, again, "期限を延ばす", Later("2026-12-24", "多忙のため"))).ShouldContain("までの日を選んでください");
        Scenario.Shown(await desk.PressAsync(card, again, "期限を延ばす", Later("2026-11-24", ""))).ShouldContain("理由を入力してください");
    }

    [Fact]
    [Clause("asaka-2-5a", "asaka-2-5b")]
    public async Task The_custodians_are_shown_to_their_section_and_the_desk_only_and_each_guessable_thing_is_ticked()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        (string, string)[] safe = [("storage", "Vault"), ("place", "執務室の金庫"), ("keeper", RotationPlay.Takahashi)];
        await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2026-10-01", safe);

        await writer.SayAsync("保管者 city-x");
        var shown = BotHost.Words((await play.SeesAsync(writer, "保管責任者　高橋 由美")).Card!.Value);
        shown.ShouldContain("保管者　佐藤 花子");
        shown.ShouldContain("金庫（執務室の金庫）");
        shown.ShouldContain("最後に変えた日　10/1(木)");
        await other.SayAsync("保管者 city-x");
        await host.SeesTextAsync(other.Chat, "シティ・プロモーション課の方と広報担当だけです");

        await writer.SayAsync("パスワード変更 city-x");
        var card = await play.SeesAsync(writer, "変えたら印を付ける");
        card.Card!.Value.GetRawText().ShouldContain("年（西暦・和暦）を使っていない");
        Scenario.Shown(await writer.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20", "duty,guess0,guess1,guess3")))
            .ShouldContain("「年（西暦・和暦）を使っていない」に印がありません");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ChangedOn.ShouldBe(new DateOnly(2026, 10, 1));
        Scenario.Shown(await writer.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-20", "duty,guess0,guess1,guess2,guess3")))
            .ShouldContain("変更を記録しました");
        // The pack sets no rotation: nothing is planned.
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.Key == "pw-yearly"))).ShouldBe(0);
    }

    [Fact]
    public async Task More_custodians_than_the_limit_are_entered_by_the_head_with_a_reason_only()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, head) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        var four = string.Join(',', RotationPlay.Sato, RotationPlay.Suzuki, RotationPlay.Takahashi, "a0000000-0000-4000-8000-000000000003");

        Scenario.Shown(await play.EntrustAsync(writer, "koho-x", four, "2026-10-01")).ShouldContain("保管者は3人までです。減らすか、田中 誠さんに");
        (await host.ReadAsync(db => db.AccountCredentials.CountAsync())).ShouldBe(0);
        Scenario.Shown(await play.EntrustAsync(head, "koho-x", four, "2026-10-01")).ShouldContain("理由を入力してください");
        Scenario.Shown(await play.EntrustAsync(head, "koho-x", four, "2026-10-01", ("capReason", "夜間の当番を置くため"))).ShouldContain("登録しました");
        var credential = await host.ReadAsync(db => db.AccountCredentials.SingleAsync());
        (credential.Custodians.Count, credential.CapReason).ShouldBe((4, "夜間の当番を置くため"));

        // As many as the head allowed can be kept by anybody who changes something else; one more cannot.
        Scenario.Shown(await play.EntrustAsync(writer, "koho-x", four, "", ("group", "広報の組"))).ShouldContain("登録しました");
        credential = await host.ReadAsync(db => db.AccountCredentials.SingleAsync());
        (credential.Group, credential.CapReason).ShouldBe(("広報の組", "夜間の当番を置くため"));
    }

    [Fact]
    public async Task Who_reads_english_gets_the_card_in_english_and_a_password_behind_the_word_is_no_command()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2026-10-01");
        await writer.SayAsync("英語");
        await host.IdleAsync();
        await writer.SayAsync("password city-x");
        var card = await play.SeesAsync(writer, "Tick what is true of the new password");
        Scenario.Shown(await writer.PressAsync(card, "I have changed it", RotationPlay.Done("2026-11-20", "")))
            .ShouldContain("Not done yet.");
        var before = writer.Chat.FromBot.Count;
        await writer.SayAsync("password Himitsu#2026x");
        await host.IdleAsync();
        writer.Chat.FromBot.Skip(before).ShouldAllBe(message => !RotationPlay.Says(message, "Himitsu"));
        (await host.ReadAsync(db => db.AuditEntries.Select(entry => entry.Details).ToListAsync())).ShouldAllBe(said => IsClean(said));
    }

    private static Dictionary<string, string> Later(string until, string reason) =>
        new() { ["laterUntil"] = until, ["laterReason"] = reason };

    private static bool IsClean(string kept) => !kept.Contains("Himitsu", StringComparison.Ordinal);
}
