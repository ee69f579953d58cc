using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Words that are no command, no question and no post: an answer that fits and no menu of everything.</summary>
public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("了解です", "いつでも")]
    [InlineData("ありがとうございます！", "いつでも")]
    [InlineData("承知いたしました", "いつでも")]
    [InlineData("OK", "いつでも")]
    [InlineData("Thanks a lot", "at any time")]
    public async Task Thanks_and_assent_get_one_short_line(string text, string said)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(text);

        (await host.SeesTextAsync(author.Chat, said)).Card.ShouldBeNull();
    }

    [Theory]
    [InlineData("取り下げ", "一覧を開く", "あなたの番")]
    [InlineData("取り下げたいです", "一覧を開く", "あなたの番")]
    [InlineData("withdraw", "Open the list", "Your turn")]
    public async Task Withdrawing_is_done_on_the_card_and_the_list_leads_there(string text, string button, string list)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(text);

        Scenario.Shown(await author.PressAsync(await CardAsync(host, author, button), button)).ShouldContain(list);
    }

    [Theory]
    [InlineData("パスワードを忘れた", "いま起きていることの相談", "0269-00-2111")]
    [InlineData("ログインの件", "いま起きていることの相談", "0269-00-2111")]
    [InlineData("forgot password", "I need help now", "0269-00-2111")]
    public async Task Talk_of_accounts_that_was_not_heard_is_offered_help_first_with_the_telephone(string text, string help, string phone)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(text);

        var card = await CardAsync(host, author, help);
        var words = BotHost.Words(card.Card!.Value);
        words.ShouldContain(phone);
        words.ShouldNotContain("開庁日");
        Scenario.Shown(await author.PressAsync(card, help)).ShouldContain(text);
    }

    [Fact]
    public async Task The_word_for_trouble_leads_to_the_telephone_and_the_kinds()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("トラブル");

        BotHost.Words((await CardAsync(host, author, "何が起きていますか")).Card!.Value).ShouldContain("乗っ取り");
    }

    [Fact]
    public async Task English_cards_speak_english()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("history 999");
        await host.SeesTextAsync(author.Chat, "There is no draft of that number.");
        await author.SayAsync("history");
        await host.SeesTextAsync(author.Chat, "history 12");
        await author.SayAsync("our account was hacked, what do I do");
        var alarm = BotHost.Words((await CardAsync(host, author, "the first 15 minutes")).Card!.Value);
        alarm.ShouldContain("Public Relations Section 0269-00-2111");
        alarm.ShouldContain("Digital Promotion Office 0269-00-2122");
        await author.SayAsync(Scenario.Text);
        await host.SeesAsync(author.Chat, message => message.Card is { } card && BotHost.IsOf(card, 1));
        await author.SayAsync("history 1");
        var history = BotHost.Words((await CardAsync(host, author, "Who has the card")).Card!.Value);
        foreach (var state in (string[])["届いて", "送付中", "送り直して"]) history.ShouldNotContain(state);
    }

    private static Task<ChatMessage> CardAsync(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
}
