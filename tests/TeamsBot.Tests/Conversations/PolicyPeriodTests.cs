using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>The period of operation that a policy gives: brought to mind before its last day, obeyed after it.</summary>
public sealed class PolicyPeriodTests
{
    private const string Writer = "中村 美咲";

    private const string Head = "加藤 学";

    private const string Save = "朝霞市ソーシャルメディア運用要領を確認して確定する";

    private const string Asked = "運用期間がまもなく終わります";

    [Fact]
    [Clause("asaka-annex-7")]
    public async Task Sixty_and_thirty_days_before_its_last_day_its_people_are_asked_and_after_it_no_draft_is_taken_until_it_is_renewed()
    {
        await using var later = new Later("--Pack:Name=asaka");
        await later.AtAsync(RotationPlay.At(2026, 12, 1), async play =>
        {
            var (writer, _) = (await play.Host.OpenAsync(Writer), await play.Host.OpenAsync(Head));
            await play.EntrustAsync(writer, "industry-x", RotationPlay.Nakamura, "2026-10-01");
            var form = await PolicyPlay.SayAsync(play.Host, writer, "運用ポリシー industry-x", "① 所属・内容");
            Scenario.Shown(await writer.PressAsync(form, Save, PolicyPlay.With(("polTo", "2026-11-30")))).ShouldContain("始まりの日より前です");
            Scenario.Shown(await writer.PressAsync(form, Save, PolicyPlay.Industry)).ShouldContain("第1版として確定しました");
        });
        // The sixtieth day before the 31st of March is a Saturday.
        await later.AtAsync(RotationPlay.At(2027, 1, 28, 8, 31), async play =>
        {
            var (writer, head) = (await play.Host.OpenAsync(Writer), await play.Host.OpenAsync(Head));
            await play.SweepAsync();
            RotationPlay.Count(writer, Asked).ShouldBe(0);
            await play.GoToAsync(RotationPlay.At(2027, 1, 29, 8, 31));
            var card = await play.SeesAsync(writer, Asked);
            BotHost.Words(card.Card!.Value).ShouldSatisfyAllConditions(
                words => words.ShouldContain("3/31(水)まで"), words => words.ShouldContain("運用ポリシーを改定する"),
                words => words.ShouldContain("廃止の手続きを開く"), words => words.ShouldContain("根拠："));
            await play.SeesAsync(head, Asked);
        });
        await later.AtAsync(RotationPlay.At(2027, 3, 1, 8, 31), async play =>
        {
            var (writer, _) = (await play.Host.OpenAsync(Writer), await play.Host.OpenAsync(Head));
            await play.SweepAsync();
            await play.Host.SeesAsync(writer.Chat, message => message.Card is not null
                && Notices.Summary(message).StartsWith("運用期間の延長か廃止の決定　朝霞市産業振興課（X）　3/31(水)まで", StringComparison.Ordinal));
        });
        await later.AtAsync(RotationPlay.At(2027, 4, 1), RefusedUntilRenewedAsync);
    }

    private static async Task RefusedUntilRenewedAsync(RotationPlay play)
    {
        var host = play.Host;
        var writer = await host.OpenAsync(Writer);
        foreach (var other in (string[])[Head, BotHost.Checker, BotHost.Head, "高橋 由美"]) await host.OpenAsync(other);
        await writer.SayAsync(Scenario.Text);
        var draft = await host.SeesCardAsync(writer, "下書き");
        Scenario.Shown(await writer.PressForgedAsync(draft, Scenario.HandIn, Forgery.With(Plan)))
            .ShouldContain("運用期間（2027年3月31日まで）が過ぎたため投稿できません。続けるときは「運用ポリシー 朝霞市産業振興課」で改定し");
        (await StatusAsync(host)).ShouldBe(DraftStatus.Composing);
        BotHost.Words((await PolicyPlay.SayAsync(host, writer, "台帳 industry-x", "運用期間")).Card!.Value)
            .ShouldContain("2027年3月31日まで（過ぎています）");
        BotHost.Words((await PolicyPlay.SayAsync(host, writer, "今週", "運用期間の延長か廃止の決定")).Card!.Value).ShouldContain("過ぎています");

        var policy = await PolicyPlay.SayAsync(host, writer, "運用ポリシー industry-x", "第1版");
        var form = (await writer.PressAsync(policy, "改定する")).ToCardAnswer().Card!.Value;
        Scenario.Shown(await writer.PressAsync(policy, form, Save, PolicyPlay.With(("polTo", "2028-03-31")))).ShouldContain("第2版として確定しました");
        Scenario.Shown(await writer.PressForgedAsync(await CardAsync(host, writer), Scenario.HandIn, Forgery.With(Plan)))
            .ShouldNotContain("運用期間");
        (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key == "policy-end" && task.Cause == "2027-03-31"))).State
            .ShouldBe(TaskState.Done);
    }

    [Fact]
    public async Task What_was_approved_before_the_last_day_is_not_handed_out_after_it()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var scenario = await new Scenario(host).InstalledAsync();
        await PolicyPlay.ImportAsync(
            host, scenario.Checker, "媒体\t所属\tアカウント名\t運用期間の終わり\nX\t広報課\t星見市\t2026-11-20");
        var ready = await scenario.ApproveAsync(Scenario.Plan());

        await play.GoToAsync(RotationPlay.At(2026, 11, 21));

        Scenario.Shown(await scenario.Author.PressAsync(ready, "確かめて本文を受け取る"))
            .ShouldContain("運用期間（2026年11月20日まで）が過ぎたため投稿できません");
    }

    [Fact]
    public async Task An_account_whose_policy_names_no_end_goes_on()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));

        BotHost.Words((await PolicyPlay.SayAsync(host, desk, "台帳 koho-x", "所管")).Card!.Value).ShouldNotContain("運用期間");
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.Key == "policy-end"))).ShouldBe(0);
        (await host.HandInAsync(await host.OpenAsync(BotHost.Author), Scenario.Text, "koho-x")).ShouldNotContain("運用期間");
    }

    private static readonly Dictionary<string, string> Plan = new(Scenario.Plan("industry-x", "2027-04-02")) { ["category"] = "市政情報" };

    private static Task<ChatMessage> CardAsync(BotHost host, TeamsClient writer) => host.CurrentCardAsync(writer);

    private static async Task<DraftStatus> StatusAsync(BotHost host) =>
        (await host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!.Status;
}
