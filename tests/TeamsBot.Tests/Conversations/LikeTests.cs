using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A like shows whom an account agrees with: an official one takes the way of a post, a private one only a word of caution.
/// </summary>
public sealed class LikeTests
{
    private const string Post = "https://x.com/some_shop/status/123";

    [Fact]
    [Clause("private-3-5-2")]
    public async Task A_like_of_an_official_account_is_warned_of_reviewed_and_decided_like_a_post()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync($"いいね申請 {Post}");
        var own = await host.SeesCardAsync(scenario.Author, "下書き");
        (await scenario.DraftAsync()).Current.Findings.Select(finding => finding.RuleId).ShouldBe(["third-party-endorse"]);
        BotHost.Words(own.Card!.Value).ShouldContain("「いいね」をする投稿\n" + Post);
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldContain("「要確認」の項目が残っています");

        (await host.HandInAsync(scenario.Author, "city-x")).ShouldStartWith("確認中");
        BotHost.Words((await host.SeesCardAsync(scenario.Checker, "確認中")).Card!.Value).ShouldContain("起案者の回答　担当課に確認しました。");
        (await host.ApproveAsync(scenario.Checker, "確認中")).ShouldStartWith("決裁待ち");
        (await host.ApproveAsync(scenario.Head, "決裁待ち")).ShouldStartWith("承認済");

        var approved = await host.SeesCardAsync(scenario.Author, "承認済");
        Scenario.Shown(await scenario.Author.PressAsync(approved, "「いいね」をしたと報告する")).ShouldStartWith("投稿済");
        (await scenario.DraftAsync()).PostedUrl.ShouldBe(Post);
    }

    [Fact]
    public async Task The_liked_post_cannot_be_exchanged_and_before_the_decision_no_like_is_reported()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync($"いいね申請 {Post}");
        var own = await host.SeesCardAsync(scenario.Author, "下書き");

        Scenario
            .Shown(await scenario.Author.PressForgedAsync(own, "保存して点検する", ("text", "https://x.com/other/status/9")))
            .ShouldContain("「いいね」をする投稿は変えられません");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(Post);
        await scenario.Author.SayAsync("投稿済み 1");
        await host.SeesTextAsync(scenario.Author.Chat, "決裁が済んでいないため、投稿済みにできません");
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "draft.unapprovedPost"))).ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_address_it_says_how()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("いいね申請 javascript:alert(1)");

        await host.SeesTextAsync(author.Chat, "いいねをする投稿のURLを付けて送ってください");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    [Clause("private-3-5-2")]
    public async Task In_private_use_it_is_only_said_who_can_see_a_like()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var person = await host.OpenAsync("試用 花子");

        await person.SayAsync($"いいね申請 {Post}");

        await host.SeesTextAsync(person.Chat, "ほかの人にも見えることがあります");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(0);
    }
}
