using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.Tables;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>An account's operation policy: the form with its rules, the version with its files, its page, its receipt.</summary>
public sealed class PolicyTests
{
    private const string Writer = "中村 美咲";

    private const string Save = "朝霞市ソーシャルメディア運用要領を確認して確定する";

    [Fact]
    [Clause("asaka-annex-n")]
    [Clause("asaka-4-2")]
    [Clause("asaka-annex-3")]
    public async Task A_form_says_all_that_is_missing_by_its_field_and_keeps_what_was_typed()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");

        var refused = await writer.PressAsync(form, Save, PolicyPlay.With(
            ("polDepartment", ""), ("polPurpose", "庁内の内部連絡のため"), ("polUrl", "https://www.facebook.com/asaka"), ("polTo", "2026-11-30"),
            ("polCloses", "08:00"), ("polRule", "false"), ("polTicks", "t1,t2,t4,t5,t6")));

        Scenario.Shown(refused).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("まだ確定していません"),
            shown => shown.ShouldContain("部を入力してください"),
            shown => shown.ShouldContain("「内部連絡」は、発信してはいけない情報に当たるおそれがあります（根拠：マニュアル 5③"),
            shown => shown.ShouldContain("登録URLがXのページではありません"),
            shown => shown.ShouldContain("終わりの日が、始まりの日より前です"),
            shown => shown.ShouldContain("運用時間の曜日と"),
            shown => shown.ShouldContain("朝霞市ソーシャルメディア運用要領を確認し、印を付けてください"),
            shown => shown.ShouldContain("「5 発信する情報の定めに沿っている」の印がありません。（マニュアル 5①"));
        refused.ToCardAnswer().Card!.Value.GetRawText().ShouldSatisfyAllConditions(
            card => card.ShouldContain("市内の催しと店の情報"), card => card.ShouldContain("▲ 部"));
        (await host.ReadAsync(db => db.PolicyVersions.CountAsync())).ShouldBe(0);

        Scenario.Shown(await writer.PressAsync(form, Save, PolicyPlay.With(("polPurpose", "")))).ShouldContain("利用目的を入力してください");
        Scenario.Shown(await writer.PressAsync(form, Save, PolicyPlay.With(("polSection", "産業課")))).ShouldContain("組織の一覧にありません");
        Scenario.Shown(await writer.PressAsync(form, Save, PolicyPlay.With(("polPurpose", "市民との対話を進めるため"))))
            .ShouldContain("返信しないことになっています");
        var confirmed = await writer.PressForgedAsync(form, Save, Forgery.With(
            PolicyPlay.With(("polPurpose", "市民との対話を進めるため"), ("polRepliesConfirmed", "true"))));
        Scenario.Shown(confirmed).ShouldContain("第1版として確定しました");
        (await host.ReadAsync(db => db.PolicyVersions.SingleAsync())).ShouldSatisfyAllConditions(
            version => version.FinalBy.ShouldBe(Writer), version => version.FinalAt.ShouldBeInRange(BotHost.Morning, host.Time.GetUtcNow()),
            version => version.Ticks.Count.ShouldBe(7),
            version => version.Ticks[0].ShouldBe("朝霞市ソーシャルメディア運用要領を確認した"));
    }

    [Fact]
    [Clause("asaka-annex-4")]
    public async Task Two_media_are_refused_with_the_offer_of_two_forms_and_what_the_annex_does_not_name_is_another()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");

        var refused = await writer.PressAsync(form, Save, PolicyPlay.With(("polMedia", "X,Instagram")));
        Scenario.Shown(refused).ShouldContain("媒体ごとに一枚です");
        var split = await writer.PressAsync(form, refused.ToCardAnswer().Card!.Value, "二枚に分ける");
        Scenario.Shown(split).ShouldContain("この様式はXで続けます。Instagramの様式は、次のメッセージに出しました");

        var other = await PolicyPlay.SeesAsync(host, writer, "朝霞市産業振興課（Instagram）");
        var final = await writer.PressAsync(
            other, Save, new Dictionary<string, string> { ["polUrl"] = "https://www.instagram.com/asaka_sangyo/" });
        Scenario.Shown(final).ShouldContain("第1版として確定しました");
        Scenario.Shown(final).ShouldContain("その他（Instagram）");
        (await host.ReadAsync(db => db.PolicyVersions.SingleAsync())).AccountId.ShouldBe("industry-instagram");
    }

    [Fact]
    [Clause("asaka-annex-0")]
    public async Task A_final_policy_is_handed_out_as_page_form_and_data_with_ten_rows_in_their_printed_order()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);
        await PolicyPlay.SayAsync(host, writer, "方針様式", "① 所属・内容");
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "産業振興課（X）");
        var final = await writer.PressAsync(form, Save, PolicyPlay.With(("polRemarks", "<b>写真</b>は職員が撮影")));

        string[] labels =
        [
            "開設所属", "発信情報", "利用目的", "利用するソーシャルメディアの種類", "アカウント", "登録URL", "運用期間", "運用時間", "投稿に対する返信", "備考",
        ];
        var json = JsonDocument.Parse((await PolicyPlay.ReceiveAsync(host, writer, form, final, "データ（JSON）")).Bytes).RootElement;
        json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("label").GetString()).ShouldBe(labels);
        var values = json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("value").GetString()!).ToList();
        values[7].ShouldBe("月曜日から金曜日までの8時30分から17時15分までとします（祝日及び年末年始を除く）。ただし、それ以外の時間に発信する場合があります。");
        values[8].ShouldBe("個別の回答は行いませんので、あらかじめご了承ください。");

        var html = await PolicyPlay.ReceiveAsync(host, writer, form, final, "ページ用（HTML）");
        html.Name.ShouldBe("運用ポリシー_朝霞市産業振興課_X_第1版.html");
        var page = Encoding.UTF8.GetString(html.Bytes);
        page.ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("2026年12月1日～2027年3月31日"), shown => shown.ShouldContain("&lt;b&gt;写真&lt;/b&gt;"),
            shown => shown.ShouldNotContain("<b>"));
        labels.Select(label => page.IndexOf($"<th scope=\"row\">{label}</th>", StringComparison.Ordinal)).ShouldBeInOrder();

        var sheet = Workbook.Read((await PolicyPlay.ReceiveAsync(host, writer, form, final, "様式（Excel）")).Bytes, keepsWidth: true).Table!;
        sheet.Rows.Skip(1).Take(10).Select(row => row.Cells[0]).ShouldBe(labels);
    }

    [Fact]
    [Clause("asaka-4-submit")]
    public async Task The_policy_goes_to_those_who_look_after_all_accounts_and_unreceived_it_is_told_to_the_section_and_its_head()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var play = new RotationPlay(host);
        var (writer, head, desk) = (await host.OpenAsync(Writer), await host.OpenAsync("加藤 学"), await host.OpenAsync(BotHost.Checker));
        var custodian = await host.OpenAsync("小林 健");
        await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\t保管者\nX\t産業振興課\t朝霞市産業振興課\t小林 健");
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        await writer.PressAsync(form, Save, PolicyPlay.Industry);
        var asked = await PolicyPlay.SeesAsync(host, desk, "運用ポリシーを受け取ってください");

        // Friday, 20 November 2026, and five opening days: the 23rd is a holiday.
        await play.GoToAsync(RotationPlay.At(2026, 11, 30, 9));
        await PolicyPlay.SeesAsync(host, custodian, "運用ポリシーの受け取りがまだです");
        await PolicyPlay.SeesAsync(host, head, "運用ポリシーの受け取りがまだです");

        (await writer.PressForgedAsync(asked, "受け取りました")).ToCardAnswer().Text!.ShouldContain("受け取れるのは、広報担当の方です");
        Scenario.Shown(await desk.PressAsync(asked, "受け取りました")).ShouldContain("受け取ったことを記録しました");
        (await host.ReadAsync(db => db.PolicyVersions.SingleAsync())).ReceivedBy.ShouldBe(BotHost.Checker);
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key == "policy-submit"))).State.ShouldBe(TaskState.Done);
    }

    [Fact]
    [Clause("asaka-4-submit")]
    public async Task An_account_that_begins_hands_in_the_policy_it_was_prepared_with()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, head) = (await host.OpenAsync(Writer), await host.OpenAsync("加藤 学"));
        var (desk, pr) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        var application = await PolicyPlay.SayAsync(host, writer, "アカウント開設", "アカウントの開設の申請");
        await writer.PressAsync(application, "開設を申請する", new Dictionary<string, string>
        {
            ["section"] = "産業振興課", ["information"] = "店の情報", ["purpose"] = "知らせる", ["medium"] = "Facebook", ["kind"] = "Section",
            ["name"] = "朝霞市産業振興課", ["handle"] = "asaka_sangyo_fb", ["url"] = "https://www.facebook.com/asaka.sangyo",
        });
        await desk.PressAsync(await PolicyPlay.SeesAsync(host, desk, "事前協議をお願いします"), "協議済みとして記録する", Words("進めてよい"));
        await PolicyPlay.SeesAsync(host, writer, "運用ポリシーの公開を記録してください");
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー asaka_sangyo_fb", "① 所属・内容");
        var final = await writer.PressAsync(form, Save, PolicyPlay.With(
            ("polMedia", "Facebook"), ("polUrl", "https://www.facebook.com/asaka.sangyo")));
        Scenario.Shown(await writer.PressAsync(form, final.ToCardAnswer().Card!.Value, "公開を記録する", new Dictionary<string, string>
        {
            ["polPublishedUrl"] = "https://www.city.asaka.lg.jp/sns/fb.html",
        })).ShouldContain("公開したページを記録しました");
        await head.PressAsync(await PolicyPlay.SeesAsync(host, head, "アカウント開設の決裁をお願いします"), "決裁する", Words(""));
        await pr.PressAsync(await PolicyPlay.SeesAsync(host, pr, "アカウント開設の合議をお願いします"), "合議する", Words(""));
        var ready = await PolicyPlay.SeesAsync(host, writer, "開設の手続きがそろいました");
        // Nothing is handed in while the account is prepared.
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.Key == "policy-submit"))).ShouldBe(0);

        Scenario.Shown(await writer.PressAsync(ready, "運用を始める")).ShouldContain("運用を始めました");

        var asked = await PolicyPlay.SeesAsync(host, desk, "運用ポリシーを受け取ってください");
        BotHost.Words(asked.Card!.Value).ShouldContain("朝霞市産業振興課（Facebook）");
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key == "policy-submit"))).ShouldSatisfyAllConditions(
            task => task.Cause.ShouldBe("v1"), task => task.IsOpen.ShouldBeTrue());
        Scenario.Shown(await desk.PressAsync(asked, "受け取りました")).ShouldContain("受け取ったことを記録しました");
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key == "policy-submit"))).State.ShouldBe(TaskState.Done);
    }

    [Fact]
    public async Task Of_many_accounts_the_choice_says_how_the_others_are_opened()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);

        var choice = await PolicyPlay.SayAsync(host, writer, "運用ポリシー", "どのアカウントの運用ポリシーですか");
        BotHost.Words(choice.Card!.Value).ShouldContain("ほか13件は、「運用ポリシー アカウント名」と送ると開けます");
        // One's own come first, and a part of a name finds another.
        BotHost.Words(choice.Card!.Value).ShouldContain("朝霞市産業振興課（Instagram）");
        await writer.SayAsync("運用ポリシー 博物館");
        await host.SeesTextAsync(writer.Chat, "朝霞市博物館（Facebook） の運用ポリシーは、まだありません");
    }

    private static Dictionary<string, string> Words(string words) => new() { ["gateWords"] = words };

    [Fact]
    [Clause("tochigi-5-1-1a")]
    [Clause("tochigi-5-1-1b")]
    public async Task Without_a_page_on_the_own_site_custodians_and_desk_are_reminded_after_five_opening_days()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await desk.SayAsync("アカウント開設");
        var application = await PolicyPlay.SeesAsync(host, desk, "アカウントの開設の申請");
        await desk.PressAsync(application, "開設を申請する", new Dictionary<string, string>
        {
            ["section"] = "広報課", ["information"] = "催し", ["purpose"] = "知らせる", ["medium"] = "X", ["kind"] = "Section",
            ["name"] = "栃木県広報課の催し", ["handle"] = "tochigi_koho", ["url"] = "https://x.com/tochigi_koho",
        });
        var form = await PolicyPlay.SayAsync(host, writer, "方針作成", "① 所属・内容");
        var button = FinalButton(form);
        var fields = new Dictionary<string, string>
        {
            ["polSection"] = "広報課", ["polName"] = "栃木県広報課の催し", ["polHandle"] = "@tochigi_koho", ["polMedia"] = "X", ["polRule"] = "true",
        };
        Scenario.Shown(await writer.PressAsync(form, button, fields)).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("発信情報を入力"), shown => shown.ShouldContain("利用目的を入力"),
            shown => shown.ShouldContain("受けた投稿や意見をどう扱うか"), shown => shown.ShouldContain("批判や苦情の相談先を入力"));
        fields["polInformation"] = "県の催し";
        fields["polPurpose"] = "県の情報を早く届けるため";
        fields["polHandling"] = "受けた投稿は広報課で読み、必要なものを担当課に伝える";
        fields["polCriticismContact"] = "広報課";
        fields["polCriticismStance"] = "反論せず、事実を確かめて答える";
        var final = await writer.PressAsync(form, button, fields);
        Scenario.Shown(final).ShouldContain("第1版として確定しました");
        (await host.ReadAsync(db => db.PolicyVersions.SingleAsync())).Number.ShouldBe(1);
        Encoding.UTF8.GetString((await PolicyPlay.ReceiveAsync(host, writer, form, final, "ページ用（HTML）")).Bytes)
            .ShouldContain("受けた投稿は広報課で読み");
        await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\t保管者\nX\t広報課\t栃木県広報課の催し\t@tochigi_koho\t佐藤 花子");
        await desk.SayAsync("台帳 tochigi_koho");
        var life = await desk.PressAsync(await PolicyPlay.SeesAsync(host, desk, "状態　"), "開設の手続き");
        Scenario.Shown(life).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("運用ポリシーの公開"), shown => shown.ShouldNotContain("運用を始める"));
        // Not even by a press that no card offers.
        var account = (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).AccountId;
        Scenario.Shown(await StartAsync(desk, form, account)).ShouldContain("まだ始められません");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Registered!.State.ShouldBe(AccountState.Preparing);

        await play.GoToAsync(RotationPlay.At(2026, 11, 30, 9));
        await PolicyPlay.SeesAsync(host, writer, "運用ポリシーを公式ホームページに載せてください");
        var task = await PolicyPlay.SeesAsync(host, desk, "運用ポリシーを公式ホームページに載せてください");
        Scenario.Shown(await desk.PressAsync(
            task, "公開を記録する", new Dictionary<string, string> { ["polPublishedUrl"] = "https://example.com/p" }))
            .ShouldContain("公式ホームページ（");
        Scenario.Shown(await desk.PressAsync(
            task, "公開を記録する", new Dictionary<string, string> { ["polPublishedUrl"] = "https://www.pref.tochigi.lg.jp/sns.html" }))
            .ShouldContain("公開したページを記録しました");
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(one => one.Key == "policy-publish"))).State.ShouldBe(TaskState.Done);
        // The page is the proof of the gate as well.
        (await host.ReadAsync(db => db.AccountGates.SingleAsync(gate => gate.Gate == AccountGate.Policy))).State
            .ShouldBe(GateState.Passed);
    }

    [Fact]
    [Clause("asaka-annex-8")]
    public async Task What_a_policy_says_is_what_the_register_and_the_checks_know()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        var final = await writer.PressAsync(
            form, Save, PolicyPlay.With(("polOpens", "10:00"), ("polCloses", "12:00"), ("polMembersOnly", "true")));
        Scenario.Shown(final).ShouldContain("月曜日から金曜日までの10時0分から12時0分までとします（祝日及び年末年始を除く）");

        var facts = (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Facts.ShouldNotBeNull();
        facts.ShouldSatisfyAllConditions(
            known => known.Topics.ShouldBe(["市政情報", "市が取材するまちの情報"]), known => known.Replies.ShouldBe(false),
            known => known.MembersOnly.ShouldBe(true), known => known.From.ShouldBe(new DateOnly(2026, 12, 1)));
        // An hour in which the office is open and the account is not.
        await writer.SayAsync(Scenario.Text.Replace("星見", "朝霞", StringComparison.Ordinal));
        var draft = await host.SeesCardAsync(writer, "下書き");
        Scenario.Shown(await writer.PressAsync(draft, Scenario.HandIn, Scenario.Plan("industry-x", "2026-11-24", "15:00")))
            .ShouldContain("運用時間（10:00～12:00）の外です");
        await writer.SayAsync(Scenario.Text.Replace("星見", "朝霞", StringComparison.Ordinal) + "\n年末のお知らせ");
        var second = await host.SeesCardAsync(writer, "下書き", 2);
        Scenario.Shown(await writer.PressAsync(second, Scenario.HandIn, Scenario.Plan("industry-x", "2026-12-30", "11:00")))
            .ShouldContain("年末年始");
    }

    [Fact]
    public async Task A_form_that_was_opened_before_another_version_is_not_taken_over_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, desk) = (await host.OpenAsync(Writer), await host.OpenAsync(BotHost.Checker));
        var mine = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        var theirs = await PolicyPlay.SayAsync(host, desk, "運用ポリシー industry-x", "① 所属・内容");
        await desk.PressAsync(theirs, Save, PolicyPlay.Industry);

        var late = await writer.PressAsync(mine, Save, PolicyPlay.With(("polRemarks", "私の備考")));
        Scenario.Shown(late).ShouldContain("鈴木 一郎さんが第1版を確定しました");
        late.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("私の備考");
        Scenario.Shown(await writer.PressAsync(mine, late.ToCardAnswer().Card!.Value, Save)).ShouldContain("第2版として確定しました");
        (await host.ReadAsync(db => db.PolicyVersions.CountAsync())).ShouldBe(2);
    }

    [Fact]
    [Clause("yamaguchi-3-1")]
    public async Task Where_it_is_shared_each_member_confirms_and_who_has_not_is_reminded_once()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var play = new RotationPlay(host);
        var (writer, reader, late) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        var account = (await host.ReadAsync(_ => Task.FromResult(host.Services.GetRequiredService<Pack>().Accounts)))
            .First(one => one is { Section: "広報広聴課", State: AccountState.Running });
        var form = await PolicyPlay.SayAsync(host, writer, $"運用ポリシー {account.Id}", "① 所属・内容");
        var final = await writer.PressAsync(form, FinalButton(form), new Dictionary<string, string>
        {
            ["polInformation"] = "県政の情報", ["polPurpose"] = "県政を知らせる", ["polAudience"] = "県民", ["polReplies"] = "as-needed",
            ["polHandling"] = "読んで担当課に伝える", ["polWriter"] = "主事", ["polResponsible"] = "課長", ["polFrequency"] = "週1回",
            ["polMethod"] = "投稿と写真", ["polRule"] = "true",
        });
        Scenario.Shown(final).ShouldContain("第1版として確定しました");

        var asked = await PolicyPlay.SeesAsync(host, reader, "運用ポリシーを読んでください");
        Scenario.Shown(await reader.PressAsync(asked, "読みました")).ShouldContain("読んだことを記録しました");
        Scenario.Shown(await reader.PressForgedAsync(asked, "読みました", ("again", "1"))).ShouldContain("すでに記録しています");

        await play.GoToAsync(RotationPlay.At(2026, 11, 30, 9));
        await PolicyPlay.SeesAsync(host, late, "所属の運用ポリシーを読んでください");
        await play.GoToAsync(RotationPlay.At(2026, 12, 4, 9));
        RotationPlay.Count(late, "所属の運用ポリシーを読んでください").ShouldBe(1);
        RotationPlay.Count(reader, "所属の運用ポリシーを読んでください").ShouldBe(0);
    }

    /// <summary>A start that no card offers at the time.</summary>
    private static Task<LocalTeams.Bot.BotAnswer> StartAsync(
        LocalTeams.TeamsClient client, LocalTeams.Chats.ChatMessage message, string account) => client.ExecuteAsync(
            message,
            new JsonObject
            {
                ["type"] = "Action.Execute", ["verb"] = "accounts.start", ["data"] = new JsonObject { ["account"] = account },
            },
            "manual");

    private static string FinalButton(LocalTeams.Chats.ChatMessage form) =>
        BotHost.Words(form.Card!.Value).Split('\n').First(line => line.EndsWith("を確認して確定する", StringComparison.Ordinal));
}
