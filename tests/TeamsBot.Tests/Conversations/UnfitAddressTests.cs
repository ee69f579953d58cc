using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The address of another account's post stays on the author's card until it is said which of both was wrong, the address or the post; and
/// where nobody says it, those who answer for it hear of it.
/// </summary>
public sealed class UnfitAddressTests
{
    private const string Other = "https://x.com/other_city/status/1";

    private const string Warning = "URLがほかのアカウントの投稿のものです。";

    private const string Told = "No.1 投稿先と合わないURLです。確かめてください。";

    [Fact]
    public async Task It_stands_on_the_card_that_is_opened_again_in_the_list_and_in_the_story()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await EnteredAsync(host);

        await scenario.Author.SayAsync("一覧");
        var list = await host.SeesAsync(scenario.Author.Chat, message => message.Card is { } shown
            && BotHost.Words(shown).StartsWith("一覧", StringComparison.Ordinal));
        BotHost.Words(list.Card!.Value).ShouldContain("投稿先と合わないURLです");
        var opened = await scenario.Author.PressAsync(list, "No.1 のURLを確かめる");

        Scenario.Shown(opened).ShouldContain(Warning);
        Passage.CardOf(opened)!.Value.GetRawText().ShouldContain(Other);
        Passage.CardOf(opened)!.Value.GetRawText().ShouldContain("違うアカウントに投稿した");
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain(Warning);
        await scenario.Author.SayAsync("履歴 1");
        await host.SeesAsync(scenario.Author.Chat, message => message.Card is { } shown
            && BotHost.Words(shown).Contains("投稿先と合わないURLを入力", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Head_and_desk_hear_of_it_after_half_an_hour_and_the_author_once_more()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await EnteredAsync(host);
        var before = scenario.Author.Chat.FromBot.Count;

        await PassAsync(host, TimeSpan.FromMinutes(25));
        Summaries(scenario.Head).ShouldNotContain(Told);
        await PassAsync(host, TimeSpan.FromMinutes(6));

        Summaries(scenario.Head).ShouldContain(Told);
        Summaries(scenario.Checker).ShouldContain(Told);
        scenario.Author.Chat.FromBot.Count.ShouldBe(before + 1);
        BotHost.Words(scenario.Author.Chat.FromBot[^1].Card!.Value).ShouldContain(Warning);
    }

    [Theory]
    [InlineData("投稿を報告する", "https://x.com/hoshimi_city/status/1")]
    [InlineData("違うアカウントに投稿した", Other)]
    public async Task Who_says_which_it_was_ends_it(string title, string url)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await EnteredAsync(host);

        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            title,
            new Dictionary<string, string> { ["postedUrl"] = url }
        );
        await PassAsync(host, TimeSpan.FromMinutes(40));

        (await scenario.DraftAsync()).UnfitAddress().ShouldBeNull();
        Summaries(scenario.Head).ShouldNotContain(Told);
    }

    [Theory]
    [InlineData("投稿を報告する", "https://x.com/hoshimi_city/status/1", "正しいURLが報告されました")]
    [InlineData("違うアカウントに投稿した", Other, "違うアカウントへの投稿でした")]
    public async Task Those_who_were_told_see_that_it_is_settled(string title, string url, string said)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await EnteredAsync(host);
        await PassAsync(host, TimeSpan.FromMinutes(31));
        var told = scenario.Head.Chat.FromBot.Last(message => Notices.Summary(message) == Told);

        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            title,
            new Dictionary<string, string> { ["postedUrl"] = url }
        );
        await host.IdleAsync();

        var settled = BotHost.Words(scenario.Head.Chat.Find(told.Id)!.Card!.Value);
        settled.ShouldContain(said);
        settled.ShouldNotContain("まだ分かっていません");
    }

    [Fact]
    public async Task The_same_address_again_is_no_second_event()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await EnteredAsync(host);

        var again = await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = Other, ["postedText"] = "本文" }
        );

        Scenario.Shown(again).ShouldContain(Warning);
        (await scenario.ActionsAsync()).Count(action => action == "draft.unfitAddress").ShouldBe(1);
    }

    private static async Task<Scenario> EnteredAsync(BotHost host)
    {
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var card = await host.SeesCardAsync(scenario.Author, "承認済");
        await host.IdleAsync();
        await scenario.Author.PressAsync(card, "投稿を報告する", new Dictionary<string, string> { ["postedUrl"] = Other });
        await host.IdleAsync();
        return scenario;
    }

    private static async Task PassAsync(BotHost host, TimeSpan time)
    {
        host.Time.Advance(time);
        await new RotationPlay(host).SweepAsync();
    }

    private static List<string> Summaries(TeamsClient client) => [.. client.Chat.FromBot.Select(Notices.Summary)];
}
