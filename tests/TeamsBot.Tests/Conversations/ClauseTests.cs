using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;

namespace TeamsBot.Tests.Conversations;

/// <summary>Clauses of the shipped guidelines that say who decides, played with their own pack.</summary>
public sealed class ClauseTests
{
    private const string Kobayashi = "a0000000-0000-4000-8000-000000000012";
    private const string Kato = "a0000000-0000-4000-8000-000000000013";
    private const string Kimura = "a0000000-0000-4000-8000-000000000014";

    [Fact]
    [Clause("asaka-4-n3a")]
    public async Task A_city_official_draft_is_decided_by_the_head_of_city_promotion_and_another_heads_approval_is_refused_and_logged()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (author, checker, head) = (
            await host.OpenAsync(BotHost.Author),
            await host.OpenAsync(BotHost.Checker),
            await host.OpenAsync(BotHost.Head)
        );
        var other = await host.OpenAsync("加藤 学");
        (await host.HandInAsync(author, Scenario.Text, "city-x")).ShouldStartWith("確認中");
        await checker.PressAsync(await host.SeesCardAsync(checker, "確認中"), "確認済みにする", Scenario.Ticks);
        var asked = await host.SeesCardAsync(head, "決裁待ち");

        Scenario.Shown(await other.PressForgedAsync(asked, "承認する", Forgery.With(Scenario.Ticks))).ShouldContain("見つかりません");

        (await DraftAsync(host)).Status.ShouldBe(DraftStatus.AwaitingDecision);
        var refused = await host.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "draft.refusedDecision"));
        (refused.ActorName, refused.Subject).ShouldBe(("加藤 学", "draft:1"));
        (await host.ApproveAsync(head, "決裁待ち")).ShouldStartWith("承認済");
    }

    [Fact]
    [Clause("asaka-4-n3b")]
    public async Task A_section_draft_is_decided_by_the_sections_head_and_a_head_who_writes_is_checked_and_decided_by_others()
    {
        await using var host = await BotHost.StartAsync(settings: ["--Pack:Name=asaka", .. IndustryWithWritingHead()]);
        var (writingHead, checker, deputy) = (await host.OpenAsync("加藤 学"), await host.OpenAsync("小林 健"), await host.OpenAsync("木村 直子"));
        (await host.HandInAsync(writingHead, Scenario.Text, "industry-x")).ShouldStartWith("確認中");
        var review = await host.SeesCardAsync(checker, "確認中");

        Scenario
            .Shown(await writingHead.PressForgedAsync(review, "確認済みにする", Forgery.With(Scenario.Ticks)))
            .ShouldContain("自分が起案した下書きは、自分では確認・決裁できません");

        await checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        (await host.ApproveAsync(deputy, "決裁待ち")).ShouldStartWith("承認済");
        (
            await host.ReadAsync(db =>
                db.AuditEntries.Where(entry => entry.Action == "draft.refusedDecision").Select(entry => entry.ActorName).ToListAsync()
            )
        ).ShouldBe(["加藤 学"]);
    }

    [Fact]
    [Clause("asaka-4-n3b")]
    public async Task A_section_draft_of_a_writer_goes_to_the_head_of_the_same_section()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (author, checker, head) = (await host.OpenAsync("中村 美咲"), await host.OpenAsync("小林 健"), await host.OpenAsync("加藤 学"));
        await author.SayAsync(Scenario.Text);
        (await host.HandInAsync(author, "industry-x")).ShouldStartWith("確認中");
        await checker.PressAsync(await host.SeesCardAsync(checker, "確認中"), "確認済みにする", Scenario.Ticks);

        (await host.ApproveAsync(head, "決裁待ち")).ShouldStartWith("承認済");
        (await DraftAsync(host)).Events.Single(happened => happened.Kind == DraftEventKind.Approved).Who.ShouldContain("加藤 学");
    }

    [Fact]
    [Clause("ward-2-2a")]
    public async Task The_check_result_shows_its_three_headings_with_their_counts_zero_included()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の展示室で、木の模型と古い地図を並べています。どなたでもご覧いただけます。");
        BotHost.Words((await host.SeesCardAsync(author, "下書き")).Card!.Value).ShouldContain("内容の誤り 0　情報漏えい 0　誤解のおそれ 0");

        await author.SayAsync("図書館の展示は12月5日(日)に開きます。木の模型と古い地図を並べています。");
        var found = BotHost.Words((await host.SeesCardAsync(author, "下書き", 2)).Card!.Value);
        found.ShouldContain("内容の誤り 1　情報漏えい 0　誤解のおそれ 0");
    }

    private static async Task<Draft> DraftAsync(BotHost host) =>
        (await host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!;

    private static string[] IndustryWithWritingHead()
    {
        (string Id, string Name, string Title, string[] Roles)[] persons =
            [(Kobayashi, "小林 健", "係長", ["reviewer"]), (Kato, "加藤 学", "課長", ["head", "writer"]), (Kimura, "木村 直子", "課長補佐", ["reviewer"])];
        return
        [
            .. persons.SelectMany((person, at) => (string[])
            [
                $"--People:Persons:{at}:id={person.Id}",
                $"--People:Persons:{at}:name={person.Name}",
                $"--People:Persons:{at}:section=産業振興課",
                $"--People:Persons:{at}:title={person.Title}",
                .. person.Roles.Select((role, number) => $"--People:Persons:{at}:roles:{number}={role}"),
            ]),
            $"--People:Deputies:0:for={Kato}", $"--People:Deputies:0:by={Kimura}",
        ];
    }
}
