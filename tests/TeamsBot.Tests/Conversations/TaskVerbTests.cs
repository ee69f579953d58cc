using Microsoft.EntityFrameworkCore;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>A button answers the kind of task it stands on, whatever verb somebody sends by hand.</summary>
public sealed class TaskVerbTests
{
    [Fact]
    public async Task A_verb_of_another_kind_of_task_finishes_none()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"));
        await desk.SayAsync("機能変更 X 文字数上限");
        await play.SeesAsync(desk, "確認を依頼しました");
        await play.SweepAsync();
        var card = await play.SeesAsync(head, "機能の変更の影響を確かめてください");

        foreach (var verb in (string[])["login.normal", "login.trouble", "closing.repeat", "quiet.plan", "quiet.resume", "quiet.posted"])
        {
            var answer = await head.PressAsAsync(
                card, "結果を記録する", verb, ("note", "見た"), ("proof", "https://x.com/a/status/1"), ("planDay", "2026-11-24"),
                ("postedDay", "2026-11-20"));
            answer.ToCardAnswer().Text.ShouldNotBeNull(verb).ShouldContain("この用事は見つからない", customMessage: verb);
        }

        (await host.ReadAsync(db => db.DatedTasks.Where(task => task.AccountId == "bosai-x").ToListAsync()))
            .ShouldHaveSingleItem().State.ShouldBe(TaskState.Open);
        Scenario.Shown(await head.PressAsync(card, "結果を記録する", new Dictionary<string, string> { ["verdict"] = "Fine", ["note"] = "見た" }))
            .ShouldContain("支障なしと記録しました");
    }

    [Fact]
    public async Task A_review_answers_no_login_check_and_a_silence_that_the_head_decides_is_not_put_off()
    {
        await using var later = new Later("--Upkeep:AsksSilent=true");
        await later.AtAsync(RotationPlay.At(2026, 11, 20), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.EntrustAsync(desk, "library-instagram", RotationPlay.Suzuki, "2026-10-01");
            await play.Host.OpenAsync("加藤 学");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 8, 8, 31), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.SweepAsync();
            var login = await play.SeesAsync(desk, "休止中のアカウントに入り、異常がないかを確かめてください");
            (await desk.PressAsAsync(login, "異常なし", "medium.review", ("verdict", "Fine"), ("note", "見た"))).ToCardAnswer().Text.ShouldNotBeNull()
                .ShouldContain("この用事は見つからない");
        });
        await later.AtAsync(RotationPlay.At(2027, 2, 22, 8, 31), async play =>
        {
            var head = await play.Host.OpenAsync("加藤 学");
            await play.SweepAsync();
            var silence = await play.SeesAsync(head, "再開するか、廃止するかを決めてください");
            var answer = await head.PressAsAsync(
                silence, "この日までに再開する", "tasks.postpone", ("laterUntil", "2027-02-24"), ("laterReason", "年度末のため"));
            Scenario.Shown(answer).ShouldContain("この用事は延ばせません");
        });
    }

    [Fact]
    public async Task The_texts_of_the_notices_go_to_the_accounts_people_only()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        await ClosingTests.BeginAsync(play, writer, "city-x", "2026-12-28");
        await other.SayAsync("廃止 city-x");
        var card = await play.SeesAsync(other, "アカウントの廃止の手続き");

        (await other.PressAsAsync(card, "アカウントを見る", "closing.notices", ("endingStamp", "1"))).ToCardAnswer().Text.ShouldNotBeNull()
            .ShouldContain("これができるのは、");
        await host.IdleAsync();
        RotationPlay.Count(other, "【アカウント廃止のお知らせ】").ShouldBe(0);
    }
}
