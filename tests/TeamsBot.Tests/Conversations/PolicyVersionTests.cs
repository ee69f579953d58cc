using System.Text;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>What becomes of a policy with its next version: who has read which, what is confirmed anew, what was typed on an older card.</summary>
public sealed class PolicyVersionTests
{
    private const string Writer = "中村 美咲";

    private const string Save = "朝霞市ソーシャルメディア運用要領を確認して確定する";

    private const string Page = "https://www.city.asaka.lg.jp/sns/sangyo.html";

    [Fact]
    public async Task The_reading_is_done_when_each_member_has_read_and_not_when_as_many_others_have()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(Writer));
        var (reviewer, head) = (await host.OpenAsync("小林 健"), await host.OpenAsync("加藤 学"));
        await FinalAsync(host, desk, "bosai-x");

        foreach (var member in (TeamsClient[])[writer, reviewer]) await ReadAsync(host, member);

        (await ReadingAsync(host)).State.ShouldBe(TaskState.Open);
        await ReadAsync(host, head);
        (await ReadingAsync(host)).State.ShouldBe(TaskState.Done);
    }

    [Fact]
    public async Task Who_reads_an_older_version_has_not_read_the_one_in_force()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(Writer));
        var (reviewer, head) = (await host.OpenAsync("小林 健"), await host.OpenAsync("加藤 学"));
        await FinalAsync(host, desk, "bosai-x");
        var asked = new List<(TeamsClient, ChatMessage)>();
        foreach (var member in (TeamsClient[])[writer, reviewer, head])
            asked.Add((member, await PolicyPlay.SeesAsync(host, member, "運用ポリシーを読んでください")));
        var again = await PolicyPlay.SayAsync(host, desk, "運用ポリシー bosai-x", "第1版");
        var form = await desk.PressAsync(again, "改定する");
        Scenario.Shown(await desk.PressAsync(again, form.ToCardAnswer().Card!.Value, Button(form), Yamaguchi)).ShouldContain("第2版として確定しました");

        foreach (var (member, card) in asked) await member.PressAsync(card, "読みました");

        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key == "policy-read" && task.Cause == "v2"))).State
            .ShouldBe(TaskState.Open);
    }

    [Fact]
    public async Task What_was_let_stand_in_one_version_is_asked_again_in_the_next()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        var first = await writer.PressForgedAsync(form, Save, Forgery.With(PolicyPlay.With(
            ("polPurpose", "市民との対話を進めるため"), ("polRepliesConfirmed", "true"))));
        Scenario.Shown(first).ShouldContain("第1版として確定しました");

        var next = await writer.PressAsync(form, first.ToCardAnswer().Card!.Value, "改定する");
        Scenario.Shown(next).ShouldNotContain("交流が目的でも返信しない、でよい");
        var asked = await writer.PressAsync(form, next.ToCardAnswer().Card!.Value, Save, new Dictionary<string, string>
        {
            ["polRule"] = "true", ["polTicks"] = "t1,t2,t3,t4,t5,t6",
        });
        Scenario.Shown(asked).ShouldContain("返信しないことになっています");
    }

    [Fact]
    public async Task Two_forms_from_one_that_is_out_of_date_do_not_pass_over_a_colleagues_version()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, desk) = (await host.OpenAsync(Writer), await host.OpenAsync(BotHost.Checker));
        var mine = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        var theirs = await PolicyPlay.SayAsync(host, desk, "運用ポリシー industry-instagram", "① 所属・内容");
        await desk.PressAsync(theirs, Save, PolicyPlay.With(
            ("polMedia", "Instagram"), ("polUrl", "https://www.instagram.com/asaka_sangyo/")));
        theirs = await PolicyPlay.SayAsync(host, desk, "運用ポリシー industry-x", "① 所属・内容");
        await desk.PressAsync(theirs, Save, PolicyPlay.Industry);
        var refused = await writer.PressAsync(mine, Save, PolicyPlay.With(("polMedia", "X,Instagram"), ("polRemarks", "パスワード：Abc12345!")));
        Scenario.Shown(refused).ShouldContain("パスワードのような文字は消しました");

        var split = await writer.PressAsync(
            mine, refused.ToCardAnswer().Card!.Value, "二枚に分ける", new Dictionary<string, string> { ["polRemarks"] = "パスワード：Abc12345!" });
        Scenario.Shown(split).ShouldContain("パスワードのような文字は消しました");
        var late = await writer.PressAsync(
            mine, split.ToCardAnswer().Card!.Value, Save, new Dictionary<string, string> { ["polRemarks"] = "パスワード：Abc12345!" });

        Scenario.Shown(late).ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("鈴木 一郎さんが第1版を確定しました"), shown => shown.ShouldContain("パスワードのような文字は消しました"));
        (await host.ReadAsync(db => db.PolicyVersions.CountAsync(version => version.AccountId == "industry-x"))).ShouldBe(1);
        // The form of the other account says that one is in force already, which this one would follow.
        BotHost.Words((await PolicyPlay.SeesAsync(host, writer, "朝霞市産業振興課（Instagram）")).Card!.Value)
            .ShouldContain("このアカウントには、鈴木 一郎さんが確定した第1版があります");
    }

    [Fact]
    public async Task An_address_typed_on_an_older_card_is_kept()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, desk) = (await host.OpenAsync(Writer), await host.OpenAsync(BotHost.Checker));
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        var first = (await writer.PressAsync(form, Save, PolicyPlay.Industry)).ToCardAnswer().Card!.Value;
        var shown = await PolicyPlay.SayAsync(host, desk, "運用ポリシー industry-x", "第1版");
        var next = (await desk.PressAsync(shown, "改定する")).ToCardAnswer().Card!.Value;
        var second = await desk.PressAsync(shown, next, Save, PolicyPlay.Industry);
        Scenario.Shown(second).ShouldContain("第2版として確定しました");

        var late = await writer.PressAsync(form, first, "公開を記録する", Url(Page));
        Scenario.Shown(late).ShouldContain("第2版");
        late.ToCardAnswer().Card!.Value.GetRawText().ShouldContain(Page);

        await desk.PressAsync(shown, second.ToCardAnswer().Card!.Value, "公開を記録する", Url(Page + "?desk"));
        Scenario.Shown(await writer.PressAsync(form, late.ToCardAnswer().Card!.Value, "公開を記録する", Url(Page + "?mine")))
            .ShouldSatisfyAllConditions(
                words => words.ShouldContain("すでに鈴木 一郎さんが記録しています"), words => words.ShouldContain(Page + "?mine"));
    }

    [Fact]
    public async Task The_file_of_a_version_stays_what_it_was_when_the_register_changes()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        await ExceptAsync(host, desk, "開設のときからの名前");
        var form = await PolicyPlay.SayAsync(host, desk, "運用ポリシー machizukuri-instagram", "① 所属・内容");
        var final = await desk.PressAsync(form, Save, PolicyPlay.With(
            ("polSection", "まちづくり推進課"), ("polMedia", "Instagram"), ("polName", "b.b.square_asaka"),
            ("polUrl", "https://www.instagram.com/b.b.square_asaka/")));
        Scenario.Shown(final).ShouldContain("アカウント名の例外：開設のときからの名前");
        await ExceptAsync(host, desk, "別の理由");

        var html = await PolicyPlay.ReceiveAsync(host, desk, form, final, "ページ用（HTML）");

        Encoding.UTF8.GetString(html.Bytes).ShouldSatisfyAllConditions(
            page => page.ShouldContain("開設のときからの名前"), page => page.ShouldNotContain("別の理由"));
    }

    [Fact]
    public async Task Topics_of_a_list_stay_where_the_form_does_not_ask_for_them()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var desk = await host.OpenAsync(BotHost.Checker);
        await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\t発信する区分\nX\t防災危機管理課\t山口県防災危機管理課\t防災、避難所");

        await FinalAsync(host, desk, "bosai-x");

        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).Facts!.Topics.ShouldBe(["防災", "避難所"]);
    }

    [Fact]
    [Clause("yamaguchi-3-1")]
    public async Task A_draft_of_a_member_who_has_not_read_the_policy_is_held_with_the_button_to_read_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await FinalAsync(host, desk, "koho-x");
        await writer.SayAsync(Post);
        var draft = await host.SeesCardAsync(writer, "下書き");

        var held = await writer.PressAsync(draft, Scenario.HandIn, Scenario.Plan("koho-x"));

        Scenario.Shown(held).ShouldContain("運用ポリシー（第1版）を読んでから、確認に回してください");
        (await new Scenario(host).DraftAsync()).Status.ShouldBe(DraftStatus.Composing);
        var shown = held.ToCardAnswer().Card!.Value;
        await writer.PressAsync(draft, shown, "運用ポリシーを読む");
        var policy = await PolicyPlay.SeesAsync(host, writer, "運用ポリシー　第1版");
        Scenario.Shown(await writer.PressAsync(policy, "読みました")).ShouldContain("読んだことを記録しました");
        // The draft's card is still there, with all that was filled in.
        Scenario.Shown(await writer.PressAsync(draft, shown, Scenario.HandIn)).ShouldContain("確認に回す前に");
        (await new Scenario(host).DraftAsync()).AccountId.ShouldBe("koho-x");
    }

    [Fact]
    public async Task Where_no_guideline_wants_it_read_a_policy_holds_no_draft()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (writer, desk) = (await host.OpenAsync(Writer), await host.OpenAsync(BotHost.Checker));
        var form = await PolicyPlay.SayAsync(host, desk, "運用ポリシー industry-x", "① 所属・内容");
        await desk.PressAsync(form, Save, PolicyPlay.Industry);
        await writer.SayAsync(Post);
        var draft = await host.SeesCardAsync(writer, "下書き");

        Scenario.Shown(await writer.PressAsync(draft, Scenario.HandIn, Scenario.Plan("industry-x", "2026-12-02", "11:00")))
            .ShouldNotContain("読んでから");
    }

    [Fact]
    public async Task Who_speaks_english_is_asked_to_read_and_answered_in_english_and_a_card_has_one_primary_button()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await writer.SayAsync("help");
        await PolicyPlay.SeesAsync(host, writer, "Used every day");
        await writer.SayAsync("followers");
        BotHost.Words((await PolicyPlay.SeesAsync(host, writer, "Counted on")).Card!.Value).ShouldContain("Followers");
        await FinalAsync(host, desk, "koho-x");

        var asked = await PolicyPlay.SeesAsync(host, writer, "Please read the policy");
        BotHost.Words(asked.Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("Policy, version 1"), words => words.ShouldContain("Read by"));
        Scenario.Shown(await writer.PressAsync(asked, "I have read it")).ShouldContain("It is recorded that you read it");

        var head = await host.OpenAsync(BotHost.Head);
        var card = await PolicyPlay.SayAsync(host, head, "運用ポリシー koho-x", "第1版");
        card.Card!.Value.GetRawText().Split("\"positive\"").Length.ShouldBe(2);
    }

    private const string Post = "図書館で読み聞かせの会を開いています。どなたでもご参加いただけます。";

    [Fact]
    public async Task Fields_that_are_wanted_are_marked_and_each_step_says_its_own()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(Writer);
        var form = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "① 所属・内容");
        var labels = form.Card!.Value.GetRawText();
        foreach (var label in (string[])
            ["部（必須）", "種類（一つ・必須）", "登録URL（必須）", "運用期間の始まり（必須）", "運用期間の終わり（必須）", "曜日（必須）", "投稿に対する返信（必須）"])
            labels.ShouldContain(label);

        var refused = await writer.PressAsync(form, Save, PolicyPlay.With(("polDepartment", ""), ("polReplies", ""), ("polTo", "")));

        var words = Scenario.Shown(refused);
        words.ShouldContain("まだ確定していません。直すところ：① 1件、② 1件、③ 1件");
        foreach (var said in (string[])["部を入力してください", "終わりの日を入力してください", "返信するかどうかを選んでください"])
            words.Split(said).Length.ShouldBe(2, said);
        words.IndexOf("部を入力してください", StringComparison.Ordinal)
            .ShouldBeLessThan(words.IndexOf("終わりの日を入力してください", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Yamaguchi => new()
    {
        ["polInformation"] = "県政の情報", ["polPurpose"] = "県政を知らせる", ["polAudience"] = "県民", ["polReplies"] = "as-needed",
        ["polHandling"] = "読んで担当課に伝える", ["polWriter"] = "主事", ["polResponsible"] = "課長", ["polFrequency"] = "週1回",
        ["polMethod"] = "投稿と写真", ["polRule"] = "true",
    };

    private static Dictionary<string, string> Url(string page) => new() { ["polPublishedUrl"] = page };

    private static async Task FinalAsync(BotHost host, TeamsClient by, string account)
    {
        var form = await PolicyPlay.SayAsync(host, by, $"運用ポリシー {account}", "① 所属・内容");
        var button = BotHost.Words(form.Card!.Value).Split('\n').First(IsFinal);
        Scenario.Shown(await by.PressAsync(form, button, Yamaguchi)).ShouldContain("として確定しました");
    }

    private static string Button(BotAnswer form) => Scenario.Shown(form).Split('\n').First(IsFinal);

    private static bool IsFinal(string line) => line.EndsWith("を確認して確定する", StringComparison.Ordinal);

    private static async Task ReadAsync(BotHost host, TeamsClient member) => Scenario.Shown(await member.PressAsync(
        await PolicyPlay.SeesAsync(host, member, "運用ポリシーを読んでください"), "読みました")).ShouldContain("読んだことを記録しました");

    private static Task<DatedTask> ReadingAsync(BotHost host) =>
        host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key == "policy-read"));

    private static async Task ExceptAsync(BotHost host, TeamsClient desk, string reason)
    {
        var card = await PolicyPlay.SayAsync(host, desk, "台帳 machizukuri-instagram", "状態");
        Scenario.Shown(await desk.PressAsync(card, "記録する", new Dictionary<string, string> { ["reason"] = reason }))
            .ShouldContain("名前の例外の理由を記録しました");
    }
}
