using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.AccountDesk.Lists;
using TeamsBot.Accounts;
using TeamsBot.LocalTeams.Files;
using TeamsBot.Packs;
using TeamsBot.Tables;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>The register as lists: for the public, for inspection, as a whole that comes back without loss, and the series of followers.</summary>
public sealed class RegisterListTests
{
    private const string Head =
        "媒体\t所属\tアカウント名\tID\t事前協議\t掲載ページ\tサイトからのリンク\t保管者\t保管方法\t最終変更日\t二段階認証\t運用時間\tフォロワーの推移";

    private const string Full =
        "Instagram\t防災課\t星見市防災課\t@bosai_ig\t2024年4月の会議（議事録3）\thttps://www.city.hoshimi.lg.jp/sns.html\tはい\t中村 美咲、小林 健\tなし"
        + "\t2026-04-01\t使用\t月火水木金 09:00-17:00 祝日除く 年末年始除く\t2026-10-31:120、2026-11-15:131";

    [Fact]
    public async Task The_public_list_holds_every_account_in_use_exactly_once_and_no_formula()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var card = await PolicyPlay.SayAsync(host, writer, "公開一覧", "公開一覧　5件");
        var shown = await writer.PressAsync(card, "ページ用（HTML）");

        var csv = await PolicyPlay.ReceiveAsync(host, writer, card, shown, "表（CSV）");

        csv.Bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var text = Encoding.UTF8.GetString(csv.Bytes[3..]);
        text.ShouldContain("'@hoshimi_bosai");
        var urls = PastedTable.Read(text).Rows.Skip(1).Select(row => row.Cells[3]).ToList();
        urls.ShouldBe(
            [
                "https://x.com/hoshimi_city", "https://www.facebook.com/hoshimi.city", "https://www.instagram.com/hoshimi_koho/",
                "https://line.me/R/ti/p/@hoshimi", "https://x.com/hoshimi_bosai",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Who_speaks_english_receives_the_public_list_by_an_english_card()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);

        var card = await PolicyPlay.SayAsync(host, writer, "publiclist", "Public list: 5");

        (await writer.PressAsync(card, "Table (CSV)")).Status.ShouldBe(200);
    }

    [Fact]
    [Clause("ward-5-5-1")]
    public async Task A_change_of_state_is_a_task_for_the_web_editor_with_the_difference()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("アカウント登録");
        var form = await PolicyPlay.SeesAsync(host, desk, "アカウントの登録");
        await desk.PressForgedAsync(form, "確定する", Forgery.With(new Dictionary<string, string>
        {
            ["section"] = "広報戦略課", ["information"] = "催し", ["purpose"] = "知らせる", ["medium"] = "X", ["kind"] = "Section",
            ["name"] = "広報戦略課のお知らせ", ["handle"] = "koho_news", ["url"] = "https://x.com/koho_news", ["state"] = "Running",
            ["listing"] = "https://www.city.example.jp/sns",
        }));
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync(record => record.HandleKey != null))).State.ShouldBeNull();

        await play.SweepAsync();
        var task = await PolicyPlay.SeesAsync(host, desk, "ホームページのアカウント一覧を直してください");
        BotHost.Words(task.Card!.Value).ShouldContain("広報戦略課のお知らせ（X）@koho_news");
        Scenario.Shown(await desk.PressAsync(task, "ホームページの一覧を直した")).ShouldContain("直したことを記録しました");
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(one => one.Key == SiteList.Key))).State.ShouldBe(TaskState.Done);

        // The next change is the next task, and says what goes.
        await desk.SayAsync("休止 koho_news");
        var rest = await PolicyPlay.SeesAsync(host, desk, "アカウントの休止");
        await desk.PressAsync(rest, "休止する", new Dictionary<string, string> { ["reason"] = "移転のため" });
        await play.SweepAsync();
        var again = await PolicyPlay.SeesAsync(host, desk, "外す");
        BotHost.Words(again.Card!.Value).ShouldContain("広報戦略課のお知らせ（X）@koho_news");
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(one => one.Key == SiteList.Key))).ShouldBe(2);
        var card = await PolicyPlay.SayAsync(host, desk, "公開一覧", "公開一覧　");
        var page = await PolicyPlay.ReceiveAsync(host, desk, card, await desk.PressAsync(card, "表（CSV）"), "ページ用（HTML）");
        Encoding.UTF8.GetString(page.Bytes).ShouldNotContain("koho_news");
    }

    [Fact]
    public async Task A_change_that_was_undone_and_is_done_again_is_a_task_again()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await RestAsync("一度目の移転");
        await play.SweepAsync();
        await PolicyPlay.SeesAsync(host, desk, "ホームページのアカウント一覧を直してください");
        await desk.SayAsync("再開 bosai-x");
        await host.SeesTextAsync(desk.Chat, "を再開しました");
        // The look at the task finds that nothing is to be mended any more.
        await play.GoToAsync(RotationPlay.At(2026, 12, 7, 9));
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(one => one.Key == SiteList.Key))).IsOpen.ShouldBeFalse();

        await RestAsync("二度目の移転");
        await play.SweepAsync();

        (await host.ReadAsync(db => db.DatedTasks.Where(one => one.Key == SiteList.Key).ToListAsync())).Count(one => one.IsOpen).ShouldBe(1);
        RotationPlay.Count(desk, "ホームページのアカウント一覧を直してください").ShouldBe(2);

        async Task RestAsync(string reason)
        {
            await host.IdleAsync();
            var rest = await PolicyPlay.SayAsync(host, desk, "休止 bosai-x", "アカウントの休止");
            await desk.PressAsync(rest, "休止する", new Dictionary<string, string> { ["reason"] = reason });
        }
    }

    [Fact]
    [Clause("yamaguchi-4-1-5a")]
    public async Task An_account_is_open_only_with_its_page_and_then_stands_in_the_list_exactly_once()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("アカウント登録");
        var form = await PolicyPlay.SeesAsync(host, desk, "アカウントの登録");
        var fields = new Dictionary<string, string>
        {
            ["section"] = "健康増進課", ["information"] = "健診", ["purpose"] = "知らせる", ["medium"] = "Instagram", ["kind"] = "Section",
            ["name"] = "山口県健康増進課", ["handle"] = "kenko_ig", ["url"] = "https://www.instagram.com/kenko_ig/", ["state"] = "Running",
        };
        Scenario.Shown(await desk.PressForgedAsync(form, "確定する", Forgery.With(fields))).ShouldContain("運用中とするには");
        fields["listing"] = "https://www.pref.yamaguchi.lg.jp/sns.html";
        Scenario.Shown(await desk.PressForgedAsync(form, "確定する", Forgery.With(fields))).ShouldContain("確定して台帳に登録しました");

        var card = await PolicyPlay.SayAsync(host, desk, "公開一覧", "公開一覧　");
        var csv = await PolicyPlay.ReceiveAsync(host, desk, card, await desk.PressAsync(card, "ページ用（HTML）"), "表（CSV）");

        var rows = PastedTable.Read(Encoding.UTF8.GetString(csv.Bytes[3..])).Rows.Skip(1).Select(row => string.Join('|', row.Cells)).ToList();
        rows.ShouldBeUnique();
        rows.Count(row => row.Contains("kenko_ig", StringComparison.Ordinal)).ShouldBe(1);
        var open = await host.ReadAsync(db => Task.FromResult(
            new AccountRegister(host.Services.GetRequiredService<Pack>(), db).All.Count(one => one.State == AccountState.Running)));
        rows.Count.ShouldBe(open);
    }

    [Fact]
    [Clause("tochigi-7-1-3")]
    public async Task The_inspection_lists_done_and_undone_measures_with_their_clause_and_an_account_with_one_link_of_two()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var desk = await host.OpenAsync(BotHost.Checker);
        await PolicyPlay.ImportAsync(
            host, desk, "媒体\t所属\tアカウント名\tID\tサイトからのリンク\tサイトへのリンク\n"
                + "X\t広報課\t栃木県広報課の催し\t@one\tはい\tいいえ\nFacebook\t広報課\t栃木県広報課\t@two\tはい\tはい");

        var list = await PolicyPlay.SayAsync(host, desk, "台帳点検", "台帳点検　");
        var lines = BotHost.Words(list.Card!.Value).Split('\n');
        lines.Count(line => line.Contains("リンク片方向", StringComparison.Ordinal)).ShouldBe(1);

        var one = await PolicyPlay.SayAsync(host, desk, "台帳点検 @one", "まだのこと");
        BotHost.Words(one.Card!.Value).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("相互リンク（いまは片方向）"), shown => shown.ShouldContain("７(1)ウ"),
            shown => shown.ShouldContain("できていること"));
    }

    [Fact]
    public async Task Another_section_does_not_see_how_an_account_is_kept()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync("中村 美咲");

        await writer.SayAsync("台帳点検 city-x");
        await host.SeesTextAsync(writer.Chat, "の点検を見られるのは、広報課の方と広報担当だけです");
        var own = await PolicyPlay.SayAsync(host, writer, "台帳点検", "台帳点検　");
        BotHost.Words(own.Card!.Value).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("星見市防災課（X）"), shown => shown.ShouldNotContain("@hoshimi_city"));
    }

    [Fact]
    public async Task What_is_handed_out_comes_back_without_loss_into_an_empty_register()
    {
        string[] first;
        byte[] file;
        await using (var host = await BotHost.StartAsync())
        {
            var desk = await host.OpenAsync(BotHost.Checker);
            (await PolicyPlay.ImportAsync(host, desk, $"{Head}\n{Full}")).ShouldContain("取り込めない行 0件");
            (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ShouldSatisfyAllConditions(
                row => row.Custodians.Count.ShouldBe(2), row => row.ChangedOn.ShouldBe(new DateOnly(2026, 4, 1)),
                row => row.TwoStep.ShouldBe(TwoStepState.On));
            (await host.ReadAsync(db => db.FollowerCounts.CountAsync())).ShouldBe(2);
            (await host.ReadAsync(db => db.AccountGates.SingleAsync(gate => gate.Gate == AccountGate.Consultation))).State
                .ShouldBe(GateState.Passed);
            file = await ExportAsync(host, desk);
            first = RowOf(file);
            first.ShouldContain("2024年4月の会議（議事録3）");
        }

        await using var second = await BotHost.StartAsync();
        var other = await second.OpenAsync(BotHost.Checker);
        await other.SendAsync("台帳取込", [new LocalFile("accounts.xlsx", file, LocalFileKind.Shared)]);
        BotHost.Words((await PolicyPlay.SeesAsync(second, other, "台帳取込の結果")).Card!.Value).ShouldContain("取り込めない行 0件");

        RowOf(await ExportAsync(second, other)).ShouldBe(first);
    }

    [Fact]
    public async Task Unknown_columns_and_values_are_named_by_row_the_rest_is_taken_and_nothing_entered_is_overwritten()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        var shown = await PolicyPlay.ImportAsync(host, desk,
            "媒体\t所属\tアカウント名\tID\t二段階認証\t対象者\t好きな色\nX\t防災課\t星見市防災課\t@hoshimi_bosai\tたぶん\t市民\t青");

        shown.ShouldSatisfyAllConditions(
            said => said.ShouldContain("列「好きな色」は分かりません"),
            said => said.ShouldContain("2行目　列「二段階認証」：「使用」、「使わない」、「媒体にない」のどれか"));
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Facts!.Audience.ShouldBe("市民");
        (await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\t対象者\nX\t防災課\t星見市防災課\t@hoshimi_bosai\t観光客"))
            .ShouldContain("列「対象者」は、台帳では「市民」です");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Facts!.Audience.ShouldBe("市民");
    }

    [Fact]
    public async Task An_id_that_the_register_does_not_take_is_named()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var desk = await host.OpenAsync(BotHost.Checker);

        (await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\nX\t広報課\t栃木県広報課\t@koho_x"))
            .ShouldContain("2行目　「栃木県広報課」：ID「@koho_x」は、台帳のこのアカウントにありません");
    }

    [Fact]
    public async Task All_accounts_without_a_consultation_are_named_and_marked_in_the_register()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        var rows = Enumerable.Range(1, 5).Select(at => $"X\t観光課\t星見市観光課{at}\t@kanko{at}");
        await PolicyPlay.ImportAsync(host, desk, $"媒体\t所属\tアカウント名\tID\n{string.Join('\n', rows)}");

        var told = await host.SeesTextAsync(head.Chat, "事前協議の記録がないアカウントが5件あります");
        foreach (var at in Enumerable.Range(1, 5)) told.Text.ShouldContain($"星見市観光課{at}（X）");
        var list = await PolicyPlay.SayAsync(host, desk, "台帳", "アカウント台帳");
        BotHost.Words(list.Card!.Value).Split("▲協議の記録なし").Length.ShouldBe(6);
    }

    [Fact]
    public async Task Followers_are_entered_once_a_month_and_a_fall_is_answered_with_what_may_help()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync("中村 美咲");
        var form = await PolicyPlay.SayAsync(host, writer, "フォロワー", "星見市防災課（X）");

        Scenario.Shown(await writer.PressAsync(form, "記録する", Counts("2026-11-21", "1000"))).ShouldContain("先の日付です");
        Scenario.Shown(await writer.PressAsync(form, "記録する", Counts("2026-10-20", "千人"))).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("数が読めません"), shown => shown.ShouldContain("▲ 星見市防災課（X）"));
        Scenario.Shown(await writer.PressAsync(form, "記録する", Counts("2026-10-20", "1,000人"))).ShouldContain("記録しました");
        Scenario.Shown(await writer.PressAsync(form, "記録する", Counts("2026-11-20", "940"))).ShouldContain("前回から5％以上減っています");

        (await host.ReadAsync(db => db.FollowerCounts.OrderBy(one => one.Day).Select(one => one.Count).ToListAsync()))
            .ShouldBe([1000, 940]);
    }

    private static Dictionary<string, string> Counts(string day, string count) => new() { ["asOf"] = day, ["count:bosai-x"] = count };

    private static async Task<byte[]> ExportAsync(BotHost host, LocalTeams.TeamsClient desk)
    {
        var card = await PolicyPlay.SayAsync(host, desk, "台帳書出", "台帳の全ての列");
        var shown = await desk.PressAsync(card, "台帳をCSVで受け取る");
        return (await PolicyPlay.ReceiveAsync(host, desk, card, shown, "台帳をExcelで受け取る")).Bytes;
    }

    /// <summary>The row of the imported account.</summary>
    private static string[] RowOf(byte[] file) =>
        [.. Workbook.Read(file, keepsWidth: true).Table!.Rows.Single(row => row.Cells.Contains("@bosai_ig")).Cells];
}
