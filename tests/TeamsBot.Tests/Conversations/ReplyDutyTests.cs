using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Before an account opens it is on record who answers comments, or that none is answered.</summary>
public sealed class ReplyDutyTests
{
    private const string Writer = "中村 美咲";

    private const string Head = "加藤 学";

    private const string Save = "朝霞市ソーシャルメディア運用要領を確認して確定する";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["section"] = "産業振興課", ["name"] = "朝霞市産業振興課", ["information"] = "市内の店の情報", ["purpose"] = "市内の産業を知らせるため",
        ["medium"] = "Facebook", ["kind"] = "Section", ["handle"] = "asaka.sangyo", ["url"] = "https://www.facebook.com/asaka.sangyo",
        ["policyUrl"] = "", ["reason"] = "", ["budget"] = "",
    };

    [Fact]
    [Clause("asaka-annex-9b")]
    public async Task Who_promises_replies_in_the_policy_opens_only_once_somebody_is_on_duty_for_them()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, head) = (await host.OpenAsync(Writer), await host.OpenAsync(Head));
        var id = await ApplyAsync(host, writer);
        var form = await PolicyPlay.SayAsync(host, writer, $"運用ポリシー {id}", "① 所属・内容");
        var final = await writer.PressAsync(form, Save, PolicyPlay.With(
            ("polMedia", "Facebook"), ("polUrl", "https://www.facebook.com/asaka.sangyo"), ("polReplies", "as-needed")));
        Scenario.Shown(final).ShouldContain("全ての投稿を閲覧し、投稿に対して回答することを保証するものではありません");
        await SettleOthersAsync(host, writer, head);

        (await StartAsync(writer, form, id)).ShouldContain("まだ始められません。残っている手続き：投稿への返信の担当");
        var gate = await PolicyPlay.SayAsync(host, writer, $"台帳 {id}", "開設の手続き");
        var life = (await writer.PressAsync(gate, "開設の手続き")).ToCardAnswer().Card!.Value;
        BotHost.Words(life).ShouldContain("投稿への返信の担当");
        (await writer.PressAsync(gate, life, "記録する", Replies(""))).ToCardAnswer().Card!.Value.GetRawText().ShouldSatisfyAllConditions(
            card => card.ShouldContain("返信するかどうかを選んでください"), card => card.ShouldContain("▲ 投稿への返信（未選択）"));
        var kept = await writer.PressAsync(gate, life, "記録する", Replies("none", "担当は後で決める"));
        Scenario.Shown(kept).ShouldContain("運用ポリシーでは、返信することになっています");
        kept.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("担当は後で決める");
        Scenario.Shown(await writer.PressAsync(gate, life, "記録する", Replies("as-needed")))
            .ShouldContain("産業振興課の返信の当番が、まだ決まっていません。「当番」で決めてから");

        await new RosterPlay(host).EnterAsync(head, RosterPlay.Week("2026-11-30", RotationPlay.Nakamura));
        Scenario.Shown(await writer.PressAsync(gate, life, "記録する", Replies("as-needed"))).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("投稿への返信の担当を記録しました"), shown => shown.ShouldContain("返信する（最初の当番：中村 美咲"));
        (await StartAsync(writer, form, id)).ShouldContain("運用を始めました");
    }

    [Fact]
    public async Task That_nothing_is_answered_is_enough_and_is_what_the_register_then_says()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, head) = (await host.OpenAsync(Writer), await host.OpenAsync(Head));
        var id = await ApplyAsync(host, writer);
        await SettleOthersAsync(host, writer, head);
        var gate = await PolicyPlay.SayAsync(host, writer, $"台帳 {id}", "開設の手続き");
        var life = (await writer.PressAsync(gate, "開設の手続き")).ToCardAnswer().Card!.Value;

        Scenario.Shown(await writer.PressAsync(gate, life, "記録する", Replies("none"))).ShouldContain("返信しない");

        (await StartAsync(writer, gate, id)).ShouldContain("運用を始めました");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync(record => record.AccountId == id))).Facts!.Replies
            .ShouldBe(false);
    }

    private static async Task<string> ApplyAsync(BotHost host, TeamsClient writer)
    {
        foreach (var name in (string[])[BotHost.Checker, BotHost.Head]) await host.OpenAsync(name);
        var form = await PolicyPlay.SayAsync(host, writer, "アカウント開設", "アカウントの開設の申請");
        Scenario.Shown(await writer.PressAsync(form, "開設を申請する", Fields)).ShouldContain("申請を登録しました");
        return (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).AccountId;
    }

    /// <summary>Consultation, page of the policy, and both heads.</summary>
    private static async Task SettleOthersAsync(BotHost host, TeamsClient writer, TeamsClient head)
    {
        var (desk, pr) = (host.Of(BotHost.Checker), host.Of(BotHost.Head));
        await desk.PressAsync(await PolicyPlay.SeesAsync(host, desk, "アカウント開設の事前協議をお願いします"), "協議済みとして記録する", Words);
        await writer.PressAsync(await PolicyPlay.SeesAsync(host, writer, "運用ポリシーの公開を記録してください"), "記録する", new Dictionary<string, string>
        {
            ["gateUrl"] = "https://www.city.asaka.lg.jp/sns/sangyo.html", ["gateWords"] = "",
        });
        await head.PressAsync(await PolicyPlay.SeesAsync(host, head, "アカウント開設の決裁をお願いします"), "決裁する", Words);
        await pr.PressAsync(await PolicyPlay.SeesAsync(host, pr, "アカウント開設の合議をお願いします"), "合議する", Words);
    }

    private static async Task<string> StartAsync(TeamsClient writer, ChatMessage message, string id) => Scenario.Shown(
        await writer.ExecuteAsync(message, new JsonObject
        {
            ["type"] = "Action.Execute", ["verb"] = "accounts.start", ["data"] = new JsonObject { ["account"] = id },
        }, "manual"));

    private static readonly Dictionary<string, string> Words = new() { ["gateWords"] = "" };

    private static Dictionary<string, string> Replies(string replies, string words = "") => new()
    {
        ["gateReplies"] = replies, ["gateWords"] = words,
    };
}
