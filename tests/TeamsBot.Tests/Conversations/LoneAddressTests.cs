using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Writing;
using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>An address alone is nobody's post: what it is for is asked, and nothing of it is lost.</summary>
public sealed class LoneAddressTests
{
    private const string Page = "https://www.example.jp/news/1";

    [Theory]
    [InlineData(Page)]
    [InlineData("これ見て " + Page)]
    [InlineData(Page + " 確認お願いします")]
    [InlineData("こちらです\n" + Page)]
    [InlineData(Page + "これどう")]
    [InlineData("please look " + Page)]
    public void An_address_with_at_most_a_word_is_alone(string text) => LoneAddress.Of(text).ShouldBe(Page);

    [Theory]
    [InlineData("図書館まつりを12月5日(土)に開催します。 " + Page)]
    [InlineData("新刊のご案内 " + Page)]
    [InlineData("予約はこちらからどうぞ。" + Page)]
    [InlineData("詳しくはこちら " + Page)]
    [InlineData("お申し込みはこちらです\n" + Page)]
    [InlineData("参考資料を公開 " + Page)]
    [InlineData(Page + " " + Page)]
    [InlineData("図書館だより")]
    public void With_words_for_residents_it_is_not(string text) => LoneAddress.Of(text).ShouldBeNull();

    /// <summary>Up to five buttons would carry it, and no card of ours holds them.</summary>
    [Fact]
    public void One_that_no_field_for_an_address_takes_is_not()
    {
        LoneAddress.Of(Page + new string('a', PostAddress.MaxLength - Page.Length)).ShouldNotBeNull();
        LoneAddress.Of(Page + new string('a', PostAddress.MaxLength + 1 - Page.Length)).ShouldBeNull();
    }

    [Fact]
    public void Drafts_beyond_the_first_are_found_in_the_list()
    {
        var drafts = Enumerable.Range(1, AddressCard.MostDrafts + 1).Select(Waiting).ToList();

        Rows(drafts).ShouldContain("ほかの下書きを一覧で見る");
        Rows(drafts[1..]).ShouldNotContain("ほかの下書きを一覧で見る");

        static List<string> Rows(IReadOnlyList<Draft> drafts) =>
        [
            .. Notices
                .Buttons(System.Text.Json.JsonSerializer.SerializeToElement(
                    AddressCard.For(drafts, Page, Page, CardLanguage.Ja),
                    TeamsBot.Protocol.Schema.ProtocolJson.Options
                ))
                .Select(button => button.Title),
        ];

        static Draft Waiting(int number) => Draft.Start(
            number,
            Scenario.TenantId,
            new Reviewer("a0000000-0000-4000-8000-000000000001", BotHost.Author, "主事"),
            "広報課",
            Scenario.Text,
            null,
            BotHost.Morning
        );
    }

    [Fact]
    public async Task The_report_it_opens_is_the_drafts_card_from_then_on_and_the_one_before_a_line()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.CurrentCardAsync(scenario.Author);
        await scenario.Author.SayAsync("https://short.example/abc");
        var asked = await SawAsync(host, scenario.Author, "このURLは、何に使いますか");

        await scenario.Author.PressAsync(asked, Notices.Buttons(asked.Card!.Value).First().Title);
        await host.IdleAsync();
        host.Time.Advance(TeamsBot.Cards.CardInHand.LeftAlone);
        await host.IdleAsync();

        var live = scenario.Author.Chat.FromBot
            .Where(message => message.Card is { } card && Notices.Buttons(card).Any(button => button.Verb == ApprovalVerbs.Posted))
            .ToList();
        live.ShouldHaveSingleItem().Card!.Value.GetRawText().ShouldContain("https://short.example/abc");
        live[0].ShouldBe(scenario.Author.Chat.FromBot[^1]);
    }

    [Fact]
    public async Task It_is_asked_what_it_is_for_and_a_draft_is_made_on_request_only()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("これ見て " + Page);

        var asked = await SawAsync(host, author, "このURLは、何に使いますか");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
        await author.PressAsync(asked, "このURLだけの下書きを作る");
        var card = await host.SeesCardAsync(author, "下書き");
        card.Card!.Value.GetRawText().ShouldContain("これ見て " + Page);
    }

    [Fact]
    public async Task It_can_be_the_post_of_a_draft_that_waits_for_its_report()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();

        await scenario.Author.SayAsync("https://short.example/abc");

        var asked = await SawAsync(host, scenario.Author, "このURLは、何に使いますか");
        var report = await scenario.Author.PressAsync(asked, Notices.Buttons(asked.Card!.Value).First().Title);
        report.ToCardAnswer().Text.ShouldBe("No.1 のカードを出しました。");
        await host.IdleAsync();
        var card = scenario.Author.Chat.FromBot[^1].Card!.Value;
        BotHost.Words(card).ShouldContain("投稿のURLを読み取りました。");
        card.GetRawText().ShouldContain("https://short.example/abc");
    }

    /// <summary>Both wait for a post of the same account: only the sender knows which it is.</summary>
    [Fact]
    public async Task Where_it_fits_several_drafts_it_is_asked_for_which()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.IdleAsync();
        await scenario.Author.SayAsync("【お知らせ】図書館は12月7日(月)に休館します。ご不便をおかけします。");
        var draft = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        await scenario.Author.PressAsync(draft, Scenario.HandIn, Scenario.Plan());
        await scenario.Checker.PressAsync(await host.SeesCardAsync(scenario.Checker, "確認中", 2), "確認済みにする", Scenario.Ticks);
        await scenario.Head.PressAsync(await host.SeesCardAsync(scenario.Head, "決裁待ち", 2), "承認する", Scenario.Ticks);
        await host.SeesCardAsync(scenario.Author, "承認済", 2);

        await scenario.Author.SayAsync("https://x.com/hoshimi_city/status/123");

        var asked = await SawAsync(host, scenario.Author, "このURLは、何に使いますか");
        Notices.Buttons(asked.Card!.Value).Select(button => button.Title).ShouldContain(title => title.StartsWith("No.1「", StringComparison.Ordinal));
        Notices.Buttons(asked.Card!.Value).Select(button => button.Title).ShouldContain(title => title.StartsWith("No.2「", StringComparison.Ordinal));
    }

    /// <summary>Two texts approved at once are posted one after the other, and one address is soon pasted twice.</summary>
    [Fact]
    public async Task An_address_that_was_reported_is_not_the_post_of_another_draft()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await scenario.ReportAsync();
        await host.IdleAsync();
        await scenario.Author.SayAsync("【お知らせ】図書館は12月7日(月)に休館します。ご不便をおかけします。");
        var draft = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        await scenario.Author.PressAsync(draft, Scenario.HandIn, Scenario.Plan());
        await scenario.Checker.PressAsync(await host.SeesCardAsync(scenario.Checker, "確認中", 2), "確認済みにする", Scenario.Ticks);
        await scenario.Head.PressAsync(await host.SeesCardAsync(scenario.Head, "決裁待ち", 2), "承認する", Scenario.Ticks);
        var approved = await host.SeesCardAsync(scenario.Author, "承認済", 2);

        var refused = await scenario.Author.PressAsync(
            approved,
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/1?s=20" }
        );

        Scenario.Shown(refused).ShouldContain("このURLは、ほかの下書きの投稿としてすでに報告されています。");
        (await scenario.DraftAsync(2)).Status.ShouldBe(DraftStatus.Approved);

        // One post may stand for two drafts; who looked and presses again knows it.
        await scenario.Author.PressAsync(
            approved,
            Passage.CardOf(refused)!.Value,
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/1?s=20" }
        );
        (await scenario.DraftAsync(2)).Status.ShouldBe(DraftStatus.Posted);
    }

    [Fact]
    public async Task It_can_be_a_like()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("https://x.com/other_city/status/77");
        var asked = await SawAsync(host, author, "このURLは、何に使いますか");

        await author.PressAsync(asked, "「いいね」を申請する");

        await host.SeesCardAsync(author, "下書き");
        (await new Scenario(host).DraftAsync()).LikeOf.ShouldBe("https://x.com/other_city/status/77");
    }

    private static Task<ChatMessage> SawAsync(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
}
