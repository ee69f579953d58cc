using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// People are answered in the language they speak to the bot, whatever their client's is; what they paste for others says nothing about it.
/// </summary>
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
    public async Task What_is_pasted_for_others_does_not_change_the_language_of_who_settled_in_english()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("help");
        await Saw(host, author, "Used every day");
        await author.SayAsync("list");
        await Saw(host, author, "Your turn");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);

        await author.SayAsync(Scenario.Text);
        Lang(await Saw(host, author, "No.1")).ShouldBe("en");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);

        await author.SayAsync("一覧");
        await Saw(host, author, "あなたの番");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
        LanguageOf(host, BotHost.Outsider).ShouldBe(CardLanguage.Ja);
    }

    [Fact]
    public async Task One_english_question_is_answered_in_english_and_a_japanese_paste_after_it_in_japanese()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("How often do we change the password?");
        Lang(await Saw(host, author, "You asked: ")).ShouldBe("en");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
        await author.SayAsync(Scenario.Text);

        Lang(await host.SeesCardAsync(author, "下書き")).ShouldBe("ja");
    }

    [Fact]
    public async Task An_english_question_on_either_side_of_a_japanese_paste_settles_nobody_in_english()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("How often do we change the password?");
        await Saw(host, author, "You asked: ");
        await author.SayAsync(Scenario.Text);
        await host.SeesCardAsync(author, "下書き");
        await author.SayAsync("Who approves a post before it goes out?");
        await Saw(host, author, "Who approves");

        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
    }

    /// <summary>The word for asking and the question behind it are one message and not two in a row.</summary>
    [Fact]
    public async Task A_question_behind_the_word_for_asking_counts_once()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("ask How often do we change the password?");
        await Saw(host, author, "You asked: ");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
        await author.SayAsync("ask Who approves a post before it goes out?");
        await Saw(host, author, "Who approves");

        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);
    }

    [Fact]
    public async Task What_follows_under_an_english_answer_stays_english()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("When do we change the password?");
        var answer = await Saw(host, author, "You asked: ");

        var thanks = await author.PressAsync(answer, "This helped");
        var next = Notices.Buttons(answer.Card!.Value).First(button => button.Verb == "answers.clause");
        var followed = await author.PressAsync(answer, next.Title);

        (thanks.Body?.ToString() ?? "").ShouldContain("Thank you.");
        followed.ToCardAnswer().Card!.Value.GetProperty("lang").GetString().ShouldBe("en");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
    }

    [Fact]
    public async Task A_press_on_an_english_card_is_answered_in_english_and_settles_nobody()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("list");
        var list = await Saw(host, author, "Your turn");
        await author.SayAsync("一覧");
        await Saw(host, author, "あなたの番");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);

        (await PressedAsync()).ShouldBe("en");

        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
        // Whoever asked for a language by its word has that.
        await author.SayAsync("日本語");
        await host.SeesTextAsync(author.Chat, "これからカードとお知らせを日本語で表示します。");
        (await PressedAsync()).ShouldBe("ja");

        async Task<string?> PressedAsync() =>
            (await author.PressAsync(list, "Show posted ones")).ToCardAnswer().Card!.Value.GetProperty("lang").GetString();
    }

    [Fact]
    public async Task Clauses_on_an_english_card_are_led_to_in_english()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("english");

        await author.SayAsync("図書館まつりを12月5日(日)に開催します。みなさまのお越しをお待ちしています。お問い合わせは図書館まで。");

        var card = await Saw(host, author, "No.1");
        var lines = BotHost.Words(card.Card!.Value).Split('\n');
        var clauses = lines.Where(line => line.Contains("(in Japanese)", StringComparison.Ordinal)).ToList();
        clauses.ShouldNotBeEmpty();
        clauses.ShouldAllBe(line => line.Contains("Clause ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("英語")]
    [InlineData("English")]
    public async Task Whoever_asks_for_english_has_it_until_they_ask_for_japanese(string word)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(word);
        await host.SeesTextAsync(author.Chat, "From now on cards and messages are in English.");
        await author.SayAsync(Scenario.Text);
        Lang(await Saw(host, author, "No.1")).ShouldBe("en");
        // The word of a command is no wish for another language.
        await author.SayAsync("一覧");
        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("List", StringComparison.Ordinal)
        );
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);
        await author.SayAsync("Japanese");
        await host.SeesTextAsync(author.Chat, "これからカードとお知らせを日本語で表示します。");
        foreach (var english in (string[])["How often do we change the password?", "Who approves a post?"]) await author.SayAsync(english);

        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
    }

    [Fact]
    public async Task Findings_on_an_english_card_are_english()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("English");

        await author.SayAsync("【図書館まつり】12月5日(日)に、星見図書館で開催します。");

        var words = BotHost.Words((await Saw(host, author, "No.1")).Card!.Value);
        words.ShouldContain("Date and weekday");
        words.ShouldContain("The weekday is not that of the calendar.");
        words.ShouldContain("Correct the date or the weekday.");
        words.ShouldNotContain("ください");
        words.ShouldNotContain("違います");
    }

    [Fact]
    public async Task The_help_has_a_button_for_either_language()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("help");
        var help = await Saw(host, author, "Used every day");

        await author.PressAsync(help, "English");

        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.En);
        await author.PressAsync(help, "日本語");
        LanguageOf(host, BotHost.Author).ShouldBe(CardLanguage.Ja);
    }

    /// <summary>An installation tells the locale, the event beside it does not, and which of them comes first is chance.</summary>
    [Theory]
    [InlineData(true, "en-US", "en")]
    [InlineData(false, "en-US", "en")]
    [InlineData(true, "ja-JP", "ja")]
    [InlineData(false, "ja-JP", "ja")]
    public async Task The_greeting_ends_in_the_clients_language_whichever_event_comes_first(
        bool isLocaleFirst,
        string locale,
        string expected
    )
    {
        await using var host = await BotHost.StartAsync();
        var author = host.Of(BotHost.Author);
        JsonObject[] events = [await Installed(author, "installationUpdate", locale), await Installed(author, "conversationUpdate", null)];

        foreach (var activity in isLocaleFirst ? events : [.. events.Reverse()])
        {
            (await author.DeliverAsync(activity)).IsAccepted.ShouldBeTrue();
            await host.IdleAsync();
        }

        var greeting = author.Chat.FromBot.Where(message => message.Card is not null).ShouldHaveSingleItem();
        Lang(greeting).ShouldBe(expected);
    }

    /// <summary>As a client sends it: the local Teams' own events carry no locale.</summary>
    private static async Task<JsonObject> Installed(TeamsClient client, string type, string? locale)
    {
        // A message of the person that the bot never gets, for the envelope.
        var envelope = (await client.SayInChannelAsync("こんにちは")).Message.Activity;
        var activity = JsonObject.Create(envelope)!;
        foreach (var name in (string[])["text", "textFormat", "attachments", "entities", "locale"]) activity.Remove(name);
        activity["type"] = type;
        activity["id"] = $"f:{type}";
        activity["conversation"] = new JsonObject
        {
            ["conversationType"] = "personal",
            ["tenantId"] = Scenario.TenantId,
            ["id"] = client.Chat.Id,
        };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Scenario.TenantId } };
        if (locale is not null) activity["locale"] = locale;
        if (type == "installationUpdate") activity["action"] = "add";
        else activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = activity["recipient"]!["id"]!.GetValue<string>() });
        return activity;
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

    /// <summary>
    /// The examples stand in the manifest's English texts; with the sample pack each leads somewhere, in English where it is this feature's
    /// card.
    /// </summary>
    [Fact]
    public async Task The_english_commands_of_the_manifest_work_with_the_sample_pack()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var texts = JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "manifest", "en.json")))
            .RootElement;
        var said = 0;
        foreach (
            var text in texts
                .EnumerateObject()
                .Where(text =>
                    text.Name.Contains("].title", StringComparison.Ordinal)
                    || text.Value.GetString()!.Contains("for example", StringComparison.Ordinal)
                )
        )
        {
            var typed = text.Value.GetString()!;
            if (typed.IndexOf("for example: ", StringComparison.Ordinal) is >= 0 and var at)
                typed = typed[(at + "for example: ".Length)..].TrimEnd(')');
            await author.SayAsync(typed);
            said++;
        }

        said.ShouldBeGreaterThan(9);
        // The greeting came before them.
        await host.Tenant.WaitForAsync(_ => author.Chat.FromBot.Count > said);
        foreach (var sent in author.Chat.FromBot.Select(message => message.Activity.GetRawText()))
        {
            foreach (var lost in (string[])["ご用件を選んでください", "What would you like to do?", "Not in the guideline"])
                sent.ShouldNotContain(lost);
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
