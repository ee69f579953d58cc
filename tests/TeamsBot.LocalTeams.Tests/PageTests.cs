using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TeamsBot.LocalTeams.Tests.Hosting;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>The page's requests, as far as they can be judged without a browser.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync() => host = await LocalTeamsHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_page_is_japanese_and_loads_nothing_from_elsewhere()
    {
        using var response = await host.Http.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain("<html lang=\"ja\">");
        html.ShouldNotContain("{{");
        html.ShouldNotContain("http");
        response
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'");
    }

    [Theory]
    [InlineData("main.js", "text/javascript")]
    [InlineData("page.css", "text/css")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task Its_files_come_with_their_type(string name, string type)
    {
        using var response = await host.Http.GetAsync($"/local/files/{name}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("nothing.js")]
    [InlineData("../appsettings.json")]
    [InlineData("..%2f..%2fappsettings.json")]
    public async Task Other_names_are_not_found(string name)
    {
        using var response = await host.Http.GetAsync($"/local/files/{name}");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_person_sees_only_the_own_chat_and_the_channel()
    {
        await host.Clients.Of("tanaka").SayAsync("課長だけの話");
        var state = await host.Http.GetFromJsonAsync<JsonElement>("/local/page/state?as=sato");
        state.GetProperty("chats").EnumerateArray().Select(chat => chat.GetProperty("kind").GetString()).ShouldBe(["personal", "channel"]);
        state.GetRawText().ShouldNotContain("課長だけの話");
        (
            await PostAsync(
                "messages",
                new
                {
                    @as = "sato",
                    chatId = host.Clients.Of("tanaka").Chat.Id,
                    text = "他人のチャット",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_person_is_shown_the_first_one_and_cannot_write()
    {
        (await host.Http.GetFromJsonAsync<JsonElement>("/local/page/state?as=nobody")).GetProperty("me").GetString().ShouldBe("sato");
        (
            await PostAsync(
                "messages",
                new
                {
                    @as = "nobody",
                    chatId = host.Tenant.Channel.Id,
                    text = "x",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_message_is_not_sent(string text)
    {
        (
            await PostAsync(
                "messages",
                new
                {
                    @as = "sato",
                    chatId = host.Tenant.Channel.Id,
                    text,
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Tenant.Channel.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_author_edits_a_message()
    {
        var said = await host.Clients.Of("sato").SayInChannelAsync("わたしの投稿");
        (
            await PostAsync(
                "edits",
                new
                {
                    @as = "tanaka",
                    chatId = host.Tenant.Channel.Id,
                    messageId = said.Message.Id,
                    text = "書きかえ",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (
            await PostAsync(
                "edits",
                new
                {
                    @as = "sato",
                    chatId = host.Tenant.Channel.Id,
                    messageId = said.Message.Id,
                    text = "直しました",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Tenant.Channel.Messages.Single().Text.ShouldBe("直しました");
    }

    [Fact]
    public async Task Unread_messages_are_counted_per_person_until_they_are_read()
    {
        await host.Clients.Of("sato").SayInChannelAsync("一つ目");
        var second = await host.Clients.Of("sato").SayInChannelAsync("二つ目");
        (await UnreadAsync("tanaka"), await UnreadAsync("sato")).ShouldBe((2, 0));

        await PostAsync("read", new { @as = "tanaka", chatId = host.Tenant.Channel.Id, messageId = second.Message.Id });
        (await UnreadAsync("tanaka"), await UnreadAsync("suzuki")).ShouldBe((0, 2));
    }

    [Theory]
    [InlineData("承認する", "card")]
    [InlineData("質問する", "message")]
    [InlineData("取り下げる", "error")]
    public async Task A_press_is_answered_by_what_the_bot_said(string title, string kind)
    {
        var sato = host.Clients.Of("sato");
        await sato.SayAsync("カード");
        var card = sato.Chat.FromBot.Single();
        var verb = title switch { "承認する" => "review.approve", "質問する" => "review.ask", _ => "review.unknown" };
        using var response = await PostAsync(
            "presses",
            new
            {
                @as = "sato",
                chatId = sato.Chat.Id,
                messageId = card.Id,
                action = new
                {
                    type = "Action.Execute",
                    verb,
                    data = new { },
                },
                trigger = "manual",
            }
        );
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kind").GetString().ShouldBe(kind);
    }

    [Fact]
    public async Task Events_arrive_while_the_page_is_open()
    {
        using var stream = new StreamReader(await host.Http.GetStreamAsync("/local/page/events"));
        (await stream.ReadLineAsync()).ShouldBe("event: hello");
        await host.Clients.Of("sato").SayInChannelAsync("速報");

        var lines = new List<string>();
        while (!lines.Contains("event: unread")) lines.Add((await stream.ReadLineAsync())!);
        lines.ShouldContain("event: message");
        lines.ShouldContain(line => line.StartsWith("data: {", StringComparison.Ordinal) && line.Contains("速報", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_stop_of_the_server()
    {
        var other = await LocalTeamsHost.StartAsync();
        using var stream = new StreamReader(await other.Http.GetStreamAsync("/local/page/events"));
        await stream.ReadLineAsync();
        await other.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task<int> UnreadAsync(string person)
    {
        var state = await host.Http.GetFromJsonAsync<JsonElement>($"/local/page/state?as={person}");
        return state
            .GetProperty("unread")
            .GetProperty(person)
            .EnumerateObject()
            .Where(chat => chat.Name == host.Tenant.Channel.Id)
            .Sum(chat => chat.Value.GetInt32());
    }

    private async Task<HttpResponseMessage> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/local/page/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        return await host.Http.SendAsync(request);
    }
}
