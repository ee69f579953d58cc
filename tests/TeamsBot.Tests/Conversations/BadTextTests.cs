using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;
using TeamsBot.Hosting;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Conversations;

/// <summary>What is said that is no draft: nothing, too much, something else, or nothing a service would send.</summary>
public sealed class BadTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" 　\n ")]
    public async Task A_message_without_text_is_told_how_to_send_one(string text)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(text);

        await host.SeesTextAsync(author.Chat, "本文がありません。投稿する文章を、文字で送ってください。");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_picture_alone_is_told_that_words_are_needed()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var said = await author.SayAsync("絵");
        var picture = JsonObject.Create(said.Message.Activity)!;
        picture["id"] = "1790000000123";
        picture.Remove("text");
        picture["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://smba.trafficmanager.net/x.png" }
        );

        (await author.DeliverAsync(picture)).Status.ShouldBe(202);

        await host.SeesTextAsync(author.Chat, "画像だけでは確認できません");
    }

    [Fact]
    public async Task A_text_of_ten_thousand_and_one_characters_is_refused_with_the_limit_and_one_less_is_taken()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(new string('あ', 10_001));
        await host.SeesTextAsync(author.Chat, "本文は10,000字までです");
        await author.SayAsync(new string('あ', 10_000));

        var card = await host.SeesCardAsync(author, "下書き");
        (await author.PressAsync(card, "全文を表示")).IsAccepted.ShouldBeTrue();
        // In parts that a message can hold, with nothing between them.
        await host.IdleAsync();
        author.Chat.FromBot.Where(message => message.Text.Length > 1_000).Sum(message => message.Text.Length).ShouldBe(10_000);
    }

    [Fact]
    public async Task A_text_longer_than_any_message_is_not_read()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("下書き " + new string('あ', InboundLength.Most));

        await host.SeesTextAsync(author.Chat, "文章が長すぎるため、読み取っていません");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_field_longer_than_any_is_not_read_and_the_draft_stays_as_it_is()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();
        var before = (await scenario.DraftAsync()).CurrentHash;

        var answer = await scenario.Author.PressForgedAsync(card, "保存して点検する", ("text", new string('あ', InboundLength.Most + 1)));

        answer.ToCardAnswer().Text.ShouldStartWith("文章が長すぎるため、読み取っていません");
        (await scenario.DraftAsync()).CurrentHash.ShouldBe(before);
    }

    [Fact]
    public async Task An_unknown_word_gets_three_guesses_whose_buttons_work()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("いちらんひょう");

        var guesses = await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("をどうしますか", StringComparison.Ordinal)
        );
        var words = BotHost.Words(guesses.Card!.Value);
        words.ShouldContain("「いちらんひょう」");
        guesses
            .Card!.Value.GetProperty("body")
            .EnumerateArray()
            .Single(element => element.GetProperty("type").GetString() == "ActionSet")
            .GetProperty("actions")
            .GetArrayLength()
            .ShouldBe(3);
        Scenario.Shown(await author.PressAsync(guesses, "一覧")).ShouldContain("あなたの番　0件");
        Scenario.Shown(await author.PressAsync(guesses, "下書きを作る")).ShouldStartWith("下書き");
        (await host.ReadAsync(db => db.Drafts.SingleAsync())).Number.ShouldBe(1);
    }

    [Fact]
    public async Task English_and_full_width_command_words_work()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        foreach (
            var (word, expected) in ((string, string)[])
                [("list", "Your turn"), ("draft", "Enter the text to be posted"), ("ＨＥＬＰ", "Help")]
        )
        {
            await author.SayAsync(word);
            await host.SeesAsync(author.Chat, message =>
                message.Card is { } card && BotHost.Words(card).Contains(expected, StringComparison.Ordinal)
            );
        }

        await author.SayAsync("history");
        await host.SeesTextAsync(author.Chat, "history 12");
    }

    [Fact]
    public async Task Broken_JSON_is_answered_with_400_and_nothing_is_said()
    {
        await using var host = await BotHost.StartAsync();
        using var client = new HttpClient();
        foreach (var body in (string[])["{", "[]", "null", "\"text\"", "", "{\"type\":\"message\"", "\u0000"])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(host.Address, Serving.MessagesPath), content);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
        }

        host.Tenant.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.")]
    public async Task A_registered_bot_answers_a_missing_or_bad_token_with_401(string? token)
    {
        using var folder = new TempFolder();
        await using var app = Serving.Build(
            [
                "--environment=Development",
                $"--Data:File={Path.Combine(folder.Path, "bot.db")}",
                "--Bot:AppId=cccccccc-0000-4000-8000-000000000003",
                $"--Bot:TenantId={Scenario.TenantId}",
                "--Bot:Credential:Kind=Secret",
                "--Bot:Credential:Secret=not-a-secret",
                "--Bot:MetadataUrl=http://127.0.0.1:1/none",
            ],
            builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.Services.GetRequiredService<BotDatabase>().PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(app.Urls.First()), Serving.MessagesPath))
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
