using TeamsBot.Approvals.Model;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.TestAdapters;

/// <summary>The main job at the Bot Framework's own test adapters: three people, the whole program, no Teams.</summary>
public sealed class MainJobTests
{
    private static readonly Dictionary<string, string> Reason = new() { ["reason"] = "会場の住所を書き足してください。" };

    [Fact]
    public async Task A_pasted_text_is_checked_reviewed_decided_posted_and_proved()
    {
        await using var office = await TestOffice.StartAsync();
        var (author, checker, head) = (await office.OpenAsync(BotHost.Author), await office.OpenAsync(BotHost.Checker),
            await office.OpenAsync(BotHost.Head));

        await author.SaysAsync(Scenario.Text);
        (await author.PressAsync(await author.SeesCardAsync("下書き", "No.1"), Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        (await checker.PressAsync(await checker.SeesCardAsync("確認中", "No.1"), "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
        (await head.PressAsync(await head.SeesCardAsync("決裁待ち", "No.1"), "承認する", Scenario.Ticks)).ShouldStartWith("承認済");
        (await author.PressAsync(await author.SeesCardAsync("承認済", "No.1"), "確かめて本文を受け取る")).ShouldStartWith("承認済");
        var approved = await author.SeesCardAsync("承認済", "投稿してください");
        var report = new Dictionary<string,
            string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/1", ["postedText"] = Scenario.Text };
        (await author.PressAsync(approved, "投稿を報告する", report)).ShouldStartWith("投稿済");

        foreach (var person in (TestPerson[])[author, checker, head]) await person.SeesCardAsync("投稿済", "No.1");
        var actions = await office.Host.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Action)
            .ToListAsync());
        actions.ShouldBe(["draft.start", "draft.submit", "draft.approve", "draft.approve", "draft.handOut", "draft.posted"]);
        (await office.Host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!.Status.ShouldBe(DraftStatus.Posted);
    }

    [Fact]
    public async Task Nobody_reviews_the_own_draft()
    {
        await using var office = await TestOffice.StartAsync();
        var (author, checker) = (await office.OpenAsync(BotHost.Author), await office.OpenAsync(BotHost.Checker));
        var review = await SubmitAsync(author, checker);
        (await author.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldContain("自分が起案した下書きは");
    }

    [Fact]
    public async Task A_return_with_its_reason_reaches_the_author()
    {
        await using var office = await TestOffice.StartAsync();
        var (author, checker) = (await office.OpenAsync(BotHost.Author), await office.OpenAsync(BotHost.Checker));
        var review = await SubmitAsync(author, checker);
        (await checker.PressAsync(review, "差し戻す")).ShouldContain("理由を10字以上で入力してください");
        (await checker.PressAsync(review, "差し戻す", Reason)).ShouldStartWith("差し戻し");
        TestPerson.Words(await author.SeesCardAsync("差し戻し", "No.1")).ShouldContain("会場の住所を書き足してください。");
    }

    [Fact]
    public async Task A_press_delivered_twice_gets_the_same_answer_and_happens_once()
    {
        await using var office = await TestOffice.StartAsync();
        var (author, checker) = (await office.OpenAsync(BotHost.Author), await office.OpenAsync(BotHost.Checker));
        var review = await SubmitAsync(author, checker);
        var first = await checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        (await checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldBe(first);
        var actions = await office.Host.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Action)
            .ToListAsync());
        actions.ShouldBe(["draft.start", "draft.submit", "draft.approve"]);
    }

    [Fact]
    public async Task An_old_client_s_press_changes_the_card_in_its_place()
    {
        await using var office = await TestOffice.StartAsync();
        var (author, checker) = (await office.OpenAsync(BotHost.Author), await office.OpenAsync(BotHost.Checker));
        await author.SaysAsync(Scenario.Text);
        var own = await author.SeesCardAsync("下書き", "No.1");
        await author.PressOnOldClientAsync(own, Scenario.HandIn, Scenario.Plan());
        (await author.SeesCardAsync("確認中", "No.1")).Id.ShouldBe(own.Id);
        await checker.SeesCardAsync("確認中", "No.1");
    }

    private static async Task<Microsoft.Bot.Schema.Activity> SubmitAsync(TestPerson author, TestPerson checker)
    {
        await author.SaysAsync(Scenario.Text);
        (await author.PressAsync(await author.SeesCardAsync("下書き", "No.1"), Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        return await checker.SeesCardAsync("確認中", "No.1");
    }
}
