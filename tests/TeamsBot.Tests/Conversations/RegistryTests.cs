using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Context;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The desk enters accounts one by one and by the list; names are judged, doubles refused, and what is entered can be written for.
/// </summary>
public sealed class RegistryTests
{
    private static readonly Dictionary<string, string> Kankyo = new()
    {
        ["section"] = "環境推進課",
        ["information"] = "ごみの分別、環境の催し",
        ["purpose"] = "市民に環境の情報を早く届けるため",
        ["medium"] = "Instagram",
        ["kind"] = "Section",
        ["name"] = "朝霞市環境推進課",
        ["handle"] = "@asaka_kankyo",
        ["url"] = "https://www.instagram.com/asaka_kankyo/",
        ["state"] = "Running",
        ["policyUrl"] = "",
        ["reason"] = "",
    };

    /// <summary>The list of 7 October 2024 as a spreadsheet gives it (朝霞市 4 参考).</summary>
    private const string List = """
        媒体	所属	アカウント名	開設	フォロワー数
        Facebook	シティ・プロモーション課	朝霞市	2013-03	2,701
        Facebook	生涯学習・スポーツ課	朝霞市生涯学習・スポーツ課	2018-05	323
        Facebook	博物館	朝霞市博物館	2018-05	154
        Facebook	健康づくり課	朝霞市健康づくり課	2018-05	235
        Facebook	公民館	朝霞市公民館	2018-05	306
        X	シティ・プロモーション課	朝霞市	2011-03	14,965
        X	環境推進課	朝霞市環境推進課	2014-08	1,050
        X	シティ・プロモーション課	ぼぼたん	2021-06	2,437
        X	障害福祉課	朝霞市障害福祉課	2021-12	380
        X	産業振興課	朝霞市産業振興課	2022-04	358
        X	生涯学習・スポーツ課	朝霞市生涯学習・スポーツ課	2022-05	626
        X	公民館	朝霞市公民館	2022-09	276
        X	保育課	朝霞市保育課	2023-04	561
        X	長寿はつらつ課	朝霞市長寿はつらつ課	2024-05	47
        Instagram	都市建設部	朝霞市都市建設部	2022-01	1,656
        Instagram	シティ・プロモーション課	朝霞市	2022-04	1,152
        Instagram	産業振興課	朝霞市産業振興課	2022-04	613
        Instagram	まちづくり推進課	b.b.square_asaka	2022-08	726
        LINE	シティ・プロモーション課	朝霞市	2018-07	7,847
        """;

    [Fact]
    [Clause("asaka-annex-5")]
    [Clause("asaka-4-4")]
    public async Task A_form_with_a_failing_prefix_is_not_finalised_and_a_registered_handle_is_refused_as_a_duplicate()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "アカウント登録");

        var failing = await desk.PressAsync(form, "確定する", With(Kankyo, ("name", "環境推進課あさか")));
        Scenario.Shown(failing).ShouldContain("まだ確定していません");
        Scenario.Shown(failing).ShouldContain("アカウント名は「朝霞市」で始めます");
        Scenario.Shown(failing).ShouldContain("4④");
        CardOf(failing).GetRawText().ShouldContain("asaka_kankyo");
        // A reason lifts a principle, never the prefix.
        Scenario
            .Shown(await desk.PressAsync(form, "確定する", With(Kankyo, ("name", "環境推進課あさか"), ("reason", "親しみやすいため"))))
            .ShouldContain("まだ確定していません");
        Scenario.Shown(await desk.PressAsync(form, "確定する", With(Kankyo, ("name", "朝霞市みどり")))).ShouldContain("所属名「環境推進課」が入っていません");
        (await host.ReadAsync(db => db.AccountRecords.CountAsync())).ShouldBe(0);

        Scenario.Shown(await desk.PressAsync(form, "確定する", Kankyo)).ShouldContain("確定して台帳に登録しました");
        var twice = await desk.PressAsync(
            form,
            CardOf(failing),
            "確定する",
            With(Kankyo, ("name", "朝霞市環境推進課のお知らせ"), ("handle", "ＡＳＡＫＡ＿Ｋａｎｋｙｏ"))
        );
        Scenario.Shown(twice).ShouldContain("朝霞市環境推進課（Instagram）@asaka_kankyo は、すでに台帳にあります（環境推進課、運用中）");
        // So is one that the pack lists, even without a handle to compare.
        Scenario
            .Shown(await desk.PressAsync(form, CardOf(failing), "確定する", With(Kankyo, ("medium", "X"), ("url", ""))))
            .ShouldContain("朝霞市環境推進課（X） は、すでに台帳にあります");

        var record = await host.ReadAsync(db => db.AccountRecords.SingleAsync());
        record
            .Registered.ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                account => account.Name.ShouldBe("朝霞市環境推進課"),
                account => account.Medium.ShouldBe(Medium.Instagram),
                account => account.Information.ShouldBe("ごみの分別、環境の催し")
            );
        (
            await host.ReadAsync(db =>
                db.AuditEntries.Where(entry => entry.Action.StartsWith("accounts."))
                    .OrderBy(entry => entry.Sequence)
                    .Select(entry => entry.Action)
                    .ToListAsync()
            )
        )
            .ShouldBe(["accounts.register", "accounts.catchUp", "accounts.duplicate", "accounts.duplicate"]);
    }

    [Fact]
    [Clause("asaka-4-4")]
    public async Task A_name_without_the_section_is_finalised_with_a_recorded_reason()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "アカウント登録");

        var saved = await desk.PressAsync(form, "確定する", With(Kankyo, ("name", "朝霞市みどり"), ("reason", "市民公募の愛称のため")));

        Scenario.Shown(saved).ShouldContain("理由：市民公募の愛称のため");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).NameException.ShouldBe("市民公募の愛称のため");
    }

    [Fact]
    [Clause("asaka-4-ref-ig")]
    public async Task An_imported_list_brings_its_four_instagram_accounts_and_a_name_against_the_rule_becomes_a_task()
    {
        using var packs = new TempFolder();
        PackCopy.Of("asaka", packs, WithoutAccounts);
        await using var host = await BotHost.StartAsync(settings: ["--Pack:Name=asaka", $"--Packs:Folder={packs.Path}"]);
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "台帳取込");

        var shown = Scenario.Shown(
            await desk.PressAsync(form, "取り込む", new Dictionary<string, string> { ["table"] = List, ["asOf"] = "2024-10-07" })
        );

        shown.ShouldContain("新しく登録 19件　登録済み 0件　取り込めない行 0件");
        shown.ShouldContain("X 9　Facebook 5　Instagram 4　LINE 1");
        shown.ShouldContain("名前の例外：理由を記録（2件）");
        shown.ShouldContain("b.b.square_asaka（Instagram）　まちづくり推進課　アカウント名は「朝霞市」で始めます");
        shown.ShouldContain("根拠：マニュアル 4④");
        var instagram = (await host.ReadAsync(db => db.AccountRecords.ToListAsync()))
            .Select(record => record.Registered!)
            .Where(account => account.Medium == Medium.Instagram)
            .ToList();
        instagram.Select(account => account.Followers).ShouldBe([1656, 1152, 613, 726], ignoreOrder: true);
        instagram.ShouldAllBe(account => account.FollowersAsOf == new DateOnly(2024, 10, 7));

        // The task ends with its reason.
        var opened = await desk.PressAsync(
            form,
            CardOf(await desk.PressAsync(form, "取り込む", new Dictionary<string, string> { ["table"] = List, ["asOf"] = "" })),
            "「b.b.square_asaka」を開く"
        );
        var done = await desk.PressAsync(form, CardOf(opened), "記録する", new Dictionary<string, string> { ["reason"] = "施設の愛称で開設済みのため" });
        Scenario.Shown(done).ShouldContain("理由：施設の愛称で開設済みのため");
        Scenario.Shown(await desk.PressAsync(form, CardOf(done), "アカウント台帳")).ShouldContain("名前の例外：理由を記録（1件）");
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "accounts.nameException"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_known_row_says_otherwise_is_named_and_the_register_stays()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "台帳取込");
        var shown = Scenario.Shown(await desk.PressAsync(form, "取り込む", new Dictionary<string, string>
        {
            ["table"] = "媒体\t所属\tアカウント名\tID\tURL\tフォロワー数\nX\t広報課\t星見市の広報\thoshimi_city\thttps://x.com/other\t5,000",
            ["asOf"] = "2026-11-01",
        }));

        shown.ShouldSatisfyAllConditions(
            words => words.ShouldContain("登録済み 1件"), words => words.ShouldNotContain("✔"),
            words => words.ShouldContain("名前は台帳のままにしました（一覧では「星見市の広報」）"),
            words => words.ShouldContain("URLは台帳のままにしました（一覧では「https://x.com/other」）"),
            words => words.ShouldNotContain("フォロワー数"));
        // Nobody had counted yet; what somebody counted stays.
        (await host.ReadAsync(db => db.FollowerCounts.SingleAsync())).Count.ShouldBe(5_000);
        shown = Scenario.Shown(await desk.PressAsync(form, "取り込む", new Dictionary<string, string>
        {
            ["table"] = "媒体\t所属\tアカウント名\tID\tフォロワー数\nX\t広報課\t星見市\thoshimi_city\t6,000", ["asOf"] = "2026-11-02",
        }));
        shown.ShouldContain("フォロワー数は台帳のままにしました（一覧では6,000）");
        (await host.ReadAsync(db => db.FollowerCounts.SingleAsync())).Count.ShouldBe(5_000);
    }

    [Fact]
    public async Task Who_speaks_english_reads_the_register_and_an_account_in_english()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        var list = await PolicyPlay.SayAsync(host, desk, "accounts", "Accounts: ");
        list.Card!.Value.GetProperty("lang").GetString().ShouldBe("en");
        BotHost.Words(list.Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("Account to open"), words => words.ShouldContain("Register an account"),
            words => words.ShouldContain("dormant"));
        var one = await desk.PressAsync(list, "Open", new Dictionary<string, string> { ["account"] = "bosai-x" });
        Scenario.Shown(one).ShouldSatisfyAllConditions(
            words => words.ShouldContain("Section　防災課"), words => words.ShouldContain("No device is registered"),
            words => words.ShouldContain("Check the profile"));
        await PolicyPlay.SayAsync(host, desk, "台帳", "アカウント台帳　");
    }

    [Fact]
    public async Task A_list_imported_twice_or_known_to_the_pack_enters_nothing_twice_and_names_the_rows_it_cannot_take()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "台帳取込");
        var table = $"{List}\nMyspace\t保育課\t朝霞市保育課\nX\tない課\t朝霞市ない課\nX\t保育課\t朝霞市環境推進課\nInstagram\t保育課\t朝霞市保育課";

        Scenario.Shown(await desk.PressAsync(form, "取り込む", Table(table))).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("新しく登録 1件　登録済み 19件　取り込めない行 3件"),
            shown => shown.ShouldContain("媒体「Myspace」が分かりません"),
            shown => shown.ShouldContain("台帳では所属が「環境推進課」です"),
            shown => shown.ShouldContain("所属「ない課」は組織の一覧にありません"));
        Scenario.Shown(await desk.PressAsync(form, "取り込む", Table(table + "\n"))).ShouldContain("新しく登録 0件　登録済み 20件");
        Scenario.Shown(await desk.PressAsync(form, "取り込む", Table("朝霞市\tX"))).ShouldContain("一行目に、列の名前を書いてください");
        (await host.ReadAsync(db => db.AccountRecords.CountAsync())).ShouldBe(1);

        static Dictionary<string, string> Table(string text) => new() { ["table"] = text, ["asOf"] = "2024-10-07" };
    }

    [Fact]
    public async Task A_registered_account_can_be_written_for_until_the_desk_stops_it_and_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        await using (var host = await BotHost.StartAsync(folder))
        {
            var desk = await host.OpenAsync(BotHost.Checker);
            var form = await FormAsync(host, desk, "アカウント登録");
            Scenario.Shown(await desk.PressAsync(form, "確定する", Hoshimi)).ShouldContain("確定して台帳に登録しました");
            await host.StopAsync();
        }

        await using (var host = await BotHost.StartAsync(folder))
        {
            var (desk, author) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
            await author.SayAsync(Scenario.Text);
            (await host.SeesCardAsync(author, "下書き")).Card!.Value.GetRawText().ShouldContain("@hoshimi_yt");

            var opened = await OpenAsync(host, desk, "hoshimi_yt");
            var edit = await desk.PressAsync(opened, "内容を変える");
            // A stop has its reason and who lifts it: the form does not enter one.
            CardOf(edit).GetRawText().ShouldNotContain("\"Stopped\"");
            Scenario.Shown(await desk.PressAsync(opened, CardOf(edit), "確定する", With(Hoshimi, ("state", "Stopped"))))
                .ShouldContain("状態を選んでください");
            await desk.SayAsync("緊急停止 hoshimi_yt 乗っ取りの疑い");
            await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "停止し、関係する方に知らせました。"));
            // Whoever had the old card open is told, and what was typed stays.
            Scenario
                .Shown(await desk.PressAsync(opened, CardOf(edit), "確定する", With(Hoshimi, ("purpose", "別の目的のため"))))
                .ShouldContain("鈴木 一郎さんがこのアカウントを変えました");

            await author.SayAsync(Scenario.Text);
            (await host.SeesCardAsync(author, "下書き", 2)).Card!.Value.GetRawText().ShouldNotContain("@hoshimi_yt");
            await host.StopAsync();
        }

        TempFolder.Delete(folder);
    }

    [Fact]
    public async Task Only_the_desk_registers_and_imports_and_only_the_accounts_people_record_a_reason()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (desk, author, other) = (
            await host.OpenAsync(BotHost.Checker),
            await host.OpenAsync(BotHost.Author),
            await host.OpenAsync("中村 美咲")
        );
        await author.SayAsync("アカウント登録");
        await host.SeesTextAsync(author.Chat, "広報担当の方です");
        var form = await FormAsync(host, desk, "アカウント登録");
        (await author.PressAsync(form, "確定する", Kankyo)).ToCardAnswer().Text!.ShouldContain("広報担当の方です");
        var import = await FormAsync(host, desk, "台帳取込");
        (await author.PressAsync(import, "取り込む", new Dictionary<string, string> { ["table"] = List }))
            .ToCardAnswer()
            .Text!.ShouldContain("広報担当の方です");

        var opened = await OpenAsync(host, author, "bobotan-x");
        (await other.PressAsync(opened, "記録する", new Dictionary<string, string> { ["reason"] = "愛称のため" }))
            .ToCardAnswer()
            .Text!.ShouldContain("シティ・プロモーション課の担当者と広報担当です");
        (await host.ReadAsync(db => db.AccountRecords.CountAsync())).ShouldBe(0);
        Scenario
            .Shown(await author.PressAsync(opened, "記録する", new Dictionary<string, string> { ["reason"] = "愛称のため" }))
            .ShouldContain("理由：愛称のため");
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "accounts.refused"))).ShouldBe(4);
    }

    [Theory]
    [InlineData("ｱｶｳﾝﾄ台帳", "アカウント台帳")]
    [InlineData("台帳", "アカウント台帳")]
    [InlineData("ACCOUNTS", "Accounts: ")]
    [InlineData("台帳 いないアカウント", "アカウント台帳")]
    public async Task The_register_is_shown_to_everybody(string words, string title)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync(words);

        var list = await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith(title, StringComparison.Ordinal)
        );

        BotHost.Words(list.Card!.Value).ShouldContain("星見市防災課（X）@hoshimi_bosai");
        list.Card.Value.GetRawText().ShouldNotContain("accounts.importForm");
    }

    [Theory]
    [InlineData("台帳 \ufffe\uffff@")]
    [InlineData("アカウント名 \ufffe\ud83d\ude00")]
    [InlineData("\ufffe\uffff")]
    public async Task No_typed_text_makes_a_turn_fail(string words)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        (await author.SayAsync(words)).Answer!.Status.ShouldBe(202);
        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && !BotHost.Words(card).StartsWith("SNS発信の確認ボットです", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_form_filled_with_rubbish_is_refused_with_words()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "アカウント登録");

        var refused = await desk.PressForgedAsync(
            form,
            "確定する",
            Forgery.With(
                With(
                    Kankyo,
                    ("medium", "99"),
                    ("kind", "-1"),
                    ("state", "Open"),
                    ("section", "ない課"),
                    ("handle", "\ufffe @"),
                    ("url", "javascript:alert(1)"),
                    ("policyUrl", "https://u:p@city.asaka.lg.jp/"),
                    ("name", new string('あ', 5000))
                )
            )
        );

        Scenario.Shown(refused).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("種類（媒体）を一つ"), shown => shown.ShouldContain("区分を選んで"), shown => shown.ShouldContain("状態を選んで"),
            shown => shown.ShouldContain("「ない課」は組織の一覧にありません"), shown => shown.ShouldContain("100字まで"));
        (await host.ReadAsync(db => db.AccountRecords.CountAsync())).ShouldBe(0);
    }

    private static Dictionary<string, string> Hoshimi { get; } =
        With(
            Kankyo,
            ("section", "広報課"),
            ("medium", "YouTube"),
            ("name", "星見市広報課チャンネル"),
            ("handle", "hoshimi_yt"),
            ("url", "https://www.youtube.com/@hoshimi_yt")
        );

    private static string WithoutAccounts(string policy)
    {
        var (from, to) = (
            policy.IndexOf("\naccounts:\n", StringComparison.Ordinal),
            policy.IndexOf("\naccount_duties:", StringComparison.Ordinal)
        );
        return from < 0 ? policy : $"{policy[..from]}\naccounts: []\n{policy[to..]}";
    }

    private static Dictionary<string, string> With(Dictionary<string, string> fields, params (string Name, string Value)[] changes)
    {
        var changed = new Dictionary<string, string>(fields);
        foreach (var (name, value) in changes) changed[name] = value;
        return changed;
    }

    private static System.Text.Json.JsonElement CardOf(BotAnswer answer) => answer.ToCardAnswer().Card!.Value;

    private static async Task<ChatMessage> FormAsync(BotHost host, TeamsClient client, string words)
    {
        await client.SayAsync(words);
        var title = words == "アカウント登録" ? "アカウントの登録" : words;
        return await host.SeesAsync(client.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith(title, StringComparison.Ordinal)
        );
    }

    private static async Task<ChatMessage> OpenAsync(BotHost host, TeamsClient client, string account)
    {
        await client.SayAsync($"台帳 {account}");
        return await host.SeesAsync(client.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("アカウント\n", StringComparison.Ordinal)
        );
    }
}
