using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Writing;
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
        Scenario.Shown(report).ShouldContain("投稿のURLを読み取りました。");
        Passage.CardOf(report)!.Value.GetRawText().ShouldContain("https://short.example/abc");
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
