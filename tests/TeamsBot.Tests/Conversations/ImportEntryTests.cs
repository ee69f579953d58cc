using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>What an imported list may enter beyond names: as much as the forms take, told to whom it concerns, compared as people read it.</summary>
public sealed class ImportEntryTests
{
    private const string Bosai = "Instagram\t防災課\t星見市防災課\t@bosai_ig";

    [Theory]
    [InlineData("保管責任者", "佐藤 花子", "佐藤 花子さんは、防災課の職員か広報担当ではありません")]
    [InlineData("保管方法", "金庫", "「保管場所」と「保管責任者」も書いてください")]
    [InlineData("二段階認証", "使わない", "「二段階認証を使わない理由」も書いてください")]
    [InlineData("保管者\t保管者の人数の理由", "中村 美咲、小林 健、加藤 学、鈴木 一郎\t夜間のため", "3人を超える保管者は、加藤 学さんに")]
    public async Task Custody_that_the_form_refuses_is_not_taken_from_a_list(string column, string value, string said)
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        var shown = await PolicyPlay.ImportAsync(host, desk, $"媒体\t所属\tアカウント名\tID\t{column}\n{Bosai}\t{value}");

        shown.ShouldContain(said);
        (await host.ReadAsync(db => db.AccountCredentials.ToListAsync())).ShouldAllBe(row =>
            row.KeeperId == null && row.Storage == null && row.TwoStep == null && row.Custodians.Count == 0 && row.CapReason == "");
    }

    [Fact]
    public async Task A_reason_for_many_custodians_that_nobody_needs_is_not_taken_and_the_card_says_so()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        (await PolicyPlay.ImportAsync(
            host, desk, $"媒体\t所属\tアカウント名\tID\t保管者\t保管者の人数の理由\n{Bosai}\t中村 美咲\t夜間のため"))
            .ShouldContain("列「保管者の人数の理由」：保管者が3人以下のため、登録していません。");

        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ShouldSatisfyAllConditions(
            row => row.CapReason.ShouldBeEmpty(), row => row.Custodians.Count.ShouldBe(1));
    }

    [Fact]
    public async Task A_day_from_a_list_says_that_it_was_entered_and_not_that_whoever_imported_changed_the_password()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        await PolicyPlay.ImportAsync(host, desk, $"媒体\t所属\tアカウント名\tID\t最終変更日\t保管者\n{Bosai}\t2026/4/1\t中村 美咲");

        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).ChangedByName.ShouldBe("（台帳取込：鈴木 一郎）");
        var keeper = await host.OpenAsync("中村 美咲");
        var card = await PolicyPlay.SayAsync(host, keeper, "パスワード変更", "前回");
        BotHost.Words(card.Card!.Value).ShouldContain("（台帳取込：鈴木 一郎）");
        card = await PolicyPlay.SayAsync(host, keeper, "password", "Change of password");
        BotHost.Words(card.Card!.Value).ShouldContain("(from a list, entered by 鈴木 一郎)");
        await new RotationPlay(host).EntrustAsync(keeper, "bosai-x", RotationPlay.Nakamura, "2026-05-01");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync(row => row.AccountId == "bosai-x"))).ChangedByName
            .ShouldBe("（登録：中村 美咲）");
    }

    [Fact]
    public async Task Who_is_to_keep_passwords_by_a_list_hears_of_it_once()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, keeper) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("中村 美咲"));

        await PolicyPlay.ImportAsync(host, desk,
            $"媒体\t所属\tアカウント名\tID\t保管者\n{Bosai}\t中村 美咲\nX\t防災課\t星見市防災課\t@hoshimi_bosai\t中村 美咲");

        var told = await host.SeesTextAsync(keeper.Chat, "のパスワードの保管者に登録しました");
        told.Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("鈴木 一郎さんが"), text => text.ShouldContain("@bosai_ig"), text => text.ShouldContain("@hoshimi_bosai"));
        await host.IdleAsync();
        RotationPlay.Count(keeper, "のパスワードの保管者に登録しました").ShouldBe(1);
    }

    [Theory]
    [InlineData("廃止手続き中", "「廃止 bosai_ig」と送って手続きを始めてください")]
    [InlineData("停止中", "「緊急停止 bosai_ig」と送って停止してください")]
    public async Task A_state_that_has_its_own_procedure_is_entered_as_running_with_the_way_to_begin_it(string state, string way)
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        (await PolicyPlay.ImportAsync(host, desk, $"媒体\t所属\tアカウント名\tID\t状態\n{Bosai}\t{state}")).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("新しく登録 1件"), shown => shown.ShouldContain(way));

        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Registered!.State.ShouldBe(AccountState.Running);
    }

    [Fact]
    public async Task Rows_that_were_taken_are_not_counted_as_refused()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        var shown = await PolicyPlay.ImportAsync(host, desk,
            "媒体\t所属\tアカウント名\tID\t二段階認証\n"
                + $"{Bosai}\tたぶん\nX\t防災課\t星見市防災課\t@other\t\n無線\t防災課\t星見市防災課の無線\t\t");

        shown.ShouldSatisfyAllConditions(
            said => said.ShouldContain("新しく登録 2件　登録済み 0件　取り込めない行 1件　確かめること 1件"),
            said => said.ShouldContain("4行目　媒体「無線」が分かりません"),
            said => said.IndexOf("取り込んだ行で確かめること", StringComparison.Ordinal)
                .ShouldBeLessThan(said.IndexOf("列「二段階認証」", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_means_the_same_is_not_called_different()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        const string head = "媒体\t所属\tアカウント名\tID\tURL\t開設\t保管者\t最終変更日\t運用時間\tフォロワーの推移\t対象者";
        await PolicyPlay.ImportAsync(host, desk,
            $"{head}\n{Bosai}\thttps://www.instagram.com/bosai_ig/\t2024-05\t中村 美咲、小林 健\t2026-04-01\t月火水木金 09:00-17:00 祝日除く"
                + "\t2026-10-31:120、2026-11-15:131\tABC地区の市民");

        var shown = await PolicyPlay.ImportAsync(host, desk,
            $"{head}\n{Bosai}\thttps://WWW.instagram.com/bosai_ig\t2024年5月\t小林　健、中村美咲\t令和8年4月1日\t月火水木金　9:00－17:00　祝日除く"
                + "\t2026/10/31:120、2026/11/15:131\tＡＢＣ地区の市民");

        shown.ShouldContain("登録済み 1件　取り込めない行 0件　確かめること 0件");
    }

    [Fact]
    public async Task Numbers_of_followers_without_their_day_are_named_and_taken_once_the_day_is_there()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var table = $"媒体\t所属\tアカウント名\tID\tフォロワー数\n{Bosai}\t120";

        (await PolicyPlay.ImportAsync(host, desk, table)).ShouldContain("いつの数か分からないため、フォロワー数は取り込んでいません（1行）");

        var form = await PolicyPlay.SayAsync(host, desk, "台帳取込", "使える列");
        await desk.PressAsync(form, "取り込む", new Dictionary<string, string> { ["table"] = table, ["asOf"] = "2026-11-15" });
        (await host.ReadAsync(db => db.FollowerCounts.SingleAsync())).ShouldSatisfyAllConditions(
            row => row.Count.ShouldBe(120), row => row.Day.ShouldBe(new DateOnly(2026, 11, 15)));
    }

    [Fact]
    public async Task The_card_of_the_export_says_what_an_import_does_not_change()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        BotHost.Words((await PolicyPlay.SayAsync(host, desk, "台帳書出", "台帳の全ての列")).Card!.Value)
            .ShouldContain("すでにある内容は、取り込んでも変わりません");
    }
}
