using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;

namespace TeamsBot.Tests.Conversations;

/// <summary>After approval: the text handed out, the report compared, and nothing taken as posted that no head decided.</summary>
public sealed class PostingTests
{
    /// <summary>The address was typed before something else was pressed: its field goes, its words do not.</summary>
    [Theory]
    [InlineData("本文を直す")]
    [InlineData("取り下げる")]
    public async Task An_address_that_was_typed_is_given_back_on_the_way_out(string title)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");

        var answer = await scenario.Author.PressAsync(
            card,
            title,
            new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/55" }
        );

        Scenario.Shown(answer).ShouldContain("入力された次の内容は送られていません。\nhttps://x.com/hoshimi_city/status/55");
    }

    [Fact]
    public async Task The_address_of_the_post_pasted_into_the_chat_is_a_report_and_no_draft()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var approved = await scenario.ApproveAsync();
        await scenario.Author.PressAsync(approved, "確かめて本文を受け取る");

        await scenario.Author.SayAsync("https://x.com/hoshimi_city/status/77");

        var card = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("投稿のURLを読み取りました", StringComparison.Ordinal)
        );
        var inputs = new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/77" };
        Scenario.Shown(await scenario.Author.PressAsync(card, "投稿を報告する", inputs)).ShouldStartWith("投稿済み No.1");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
        card.Card!.Value.GetRawText().ShouldContain("\"value\":\"https://x.com/hoshimi_city/status/77\"");
    }

    [Theory]
    [InlineData("https://x.com/hoshimi_city/status/77")]
    [InlineData("https://mobile.twitter.com/Hoshimi_City/status/77?s=20&t=abc")]
    [InlineData("https://x.com/i/web/status/77")]
    public async Task The_address_of_a_post_that_was_reported_is_named_with_its_draft_and_makes_none(string pasted)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync(url: "https://x.com/hoshimi_city/status/77");

        await scenario.Author.SayAsync(pasted);

        var known = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("報告済みの投稿です", StringComparison.Ordinal)
        );
        var words = BotHost.Words(known.Card!.Value);
        words.ShouldContain("No.1　図書館まつり");
        words.ShouldContain("報告　11/20(金) 10:");
        words.ShouldContain(BotHost.Author);
        Scenario.Shown(await scenario.Author.PressAsync(known, "No.1 を開く")).ShouldStartWith("投稿済み No.1");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_known_post_is_named_to_a_colleague_who_may_see_it_and_not_to_a_stranger()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var stranger = await host.OpenAsync(BotHost.Outsider);
        await scenario.ApproveAsync();
        await scenario.ReportAsync(url: "https://x.com/hoshimi_city/status/77");

        await stranger.SayAsync("https://x.com/hoshimi_city/status/77");
        await scenario.Head.SayAsync("https://x.com/hoshimi_city/status/77");

        await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("報告済みの投稿です", StringComparison.Ordinal)
        );
        await host.IdleAsync();
        stranger.Chat.FromBot.ShouldAllBe(message => !message.Activity.GetRawText().Contains("No.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_address_of_somebody_elses_post_is_for_is_asked_with_the_draft_that_waits()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();

        await scenario.Author.SayAsync("https://x.com/other_city/status/77");

        await host.SeesAsync(scenario.Author.Chat, message => message.Card is { } card
            && BotHost.Words(card) is var words && words.StartsWith("このURLは、何に使いますか", StringComparison.Ordinal) && words.Contains("No.1「"));
    }

    [Fact]
    public async Task A_posted_text_that_differs_is_said_and_written_down_and_the_draft_stays()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();

        var words = Scenario.Shown(await scenario.ReportAsync("まったく別の本文"));

        words.ShouldStartWith("承認済");
        words.ShouldContain("投稿した本文が承認文と異なります");
        words.ShouldContain("すぐに所属長へ報告してください");
        BotHost
            .Words(
                (
                    await host.SeesAsync(scenario.Head.Chat, message =>
                        message.Card is { } card && BotHost.Words(card).Contains("投稿文が承認文と相違", StringComparison.Ordinal)
                    )
                )
                    .Card!
                    .Value
            )
            .ShouldStartWith("承認済");
        (await scenario.ActionsAsync())[^1].ShouldBe("draft.postedDiffers");
    }

    [Fact]
    public async Task A_url_that_is_none_or_of_another_medium_is_refused_and_the_right_one_taken()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        foreach (
            var url in (string[])
                ["", "javascript:alert(1)", "https://hoshimi_city@x.com/hoshimi_city/status/1", "https://x.com/" + new string('a', 600)]
        )
        {
            Scenario.Shown(await scenario.ReportAsync(url: url)).ShouldContain("投稿のURLを入力してください（https:// から始まるもの）。");
        }

        foreach (var url in (string[])["https://www.facebook.com/1", "https://x.com.evil.example/1", "https://evil.example/x.com"])
        {
            Scenario.Shown(await scenario.ReportAsync(url: url)).ShouldContain("URLが投稿先の媒体のものではないようです");
        }

        Scenario.Shown(await scenario.ReportAsync(url: "https://x.com/other_city/status/1")).ShouldContain("URLがほかのアカウントの投稿のものです");
        Scenario.Shown(await scenario.ReportAsync(url: "https://x.com/hoshimi_city")).ShouldContain("アカウントのページのものです");
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");
    }

    [Fact]
    public async Task Before_the_embargo_ends_no_text_is_handed_out_and_the_same_press_works_afterwards()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var plan = Scenario.Plan();
        plan["informationClass"] = "embargoed";
        await scenario.ApproveAsync(plan);
        var own = await host.SeesCardAsync(scenario.Author, "承認済");

        Scenario.Shown(await scenario.Author.PressAsync(own, "確かめて本文を受け取る")).ShouldContain("解禁日時");
        scenario.Author.Chat.FromBot.ShouldNotContain(message => message.Text == Scenario.Text);
        host.Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(6));

        Scenario.Shown(await scenario.Author.PressAsync(own, "確かめて本文を受け取る")).ShouldContain("承認済みの本文を、次のメッセージで送りました");
        await host.SeesAsync(scenario.Author.Chat, message => message.Text == Scenario.Text);
    }

    [Fact]
    [Clause("asaka-6-1")]
    public async Task A_post_without_the_heads_decision_is_refused_recorded_and_told_to_the_head_and_the_desk()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var author = await host.OpenAsync("中村 美咲");
        var checker = await host.OpenAsync("小林 健");
        var head = await host.OpenAsync("加藤 学");
        var desk = await host.OpenAsync("高橋 由美");
        await author.SayAsync(Scenario.Text);
        (await host.HandInAsync(author, "industry-x")).ShouldStartWith("確認中");
        await host.SeesCardAsync(checker, "確認中");

        await author.SayAsync("投稿済み １");

        await host.SeesTextAsync(author.Chat, "決裁が済んでいないため、投稿済みにできません");
        await host.SeesTextAsync(head.Chat, "決裁の前に投稿したという報告が中村 美咲さんからありました");
        await host.SeesTextAsync(desk.Chat, "決裁の前に投稿したという報告が");
        (await host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!.Status.ShouldBe(DraftStatus.InReview);
        (await host.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).LastAsync())).Action.ShouldBe("draft.unapprovedPost");
    }

    [Fact]
    public async Task A_colleague_who_posted_in_the_authors_place_reports_by_number()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();

        await scenario.Checker.SayAsync("投稿済み 1");
        var report = await host.SeesAsync(scenario.Checker.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("投稿のURL", StringComparison.Ordinal)
        );

        Scenario
            .Shown(
                await scenario.Checker.PressAsync(
                    report,
                    "投稿を報告する",
                    new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/1", ["postedText"] = Scenario.Text }
                )
            )
            .ShouldStartWith("投稿済");
        BotHost.Words((await host.SeesCardAsync(scenario.Author, "投稿済")).Card!.Value).ShouldContain("鈴木 一郎");
        await scenario.Checker.SayAsync("投稿済み 1");
        await host.SeesTextAsync(scenario.Checker.Chat, "この下書きは「投稿済み」のため");
    }
}
