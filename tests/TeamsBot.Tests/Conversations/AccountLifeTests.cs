using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>An account is applied for, waits for what its guideline wants, and runs only then (domain/rules.md 5).</summary>
public sealed class AccountLifeTests
{
    private const string Bosai = "中村 美咲";
    private const string BosaiHead = "加藤 学";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["information"] = "避難所と気象の情報",
        ["purpose"] = "災害のときに市民へ早く知らせるため",
        ["medium"] = "Instagram",
        ["kind"] = "Section",
        ["handle"] = "bosai_ig",
        ["url"] = "https://www.instagram.com/bosai_ig/",
        ["policyUrl"] = "",
        ["reason"] = "",
        ["budget"] = "",
    };

    [Fact]
    [Clause("asaka-4-1a")]
    [Clause("asaka-4-1b")]
    public async Task A_section_waits_for_the_consultation_then_for_both_heads_and_starts_only_then()
    {
        await using var host = await BotHost.StartAsync();
        var (writer, head, pr, desk) = (
            await host.OpenAsync(Bosai),
            await host.OpenAsync(BosaiHead),
            await host.OpenAsync(BotHost.Head),
            await host.OpenAsync(BotHost.Checker));
        var form = await FormAsync(host, writer, "アカウント開設");

        var applied = await writer.PressAsync(form, "開設を申請する", Of("防災課", "星見市防災課"));

        Scenario.Shown(applied).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("申請を登録しました。次は、事前協議です"),
            shown => shown.ShouldContain("開設準備中"),
            shown => shown.ShouldNotContain("運用を始める"));
        var id = (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).AccountId;
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Registered!.State.ShouldBe(AccountState.Preparing);
        // The head cannot be quicker than the consultation.
        (await ForgedAsync(head, form, "accounts.gatePass", id, nameof(AccountGate.HeadApproval))).ShouldContain("先に、事前協議を済ませてください");
        // Nothing can be posted to it.
        await writer.SayAsync(Scenario.Text);
        (await host.SeesCardAsync(writer, "下書き")).Card!.Value.GetRawText().ShouldNotContain("bosai_ig");

        var asked = await AskedAsync(host, desk, "事前協議をお願いします");
        Scenario.Shown(await desk.PressAsync(asked, "協議済みとして記録する", Words("進めてよい"))).ShouldContain("事前協議を記録しました");
        (await ForgedAsync(writer, form, "accounts.start", id)).ShouldContain("まだ始められません");
        var policy = await AskedAsync(host, writer, "運用ポリシーの公開を記録してください");
        Scenario.Shown(await writer.PressAsync(policy, "記録する", Url("https://example.com/policy"))).ShouldContain("公式ホームページ");
        Scenario
            .Shown(await writer.PressAsync(policy, "記録する", Url("https://www.city.hoshimi.lg.jp/sns/bosai.html")))
            .ShouldContain("運用ポリシーの公開を記録しました");

        // Both are asked at once.
        var decision = await AskedAsync(host, head, "アカウント開設の決裁をお願いします");
        var cosign = await AskedAsync(host, pr, "アカウント開設の合議をお願いします");
        Scenario.Shown(await head.PressAsync(decision, "決裁する", Words(""))).ShouldContain("所属長の決裁を記録しました");
        (await ForgedAsync(writer, form, "accounts.start", id)).ShouldContain("残っている手続き：合議");
        Scenario.Shown(await pr.PressAsync(cosign, "合議する", Words(""))).ShouldContain("合議を記録しました");

        var ready = await AskedAsync(host, writer, "開設の手続きがそろいました");
        Scenario.Shown(await writer.PressAsync(ready, "運用を始める")).ShouldContain("運用を始めました");
        await writer.SayAsync(Scenario.Text);
        (await host.SeesCardAsync(writer, "下書き", 2)).Card!.Value.GetRawText().ShouldContain("bosai_ig");
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "accounts.gate"))).ShouldBe(4);
    }

    [Fact]
    public async Task A_refused_consultation_is_told_with_its_reason_and_the_first_of_two_presses_counts()
    {
        await using var host = await BotHost.StartAsync();
        var (writer, desk, pr) = (await host.OpenAsync(Bosai), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        var form = await FormAsync(host, writer, "アカウント開設");
        await writer.PressAsync(form, "開設を申請する", Of("防災課", "星見市防災課"));
        var asked = await AskedAsync(host, desk, "事前協議をお願いします");
        var second = await AskedAsync(host, pr, "事前協議をお願いします");

        Scenario.Shown(await desk.PressAsync(asked, "認めない", Words(""))).ShouldContain("認めない理由を入力してください");
        Scenario.Shown(await desk.PressAsync(asked, "認めない", Words("Xの利用を先に検討してください"))).ShouldContain("申請した人に知らせました");

        var told = await AskedAsync(host, writer, "事前協議が認められませんでした");
        BotHost.Words(told.Card!.Value).ShouldContain("Xの利用を先に検討してください");
        // After a change of mind it can still be agreed.
        Scenario.Shown(await pr.PressAsync(second, "協議済みとして記録する", Words(""))).ShouldContain("事前協議を記録しました");
        Scenario.Shown(await desk.PressAsync(asked, "協議済みとして記録する", Words("電話で確かめた"))).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("すでに田中 誠さんが記録しています"), shown => shown.ShouldContain("電話で確かめた"));
    }

    [Fact]
    [Clause("ward-4-2")]
    public async Task Without_a_published_policy_an_applied_account_does_not_run()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk, "アカウント開設");

        var applied = await desk.PressAsync(form, "開設を申請する", Of("広報戦略課", "広報戦略課のお知らせ"));

        Scenario.Shown(applied).ShouldContain("次は、運用ポリシーの公開です");
        var id = (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).AccountId;
        (await ForgedAsync(desk, form, "accounts.start", id)).ShouldContain("まだ始められません。残っている手続き：運用ポリシーの公開");
        var published = await desk.PressAsync(form, applied.ToCardAnswer().Card!.Value, "記録する", Url("https://www.city.example.jp/sns"));
        Scenario.Shown(published).ShouldContain("運用ポリシーの公開を記録しました");
        Scenario.Shown(await desk.PressAsync(form, published.ToCardAnswer().Card!.Value, "運用を始める")).ShouldContain("運用を始めました");
    }

    [Fact]
    [Clause("asaka-4-n1a")]
    [Clause("asaka-4-n-line")]
    public async Task The_citys_voice_is_not_another_sections_and_a_second_line_account_says_what_pays_for_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);

        (await RegisterAsync(host, desk, Running("環境推進課", "朝霞市環境推進課", ("kind", "CityOfficial"))))
            .ShouldContain("シティ・プロモーション課が管理します");
        var second = Running("環境推進課", "朝霞市環境推進課", ("medium", "Line"), ("url", ""), ("handle", "kankyo_line"));
        var refused = await RegisterAsync(host, desk, second);
        refused.ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("無償で持てるのは1件で"), shown => shown.ShouldContain("根拠：マニュアル 4参考※"),
            shown => shown.ShouldContain("費用の予算科目"));
        (await host.ReadAsync(db => db.AccountRecords.CountAsync())).ShouldBe(0);
        (await RegisterAsync(host, desk, new(second) { ["budget"] = "広報費　使用料" })).ShouldContain("確定して台帳に登録しました");

        // What is written for the city's voice goes to the head of those who look after it.
        var (writer, pr) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        (await host.HandInAsync(writer, Scenario.Text, "city-x")).ShouldStartWith("確認中");
        await desk.PressAsync(await host.SeesCardAsync(desk, "確認中"), "確認済みにする", Scenario.Ticks);
        (await host.ApproveAsync(pr, "決裁待ち")).ShouldStartWith("承認済");
    }

    [Fact]
    public async Task An_application_for_a_line_account_asks_for_the_budget_and_another_medium_does_not()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);

        BotHost.Words((await FormAsync(host, desk, "アカウント開設 LINE")).Card!.Value).ShouldContain("費用の予算科目");
        await desk.SayAsync("アカウント開設 Instagram");
        await host.IdleAsync();
        BotHost.Words(desk.Chat.FromBot[^1].Card!.Value).ShouldNotContain("費用の予算科目");
    }

    [Fact]
    public async Task An_account_that_the_own_site_does_not_name_cannot_be_entered_as_running()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var desk = await host.OpenAsync(BotHost.Checker);
        var fields = Running("健康増進課", "山口県健康増進課");

        (await RegisterAsync(host, desk, fields)).ShouldContain("運用中とするには");
        (await RegisterAsync(host, desk, new(fields) { ["listing"] = "https://example.com/" })).ShouldContain("運用中とするには");
        (await RegisterAsync(host, desk, new(fields) { ["listing"] = "https://www.pref.yamaguchi.lg.jp/sns.html" }))
            .ShouldContain("確定して台帳に登録しました");
    }

    [Fact]
    [Clause("tochigi-8-2a")]
    public async Task An_account_rests_only_where_its_head_allows_it_with_a_reason()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (desk, writer, head) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        (await RegisterAsync(host, desk, Running("広報課", "栃木県広報課", ("state", "Dormant")))).ShouldContain("休止はしないことになっています");
        (await RegisterAsync(host, desk, Running("広報課", "栃木県広報課"))).ShouldContain("確定して台帳に登録しました");

        await writer.SayAsync("休止 bosai_ig");
        var form = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("アカウントの休止", StringComparison.Ordinal));
        BotHost.Words(form.Card!.Value).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("休止はしないことになっています"), shown => shown.ShouldContain("根拠："), shown => shown.ShouldContain("投稿を再開し"),
            shown => shown.ShouldContain("廃止の手続きをする"));
        Scenario.Shown(await writer.PressAsync(form, "所属長に休止の承認を依頼する", Reason(""))).ShouldContain("休止する理由を入力してください");
        var waiting = await writer.PressAsync(form, "所属長に休止の承認を依頼する", Reason("庁舎移転のため2か月使わない"));
        Scenario.Shown(waiting).ShouldContain("田中 誠さんに、休止の承認を依頼しました");
        Scenario.Shown(waiting).ShouldNotContain("所属長に休止の承認を依頼する");
        (await StateAsync(host)).ShouldBe(AccountState.Running);

        // A second request does not go anywhere and is not said to.
        var again = Scenario.Shown(await writer.PressAsync(form, "所属長に休止の承認を依頼する", Reason("人手が足りない")));
        again.ShouldContain("すでに佐藤 花子さんが依頼しています");
        again.ShouldContain("人手が足りない");

        var asked = await AskedAsync(host, head, "庁舎移転のため2か月使わない");
        (await writer.PressAsync(asked, "休止を認める", Words(""))).ToCardAnswer().Text!.ShouldContain("休止を認められるのは、田中 誠さんです");
        Scenario.Shown(await head.PressAsync(asked, "休止を認める", Words(""))).ShouldContain("休止を認め、依頼した人に知らせました");
        await host.SeesTextAsync(writer.Chat, "休止が認められました");
        (await StateAsync(host)).ShouldBe(AccountState.Dormant);
        Scenario.Shown(await head.PressAsync(asked, "休止を認める", Words("念のため"))).ShouldContain("すでに田中 誠さんが決めています");

        await writer.SayAsync("再開 bosai_ig");
        await host.SeesTextAsync(writer.Chat, "を再開しました。投稿できます");
        (await StateAsync(host)).ShouldBe(AccountState.Running);

        // Asked anew, it is a message of its own; a closed account does not come back by it.
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await writer.PressAsync(form, "所属長に休止の承認を依頼する", Reason("二度目の移転"));
        var renewed = await AskedAsync(host, head, "二度目の移転");
        renewed.Id.ShouldNotBe(asked.Id);
        await CloseAsync(host);
        var late = Scenario.Shown(await head.PressAsync(renewed, "休止を認める", Words("仕方がない")));
        late.ShouldContain("いま「閉鎖済み」です");
        late.ShouldContain("仕方がない");
        (await StateAsync(host)).ShouldBe(AccountState.Closed);
    }

    [Fact]
    public async Task A_part_of_a_name_finds_the_account()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(BotHost.Author);

        await writer.SayAsync("台帳 博物館");

        await AskedAsync(host, writer, "朝霞市博物館（Facebook）");
    }

    private static async Task<AccountState> StateAsync(BotHost host) =>
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Registered!.State;

    private static async Task CloseAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        (await db.AccountRecords.SingleAsync()).Enter(AccountState.Closed, "鈴木 一郎", host.Time.GetUtcNow());
        await host.Services.GetRequiredService<CommitGate>().SaveAsync(db, CancellationToken.None);
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };

    private static Dictionary<string, string> Running(string section, string name, params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(Fields) { ["section"] = section, ["name"] = name, ["state"] = "Running" };
        foreach (var (field, value) in more) fields[field] = value;
        return fields;
    }

    private static async Task<string> RegisterAsync(BotHost host, TeamsClient desk, Dictionary<string, string> fields)
    {
        await desk.SayAsync("アカウント登録");
        var form = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("アカウントの登録", StringComparison.Ordinal));
        return Scenario.Shown(await desk.PressForgedAsync(form, "確定する", Forgery.With(fields)));
    }

    /// <summary>A press that no card offers at the time.</summary>
    private static async Task<string> ForgedAsync(TeamsClient client, ChatMessage message, string verb, string account, string gate = "") =>
        Scenario.Shown(await client.ExecuteAsync(
            message,
            new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = new JsonObject { ["account"] = account, ["gate"] = gate },
            },
            "manual"));

    private static Dictionary<string, string> Of(string section, string name) => new(Fields) { ["section"] = section, ["name"] = name };

    private static Dictionary<string, string> Words(string words) => new() { ["gateWords"] = words };

    private static Dictionary<string, string> Url(string url) => new() { ["gateUrl"] = url, ["gateWords"] = "" };

    private static async Task<ChatMessage> FormAsync(BotHost host, TeamsClient client, string words)
    {
        await client.SayAsync(words);
        return await host.SeesAsync(client.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("アカウントの開設の申請", StringComparison.Ordinal)
        );
    }

    private static Task<ChatMessage> AskedAsync(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
}
