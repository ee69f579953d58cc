using Microsoft.EntityFrameworkCore;
using TeamsBot.Rosters;
using TeamsBot.Tasks;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>「当番」: entered a week at a time, gone on with in the same order, asked for with a plain question; gaps come to mind in time.</summary>
public sealed class RosterTests
{
    private const string Sato = RotationPlay.Sato;
    private const string Suzuki = RotationPlay.Suzuki;
    private const string Takahashi = RotationPlay.Takahashi;

    [Fact]
    public async Task The_desk_enters_a_week_and_todays_duty_is_answered_with_the_second_while_the_first_is_away()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        Read(await play.SaysAsync(writer, "当番")).ShouldContain("返信　決まっていません");

        Scenario.Shown(await play.EnterAsync(desk, Week("2026-11-18", Sato, Suzuki, Takahashi)))
            .ShouldContain("11/16(月)の週の当番を登録しました");

        var shown = Read(await play.SaysAsync(writer, "今日の当番は？"));
        shown.ShouldContain("返信　佐藤 花子（副 鈴木 一郎）");
        shown.ShouldContain("確認　高橋 由美");
        shown.ShouldContain("緊急　決まっていません");
        shown.ShouldContain("11/16(月)の週　返信");
        Read(await play.SaysAsync(writer, "今週")).ShouldContain("11/16(月)の週　返信");
        Read(await play.SaysAsync(await host.OpenAsync("中村 美咲"), "当番 広報課")).ShouldContain("佐藤 花子");
        await play.SaysAsync(writer, "不在 11/20");
        Read(await play.SaysAsync(writer, "当番")).ShouldContain("返信　鈴木 一郎（佐藤 花子は不在）");
        Read(await play.SaysAsync(desk, "duty")).ShouldContain("replies　鈴木 一郎 (stands in)");
    }

    [Fact]
    public async Task The_same_order_fills_the_weeks_to_come()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EnterAsync(desk, Week("2026-11-23", Sato, Suzuki));

        Scenario.Shown(await play.EnterAsync(desk, Week("2026-11-30", Suzuki, Takahashi), "同じ順で続ける"))
            .ShouldContain("同じ順で、2027/2/22(月)の週まで（12週分）を登録しました");

        var weeks = await host.ReadAsync(db => db.RosterWeeks.OrderBy(week => week.Monday).ToListAsync());
        weeks.Select(week => week.MainId).Take(5).ShouldBe([Sato, Suzuki, Sato, Suzuki, Sato]);
        weeks.Select(week => week.SecondId).Take(4).ShouldBe([Suzuki, Takahashi, Suzuki, Takahashi]);
        weeks.Count.ShouldBe(14);
    }

    [Theory]
    [InlineData("", RotationPlay.Sato, "", "", "週を選んでください")]
    [InlineData("2026-02-30", RotationPlay.Sato, "", "", "「2026-02-30」という日が見つかりません")]
    [InlineData("2026-11-15", RotationPlay.Sato, "", "", "過ぎた週の当番は変えられません")]
    [InlineData("2036-11-16", RotationPlay.Sato, "", "", "1年以内の週を選んでください")]
    [InlineData("2026-11-23", RotationPlay.Sato, RotationPlay.Sato, "", "返信の当番と副が同じ方です")]
    [InlineData("2026-11-23", "", RotationPlay.Sato, "", "返信の副だけが選ばれています")]
    [InlineData("2026-11-23", "", "", RotationPlay.Sato, "佐藤 花子さんには、広報課の確認者の役割がありません。選べるのは、鈴木 一郎さん、高橋 由美さん")]
    [InlineData("2026-11-23", RotationPlay.Nakamura, "", "", "中村 美咲さんには、広報課の起案者か確認者の役割がありません")]
    [InlineData("2026-11-23", "nobody", "", "", "選ばれた方が職員の一覧にいません")]
    public async Task What_makes_no_sense_is_refused_and_what_was_chosen_stays(
        string week, string reply, string second, string check, string said)
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        var refused = await new RosterPlay(host).EnterAsync(desk, Week(week, reply, second, check));

        Scenario.Shown(refused).ShouldContain(said);
        Scenario.Shown(refused).ShouldContain("▲ ");
        if (reply == Sato) refused.ToCardAnswer().Card!.Value.GetRawText().ShouldContain($"\"value\":\"{Sato}\"");
        (await host.ReadAsync(db => db.RosterWeeks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Others_see_it_and_neither_enter_it_nor_another_sections()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("加藤 学"));
        Read(await play.SaysAsync(writer, "当番")).ShouldNotContain("当番を決める");
        var shown = await play.SaysAsync(desk, "当番");

        foreach (var client in new[] { writer, other })
            (await client.PressAsync(shown, shown.Card!.Value, "当番を決める")).ToCardAnswer().Text.ShouldNotBeNull()
                .ShouldContain("広報課の当番を決められるのは、所属長と広報担当（鈴木 一郎さん、高橋 由美さん）です");
        (await other.PressAsync(await play.SaysAsync(other, "当番"), "当番を決める")).ToCardAnswer().Card.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_week_without_duty_comes_to_mind_a_week_before_and_on_the_last_opening_day_and_is_done_once_it_is_entered()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 16)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await play.EnterAsync(desk, Week("2026-11-16", Sato, Suzuki));
        await play.EnterAsync(desk, Week("2026-11-23", Suzuki, Sato));
        await host.IdleAsync();

        // The week of 30 November has nobody. A week before is a holiday, so Friday; the day before is a Sunday, so Friday again.
        (await ToldAsync(RotationPlay.At(2026, 11, 19, 12))).ShouldBe(0);
        (await ToldAsync(RotationPlay.At(2026, 11, 20, 8, 31))).ShouldBe(1);
        (await ToldAsync(RotationPlay.At(2026, 11, 26, 12))).ShouldBe(1);
        (await ToldAsync(RotationPlay.At(2026, 11, 27, 8, 31))).ShouldBe(2);

        var notice = desk.Chat.FromBot.Last(message => RotationPlay.Says(message, "当番が決まっていません"));
        var opened = (await desk.PressAsync(notice, "当番を決める")).ToCardAnswer().Card!.Value;
        BotHost.Words(opened).ShouldContain("決まっていない当番　返信");
        var form = (await desk.PressAsync(notice, opened, "当番を決める")).ToCardAnswer().Card!.Value;
        form.GetRawText().ShouldContain("2026-11-30");
        await desk.PressAsync(notice, form, "同じ順で続ける", Week("2026-11-30", Sato, Suzuki));
        await host.IdleAsync();
        (await host.ReadAsync(db => db.DatedTasks.Where(task => task.Key == RosterGaps.Week && task.Cause == "2026-11-30").SingleAsync()))
            .State.ShouldBe(TaskState.Done);
        RotationPlay.Count(head, "当番が決まって").ShouldBe(0);

        async Task<int> ToldAsync(DateTimeOffset at)
        {
            await clock.GoToAsync(at);
            await clock.SweepAsync();
            return RotationPlay.Since(desk, 0)
                .Count(line => line.StartsWith("当番が決まっていない週　広報課　11/30(月)〜12/4(金)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Before_a_long_closing_a_gap_is_told_on_the_last_opening_day_and_the_note_comes_to_who_is_next()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 12, 21)));
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-12-21", Sato));
        await play.EnterAsync(desk, Week("2026-12-28", Suzuki));
        await play.EnterAsync(desk, Week("2027-01-04", Sato));
        // On duty, and away over the turn of the year.
        Read(await play.SaysAsync(desk, "不在 12/30〜1/3")).ShouldContain("この間に返信の当番があります。「交代」で代わりを頼めます。");
        var card = await play.SaysAsync(writer, "当番");
        Scenario.Shown(await writer.PressAsync(card, "引き継ぎを残す", new Dictionary<string, string> { ["noteReply"] = "断水の問い合わせが続いています。" }))
            .ShouldContain("引き継ぎを残しました");

        await clock.GoToAsync(RotationPlay.At(2026, 12, 22, 8, 31));
        await clock.SweepAsync();
        RotationPlay.Count(desk, "閉庁の間の当番が決まっていません").ShouldBe(0);
        await clock.GoToAsync(RotationPlay.At(2026, 12, 28, 8, 31));
        await clock.SweepAsync();

        await host.SeesTextAsync(desk.Chat, "今週は、あなたが広報課の返信の当番です。");
        desk.Chat.FromBot.Last(message => message.Text.Contains("引き継ぎ（返信）", StringComparison.Ordinal)).Text
            .ShouldContain("断水の問い合わせが続いています。（佐藤 花子さんから）");
        RotationPlay.Count(desk, "閉庁の間の当番が決まっていません").ShouldBe(1);
        Read(await play.SaysAsync(desk, "当番")).ShouldContain("断水の問い合わせ");
    }

    [Fact]
    public async Task Whoever_is_put_on_duty_or_taken_off_hears_of_all_weeks_in_one_message()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await play.EnterAsync(desk, Week("2026-11-23", Takahashi));
        await host.SeesTextAsync(other.Chat, "あなたの当番：返信 11/23(月)の週");
        await play.EnterAsync(desk, Week("2026-11-30", Sato, "", Takahashi), "同じ順で続ける");
        var told = await host.SeesTextAsync(writer.Chat, "鈴木 一郎さんが、広報課の当番を登録しました。");
        told.Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("返信 11/30(月)の週、12/14(月)の週"), text => text.ShouldContain("ほか1週"),
            text => text.ShouldContain("「交代」"));
        await host.IdleAsync();
        RotationPlay.Count(writer, "当番を登録しました").ShouldBe(1);

        await play.EnterAsync(desk, Week("2026-11-30", Suzuki));
        (await host.SeesTextAsync(writer.Chat, "外れた当番：返信 11/30(月)の週")).Text.ShouldNotContain("あなたの当番");
        await host.SeesTextAsync(other.Chat, "外れた当番：確認 11/30(月)の週");
        RotationPlay.Count(desk, "さんが、広報課の当番を登録しました").ShouldBe(0, "who entered it knows");
    }

    [Fact]
    public async Task While_nobody_of_a_duty_is_there_it_says_who_is_away_whom_to_call_and_finds_somebody()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await play.EnterAsync(desk, Week("2026-11-20", Sato));
        await play.SaysAsync(writer, "不在 11/20");
        var card = await play.SaysAsync(desk, "当番");
        Read(card).ShouldSatisfyAllConditions(
            words => words.ShouldContain("返信　佐藤 花子さんは不在です。"),
            words => words.ShouldContain("急ぐときは、田中 誠さん（課長）へ連絡してください"));

        Scenario.Shown(await desk.PressAsync(card, "返信の代わりを探す")).ShouldContain("鈴木 一郎さん、高橋 由美さんに頼みました");
        var request = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        Scenario.Shown(await other.PressAsync(request, "引き受ける")).ShouldContain("引き受けました");
        Read(await play.SaysAsync(desk, "当番")).ShouldContain("返信　高橋 由美");
    }

    [Fact]
    public async Task A_secret_in_a_note_is_not_kept()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EnterAsync(desk, Week("2026-11-20", Suzuki));
        var card = await play.SaysAsync(desk, "当番");

        var kept = await desk.PressAsync(card, "引き継ぎを残す", new Dictionary<string, string> { ["noteReply"] = "パスワードは Himitsu#2026 です" });

        Scenario.Shown(kept).ShouldContain("パスワードのような文字は消しました");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).Note.ShouldNotContain("Himitsu");
    }
}
