using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>A stop is lifted by whoever decides that day, and never opens an account again that has ended meanwhile.</summary>
public sealed class StopLiftTests
{
    [Fact]
    public async Task A_stop_that_was_never_lifted_does_not_open_a_closed_account_again()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var (writer, desk, head) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await desk.SayAsync("緊急停止 ward-x 乗っ取りの疑い");
        await play.SeesAsync(desk, "停止し、関係する方に知らせました。");
        await head.SayAsync("停止解除 ward-x");
        var lift = await play.SeesAsync(head, "停止を解除する理由");
        await ClosingTests.BeginAsync(play, writer, "ward-x", "2026-11-24");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 9));
        foreach (var step in (string[])["archive", "deletion", "links", "listing", "credential"])
            await ClosingTests.TickAsync(play, writer, step, "2026-11-24", "確かめた", "ward-x");
        await head.SayAsync("廃止 ward-x");
        Scenario.Shown(await head.PressAsync(await play.SeesAsync(head, "すること　5／5"), "廃止を完了する")).ShouldContain("廃止を完了し");

        Scenario.Shown(await head.PressAsync(lift, "停止を解除する", Reason("もう大丈夫と判断した"))).ShouldSatisfyAllConditions(
            words => words.ShouldContain("このアカウントは閉鎖されています"), words => words.ShouldContain("もう大丈夫と判断した"));
        await head.SayAsync("停止解除 ward-x");
        (await play.SeesAsync(head, "停止も解除もできません")).Card!.Value.GetRawText().ShouldNotContain("stop.lift\"");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync(record => record.AccountId == "ward-x"))).State
            .ShouldBe(AccountState.Closed);
        (await host.ReadAsync(db => db.AccountStops.SingleAsync())).LiftedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Only_accounts_that_are_stopped_are_offered_for_lifting()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("停止解除");
        await host.SeesTextAsync(desk.Chat, "あなたが担当するアカウントに、停止中のものはありません。");
        foreach (var account in (string[])["city-x", "bosai-x"])
        {
            await desk.SayAsync($"緊急停止 {account} 乗っ取りの疑い");
            await host.IdleAsync();
        }

        await desk.SayAsync("停止解除");
        await host.IdleAsync();
        var asked = (await play.SeesAsync(desk, "どのアカウントの停止を解除しますか")).Card!.Value.GetRawText();
        asked.ShouldSatisfyAllConditions(
            card => card.ShouldContain("星見市防災課（X）"), card => card.ShouldContain("星見市（X）"),
            card => card.ShouldNotContain("Facebook"), card => card.ShouldNotContain("LINE"));
        // One name on several media means the one that is stopped.
        await desk.SayAsync("停止解除 星見市");
        await host.IdleAsync();
        BotHost.Words((await play.SeesAsync(desk, "停止中のアカウント")).Card!.Value).ShouldContain("星見市（X）@hoshimi_city");
        var head = await host.OpenAsync(BotHost.Head);
        await head.SayAsync("停止解除 city-x 投稿は委託先のものと確かめた");
        var lift = await play.SeesAsync(head, "停止を解除する理由");
        lift.Card!.Value.GetRawText().ShouldContain("\"value\":\"投稿は委託先のものと確かめた\"");
        await desk.SayAsync("停止解除 city-line");
        await host.SeesTextAsync(desk.Chat, "は、いま停止していません。");
    }

    [Fact]
    public async Task What_was_typed_behind_the_word_is_given_back_where_no_card_has_a_place_for_it()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        await other.SayAsync("停止解除 星見市 設定を直した パスワード：Abc123!xyz");
        (await host.SeesTextAsync(other.Chat, "あなたが担当するアカウントに、停止中のものはありません。")).Text.ShouldSatisfyAllConditions(
            said => said.ShouldContain("設定を直した"), said => said.ShouldContain("パスワードのような文字は消しました"));
        await other.SayAsync("停止解除 city-x 心配はない");
        (await host.SeesTextAsync(other.Chat, "は、いま停止していません。")).Text.ShouldContain("心配はない");
        await writer.SayAsync("緊急停止 city-x 乗っ取りの疑い");
        await play.SeesAsync(writer, "停止し、関係する方に知らせました。");

        // Somebody who may not lift it, and one who would stop it again from a card of before.
        await other.SayAsync("停止解除 city-x 直ったと聞いた");
        await play.SeesAsync(other, "直ったと聞いた");
        await writer.SayAsync("廃止 city-x 2026-12-28 利用が少ない");
        await play.SeesAsync(writer, "廃止の手続きを始める");
        await other.SayAsync("廃止 city-x 2026-12-28 ほかの課の意見");
        await play.SeesAsync(other, "ほかの課の意見");
    }

    [Fact]
    public async Task An_account_that_the_register_has_as_stopped_without_a_stop_is_not_said_to_run()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\nYouTube\t広報課\t星見市広報課\t@hoshimi_yt");
        await EnterAsStoppedAsync(host);

        await desk.SayAsync("停止解除 hoshimi_yt");

        await host.SeesTextAsync(desk.Chat, "は、台帳で「停止中」になっています。運用に戻すときは、広報担当が「アカウント台帳」で状態を変えます。");
    }

    [Fact]
    public async Task A_password_behind_the_word_is_warned_of_where_the_account_is_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        foreach (var (typed, asked) in ((string, string)[])
        [
            ("緊急停止 星見市 パスワード：Abc123!xyz", "どのアカウントを停止しますか"),
            ("廃止 星見市 パスワード：Abc123!xyz", "どのアカウントを廃止しますか"),
        ])
        {
            await writer.SayAsync(typed);
            BotHost.Words((await play.SeesAsync(writer, asked)).Card!.Value).ShouldContain("パスワードのような文字は消しました");
        }
    }

    [Fact]
    public async Task A_reason_to_stop_does_not_become_the_reason_to_lift_where_somebody_was_faster()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await head.SayAsync("緊急停止 星見市 知らない投稿がある");
        var asked = await play.SeesAsync(head, "どのアカウントを停止しますか");
        await desk.SayAsync("緊急停止 city-x 乗っ取りの疑い");
        await play.SeesAsync(desk, "停止し、関係する方に知らせました。");

        var card = (await head.PressAsync(asked, "星見市（X）")).ToCardAnswer().Card!.Value;
        BotHost.Words(card).ShouldSatisfyAllConditions(
            words => words.ShouldContain("停止を解除する理由"), words => words.ShouldContain("知らない投稿がある"));
        card.GetRawText().ShouldNotContain("\"value\":\"知らない投稿がある\"");
    }

    [Fact]
    public async Task While_the_head_is_away_the_deputy_lifts_a_stop_and_everybody_reads_who_may()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, head, deputy) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"));
        await writer.SayAsync("緊急停止 city-x 心当たりのない投稿がある");
        var own = await play.SeesAsync(writer, "停止し、関係する方に知らせました。");
        BotHost.Words(own.Card!.Value).ShouldContain("停止を解除できるのは、田中 誠さんです。");
        await deputy.SayAsync("停止解除 city-x");
        BotHost.Words((await play.SeesAsync(deputy, "停止中のアカウント")).Card!.Value).ShouldNotContain("停止を解除する理由");

        await head.SayAsync("不在 11/20〜11/27");
        await play.SeesAsync(head, "田中 誠さんの不在（11/20(金)〜11/27(金)）を登録しました");
        await writer.SayAsync("停止解除 city-x");
        await play.SeesAsync(writer, "停止を解除できるのは、田中 誠さん（不在）、高橋 由美さん（代わり）です。");
        await deputy.SayAsync("停止解除 city-x");
        var lift = await play.SeesAsync(deputy, "停止を解除する理由");
        Scenario.Shown(await deputy.PressAsync(lift, "停止を解除する", Reason("投稿は委託先のものと確かめた"))).ShouldContain("停止を解除し");
        await host.SeesTextAsync(writer.Chat, "停止を、高橋 由美さんが解除しました");
        (await host.ReadAsync(db => db.AccountStops.SingleAsync())).LiftedBy.ShouldBe("高橋 由美");
    }

    [Fact]
    public async Task The_writers_of_the_section_hear_that_their_account_is_stopped_and_that_it_goes_on()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, head, writer, reviewer) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"), await host.OpenAsync("中村 美咲"), await host.OpenAsync("小林 健"));
        await desk.SayAsync("緊急停止 bosai-x 乗っ取りの疑い");
        await play.SeesAsync(desk, "停止し、関係する方に知らせました。");
        await head.SayAsync("停止解除 bosai-x");
        await head.PressAsync(await play.SeesAsync(head, "停止を解除する理由"), "停止を解除する", Reason("異常がないことを確かめた"));
        foreach (var told in (LocalTeams.TeamsClient[])[writer, reviewer])
        {
            await host.SeesTextAsync(told.Chat, "を、鈴木 一郎さんが緊急停止しました");
            await host.SeesTextAsync(told.Chat, "の停止を、加藤 学さんが解除しました");
        }
    }

    [Fact]
    public async Task A_lift_that_comes_too_late_gives_its_words_back_and_a_password_in_one_is_warned_of()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await desk.SayAsync("緊急停止 city-x 乗っ取りの疑い");
        await play.SeesAsync(desk, "停止し、関係する方に知らせました。");
        await head.SayAsync("停止解除 city-x");
        var lift = await play.SeesAsync(head, "停止を解除する理由");

        Scenario.Shown(await head.PressAsync(lift, "停止を解除する", Reason("新しいパスワードは Abc123!xyz です"))).ShouldSatisfyAllConditions(
            words => words.ShouldContain("停止を解除し"), words => words.ShouldContain("パスワードのような文字は消しました"));
        var late = Scenario.Shown(await head.PressAsync(lift, "停止を解除する", Reason("二度目の確認も済んだ")));
        late.ShouldSatisfyAllConditions(
            words => words.ShouldContain("状態が変わっています"),
            words => words.ShouldContain("入力された次の内容は送られていません。\n二度目の確認も済んだ"));
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };

    /// <summary>As a list could enter it once.</summary>
    private static async Task EnterAsStoppedAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        (await db.AccountRecords.SingleAsync()).Enter(AccountState.Stopped, "鈴木 一郎", host.Time.GetUtcNow());
        await host.Services.GetRequiredService<CommitGate>().SaveAsync(db, CancellationToken.None);
    }
}
