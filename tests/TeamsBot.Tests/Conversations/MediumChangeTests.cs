using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The terms or features of a medium changed: everybody who keeps an account of it looks, and what cannot be used is stopped.
/// </summary>
public sealed class MediumChangeTests
{
    [Fact]
    [Clause("tochigi-2-4b")]
    public async Task Changed_terms_are_reviewed_by_each_accounts_custodians_within_five_opening_days_or_the_head_hears()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, desk, other, head) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync("中村 美咲"),
            await host.OpenAsync("加藤 学"));
        await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
        await play.EntrustAsync(other, "kiki-x", RotationPlay.Nakamura, "2026-10-01");
        await desk.SayAsync("規約変更 X 2026-10-01");
        // Monday the 23rd is a holiday.
        await play.SeesAsync(desk, "2件のアカウントの担当の方に、確認を依頼しました（11/30(月)まで）");
        await play.SweepAsync();

        (await host.ReadAsync(db => db.DatedTasks.Where(task => task.Key == "terms").OrderBy(task => task.AccountId)
            .Select(task => task.AccountId).ToListAsync())).ShouldBe(["kiki-x", "koho-x"]);
        var card = await play.SeesAsync(writer, "規約の変わったところを確かめてください");
        BotHost.Words(card.Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("規約（10/1(木)）"), words => words.ShouldContain("変わった内容と、確かめたこと"),
            words => words.ShouldContain("根拠："));
        Scenario.Shown(await writer.PressAsync(card, "結果を記録する", Verdict("", "見た"))).ShouldContain("確かめた結果を選んでください");
        Scenario.Shown(await writer.PressAsync(card, "結果を記録する", Verdict("Fine", ""))).ShouldContain("確かめたことを入力してください");
        Scenario.Shown(await writer.PressAsync(card, "結果を記録する", Verdict("Fine", "広告の条項が増えた。県に不利な定めはない")))
            .ShouldContain("支障なしと記録しました");
        var review = await host.ReadAsync(db => db.MediumReviews.SingleAsync());
        (review.AccountId, review.Verdict, review.ReviewedBy).ShouldBe(("koho-x", ReviewVerdict.Fine, BotHost.Author));

        // The other account's custodian does nothing.
        await play.SeesAsync(other, "規約の変わったところを確かめてください");
        await play.GoToAsync(RotationPlay.At(2026, 11, 30, 8, 31));
        RotationPlay.Count(head, "規約の変更の確認がまだです").ShouldBe(0);
        await play.GoToAsync(RotationPlay.At(2026, 12, 1, 8, 31));
        await play.SeesAsync(head, "規約の変更の確認がまだです");
    }

    [Fact]
    [Clause("tochigi-2-4c")]
    public async Task Adverse_terms_stop_the_account_refuse_its_drafts_and_open_the_list_of_its_end()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, desk, head) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
        await writer.SayAsync("【図書館まつり】12月5日(土)午前10時から、県立図書館で開催します。申込みは不要です。");
        var draft = await host.SeesCardAsync(writer, "下書き");
        await desk.SayAsync("規約変更 X 2026-12-01 投稿の著作権");
        await play.SeesAsync(desk, "確認を依頼しました");
        await play.SweepAsync();
        var card = await play.SeesAsync(writer, "規約の変わったところを確かめてください");
        var answer = await writer.PressAsync(card, "結果を記録する", Verdict("Adverse", "投稿の権利がすべて運営者に移る"));

        Scenario.Shown(answer).ShouldContain("使用できないと記録し、このアカウントの投稿を止めました");
        (await host.ReadAsync(db => db.AccountStops.SingleAsync())).Kind.ShouldBe(StopKind.Adverse);
        await play.SeesAsync(head, "使用停止：栃木県広報課（X）（佐藤 花子さん）");
        await play.SeesAsync(desk, "使用停止：栃木県広報課（X）");
        var refused = await writer.PressForgedAsync(draft, "公開可として確認に回す", ("account", "koho-x"));
        Scenario.Shown(refused).ShouldContain("停止中のため投稿できません。理由：投稿の権利がすべて運営者に移る。");
        var list = await writer.PressAsync(card, answer.ToCardAnswer().Card!.Value, "廃止の手続きを開く");
        Scenario.Shown(list).ShouldSatisfyAllConditions(
            words => words.ShouldContain("お知らせ：県公式ホームページ"), words => words.ShouldContain("投稿の保存"),
            words => words.ShouldContain("公式サイトとの相互リンクの削除"));
    }

    [Fact]
    [Clause("ward-4-5")]
    public async Task A_changed_feature_is_reviewed_by_custodians_and_stands_on_drafts_until_it_is_ended()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var (writer, desk, other) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync("中村 美咲"));
        await play.EntrustAsync(writer, "ward-x", RotationPlay.Sato, "2026-10-12");
        await play.EntrustAsync(other, "bosai-x", RotationPlay.Nakamura, "2026-10-12");
        await writer.SayAsync("機能変更 X 文字数上限");
        await host.SeesTextAsync(writer.Chat, "媒体の変更を登録できるのは");
        await desk.SayAsync("機能変更 ツイッター 文字数上限");
        var entered = await play.SeesAsync(desk, "終えるまで、Xの下書きに表示します。");
        await play.SweepAsync();
        foreach (var custodian in (LocalTeams.TeamsClient[])[writer, other])
            await play.SeesAsync(custodian, "機能の変更の影響を確かめてください");
        (await host.ReadAsync(db => db.DatedTasks.Where(task => task.Key == "feature-watch").OrderBy(task => task.AccountId)
            .Select(task => task.AccountId).ToListAsync())).ShouldBe(["bosai-x", "ward-x"]);
        await writer.SayAsync("【図書館まつり】12月5日(土)午前10時から、区立図書館で開催します。申込みは不要です。");
        var draft = await host.SeesCardAsync(writer, "下書き");
        var chosen = await writer.PressForgedAsync(draft, "保存して点検する", ("account", "ward-x"));
        Scenario.Shown(chosen).ShouldContain("Xの機能変更：文字数上限");
        await desk.SayAsync("機能変更 X 文字数上限");
        await host.SeesTextAsync(desk.Chat, "この変更は、すでに鈴木 一郎さんが知らせています。");

        Scenario.Shown(await desk.PressAsync(entered, "お知らせを終える")).ShouldContain("お知らせを終えました");
        Scenario.Shown(await writer.PressForgedAsync(
            await host.SeesCardAsync(writer, "下書き"), "保存して点検する", ("account", "ward-x"), ("note", "二度目")))
            .ShouldNotContain("文字数上限");
        // Who has still to review it reads what it is about all the same.
        await other.SayAsync("今週");
        await other.PressAsync(await play.SeesAsync(other, "今週 "), "確認に進む");
        await host.IdleAsync();
        BotHost.Words((await play.SeesAsync(other, "確かめた結果")).Card!.Value).ShouldContain("変わること　X　文字数上限");
    }

    [Fact]
    public async Task Without_a_medium_it_is_asked_for_and_who_is_not_sure_asks_the_desk()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "city-facebook", RotationPlay.Sato, "2026-10-01");
        await desk.SayAsync("規約変更");
        var form = await play.SeesAsync(desk, "保管者に確認を依頼する");
        Scenario.Shown(await desk.PressAsync(form, "保管者に確認を依頼する", new Dictionary<string, string> { ["text"] = "広告" }))
            .ShouldContain("媒体を選んでください");
        Scenario.Shown(await desk.PressAsync(form, "保管者に確認を依頼する", new Dictionary<string, string>
        {
            ["medium"] = "Facebook", ["text"] = "広告", ["day"] = "2026-12-01",
        })).ShouldContain("1件のアカウントの担当の方に、確認を依頼しました");
        await play.SweepAsync();
        var card = await play.SeesAsync(writer, "規約の変わったところを確かめてください");
        Scenario.Shown(await writer.PressAsync(card, "結果を記録する", Verdict("Unclear", "広告の扱いが分からない"))).ShouldContain("要確認と記録し");
        await host.SeesTextAsync(desk.Chat, "「要確認」と記録しました：広告の扱いが分からない");
    }

    [Fact]
    public async Task Of_an_account_without_custodians_its_head_reviews_the_feature_at_once_and_the_desk_sees_who_is_in_charge()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"));
        await desk.SayAsync("機能変更 X 文字数上限");
        BotHost.Words((await play.SeesAsync(desk, "確認を依頼しました")).Card!.Value).ShouldContain("加藤 学さん");
        await play.SweepAsync();

        var card = await play.SeesAsync(head, "機能の変更の影響を確かめてください");
        await head.SayAsync("今週");
        await play.SeesAsync(head, "確認に進む");
        RotationPlay.Count(desk, "担当　加藤 学").ShouldBe(0, "the desk is told only where nothing was done");
        Scenario.Shown(await head.PressAsync(card, "結果を記録する", Verdict("Fine", "140字のまま書いている"))).ShouldContain("支障なしと記録しました");
        (await host.ReadAsync(db => db.MediumReviews.SingleAsync())).ReviewedBy.ShouldBe("加藤 学");
    }

    [Fact]
    public async Task Left_undone_the_desk_is_told_who_is_in_charge_and_why_there_is_no_button()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await host.OpenAsync("加藤 学");
        await desk.SayAsync("機能変更 X 文字数上限");
        await play.SeesAsync(desk, "確認を依頼しました");
        await play.GoToAsync(RotationPlay.At(2026, 12, 1, 8, 31));

        var card = await play.SeesAsync(desk, "担当　加藤 学（課長）");
        BotHost.Words(card.Card!.Value).ShouldContain("担当の方と所属長のため、ここにボタンはありません");
    }

    [Fact]
    public async Task While_who_is_in_charge_is_away_the_deputy_reviews_and_without_one_the_sender_hears_who_is_away()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, head, deputy) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"));
        await head.SayAsync("不在 11/20〜11/27");
        await play.SeesAsync(head, "田中 誠さんの不在（11/20(金)〜11/27(金)）を登録しました");
        await play.EntrustAsync(desk, "bosai-x", RotationPlay.Kobayashi, "2026-10-01");
        await desk.SayAsync("不在 小林 11/20〜11/27");
        await play.SeesAsync(desk, "小林 健さんの不在（11/20(金)〜11/27(金)）を登録しました");

        await desk.SayAsync("規約変更 X 2026-12-01");
        var entered = await play.SeesAsync(desk, "確認を依頼しました");
        BotHost.Words(entered.Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("確認する方　高橋 由美さん"), words => words.ShouldContain("小林 健さんは不在です"));
        await play.SweepAsync();
        var card = await play.SeesAsync(deputy, "規約の変わったところを確かめてください");
        await deputy.SayAsync("今週");
        await play.SeesAsync(deputy, "確認に進む");
        Scenario.Shown(await deputy.PressAsync(card, "結果を記録する", Verdict("Fine", "不利な定めはない"))).ShouldContain("支障なしと記録しました");
        RotationPlay.Count(head, "規約の変わったところ").ShouldBe(0);
    }

    private static Dictionary<string, string> Verdict(string verdict, string note) => new() { ["verdict"] = verdict, ["note"] = note };
}
