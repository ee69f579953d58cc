using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>「一覧」 with more drafts than a card holds: what others wait for comes first, and every open draft can be reached.</summary>
public sealed class ListOrderTests
{
    [Fact]
    public async Task Every_open_draft_is_on_a_page_and_what_can_be_posted_comes_first()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        for (var number = 2; number <= 12; number++)
        {
            await scenario.Author.SayAsync($"下書き {Scenario.Text}{number}");
            await host.SeesCardAsync(scenario.Author, "下書き", number);
        }

        var card = await ListAsync(host, scenario.Author);
        var first = BotHost.Words(card.Card!.Value);
        var seen = Opened(first);
        seen[0].ShouldBe("No.1 の投稿に進む");
        first.ShouldNotContain("履歴 番号");
        var answer = await scenario.Author.PressAsync(card, "続きを見る（あと7件）");
        seen.AddRange(Opened(Scenario.Shown(answer)));
        answer = await scenario.Author.PressAsync(card, Passage.CardOf(answer)!.Value, "続きを見る（あと2件）");
        seen.AddRange(Opened(Scenario.Shown(answer)));

        seen.Select(title => title.Split(' ')[0])
            .Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 12).Select(number => $"No.{number}").Order(StringComparer.Ordinal));
        Scenario.Shown(answer).ShouldNotContain("続きを見る");
        Scenario.Shown(await scenario.Author.PressAsync(card, Passage.CardOf(answer)!.Value, "一覧に戻る")).ShouldContain("返事待ち");
    }

    [Fact]
    public async Task What_waits_longest_for_a_reviewer_stands_first()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await scenario.Author.SayAsync($"下書き {Scenario.Text}2");
        await host.SeesCardAsync(scenario.Author, "下書き", 2);
        await host.HandInAsync(scenario.Author, "city-x", 2);

        Opened(BotHost.Words((await ListAsync(host, scenario.Checker)).Card!.Value)).ShouldBe(["No.1 を確認する", "No.2 を確認する"]);
    }

    private static async Task<LocalTeams.Chats.ChatMessage> ListAsync(BotHost host, TeamsClient client)
    {
        await client.SayAsync("一覧");
        return await host.SeesAsync(client.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("一覧", StringComparison.Ordinal)
        );
    }

    private static List<string> Opened(string words) =>
        [
            .. words
                .Split('\n')
                .Where(line => line.StartsWith("No.", StringComparison.Ordinal) && !line.Contains('　', StringComparison.Ordinal)),
        ];
}
