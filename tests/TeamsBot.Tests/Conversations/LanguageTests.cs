using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>People are answered in the language they speak to the bot, whatever their client's is; what they paste for others says nothing about it.</summary>
public sealed class LanguageTests
{
    [Fact]
    public async Task Commands_and_questions_in_english_get_english_cards_and_a_japanese_question_japanese_ones()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("help");
        var help = await Saw(host, author, "Used every day");
        Lang(help).ShouldBe("en");
        BotHost.Words(help.Card!.Value).ShouldContain("History");
        await author.SayAsync("ask How often do we change the password?");
        Lang(await Saw(host, author, "You asked: ")).ShouldBe("en");
        await author.SayAsync("hello");
        Lang(await Saw(host, author, "What would you like to do?")).ShouldBe("en");
        await author.SayAsync("unanswered");
        await host.SeesTextAsync(author.Chat, "Only members of the desk");

        await author.SayAsync("担当が替わったらパスワードは変える？");
        var answer = await Saw(host, author, "ご質問　担当が替わったら");
        Lang(answer).ShouldBe("ja");
        BotHost.Words(answer.Card!.Value).ShouldContain("役に立った");
    }

    [Fact]
    public async Task What_is_pasted_for_others_does_not_change_the_language()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("help");
        await Saw(host, author, "Used every day");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);

        await author.SayAsync(Scenario.Text);
        await host.SeesAsync(author.Chat, message => message.Card is { } card && BotHost.Words(card).Contains("No.1", StringComparison.Ordinal));
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);

        await author.SayAsync("一覧");
        await Saw(host, author, "自分の申請");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
        LanguageOf(host, BotHost.Outsider).ShouldBe(CardLanguage.Ja);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("LINE")]
    [InlineData("PDF?")]
    public async Task A_single_latin_word_makes_nobody_english(string said)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(said);
        await author.SayAsync(Scenario.Text);
        await host.SeesCardAsync(author, "下書き");

        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
    }

    /// <summary>The examples stand in the manifest's English texts; with the sample pack each leads somewhere, in English where it is this feature's card.</summary>
    [Fact]
    public async Task The_english_commands_of_the_manifest_work_with_the_sample_pack()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var texts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "manifest", "en.json"))).RootElement;
        var said = 0;
        foreach (var text in texts.EnumerateObject().Where(text => text.Name.Contains("].title", StringComparison.Ordinal) || text.Value.GetString()!.Contains("for example", StringComparison.Ordinal)))
        {
            var typed = text.Value.GetString()!;
            if (typed.IndexOf("for example: ", StringComparison.Ordinal) is >= 0 and var at) typed = typed[(at + "for example: ".Length)..].TrimEnd(')');
            await author.SayAsync(typed);
            said++;
        }

        said.ShouldBeGreaterThan(9);
        // The greeting came before them.
        await host.Tenant.WaitForAsync(_ => author.Chat.FromBot.Count > said);
        foreach (var sent in author.Chat.FromBot.Select(message => message.Activity.GetRawText()))
        {
            foreach (var lost in (string[])["ご用件を選んでください", "What would you like to do?", "Not in the guideline"]) sent.ShouldNotContain(lost);
        }
    }

    [Fact]
    public async Task A_channel_is_told_how_to_call_the_bot()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.InstallInTeamAsync();

        await host.PassUntilAsync(() => host.Tenant.Channel.FromBot.Any(message => message.Card is not null));
        BotHost.Words(host.Tenant.Channel.FromBot.First(message => message.Card is not null).Card!.Value).ShouldContain("@でこのボットを呼んで");
    }

    private static CardLanguage LanguageOf(BotHost host, string name)
    {
        using var scope = host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PersonLanguage>().LanguageOf(Scenario.TenantId, host.Of(name).Person.ObjectId);
    }

    private static string Lang(ChatMessage message) => message.Card!.Value.GetProperty("lang").GetString()!;

    private static Task<ChatMessage> Saw(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
}
