using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.BotFramework;

/// <summary>What a developer of the Bot Framework finds where it is usually found, and what is closed.</summary>
public sealed class AdapterTests
{
    private static readonly ConversationReference Chat = new(Samples.ServiceUrl, "a:1", Samples.TenantId, "28:b");
    private static readonly Activity Typing = new() { Type = ActivityTypes.Typing };

    [Fact]
    public async Task A_controller_of_the_framework_may_hand_requests_to_any_bot_and_the_door_stays_the_same()
    {
        using var bot = new BotHost();
        var seen = new List<string>();
        var other = new OtherBot(seen);
        var body = Encoding.UTF8.GetBytes(Samples.Message("一覧").ToJsonString());
        Task HandleAsync(HttpContext context) => bot.Get<IBotFrameworkHttpAdapter>().ProcessAsync(context.Request, context.Response, other);

        (await bot.PostAsync(body, _ => { }, HandleAsync)).Status.ShouldBe(401);
        var signed = "Bearer " + bot.Token();
        (await bot.PostAsync(body, context => context.Request.Headers.Authorization = signed, HandleAsync)).Status.ShouldBe(202);
        seen.ShouldBe(["一覧"]);
    }

    [Fact]
    public async Task One_connector_client_serves_an_address_and_outlives_its_turns()
    {
        using var bot = new BotHost();
        var connectors = (SharedConnectors)bot.Get<ConnectorFactory>();
        var first = await connectors.CreateAsync(Samples.ServiceUrl, null, default);
        first.Dispose();
        (await connectors.CreateAsync(Samples.ServiceUrl, null, default)).ShouldBeSameAs(first);
        (await connectors.CreateAsync("https://smba.trafficmanager.net/apac/", null, default)).ShouldNotBeSameAs(first);
        await bot.PostAsync(Samples.Message());
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Typing, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Addresses_that_nobody_uses_any_more_do_not_pile_up()
    {
        using var connectors = new SharedConnectors(new FakeConnector());
        var first = await connectors.CreateAsync("https://127.0.0.1:1/", null, default);
        for (var port = 2; port < 400; port++) await connectors.CreateAsync($"https://127.0.0.1:{port}/", null, default);
        (await connectors.CreateAsync("https://127.0.0.1:1/", null, default)).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task The_sdk_s_own_ways_of_verifying_and_its_user_tokens_are_closed()
    {
        var door = new VerifiedAtTheDoor(new SharedConnectors(new FakeConnector()));
        await Should.ThrowAsync<NotSupportedException>(() =>
            door.AuthenticateRequestAsync(new Microsoft.Bot.Schema.Activity(), "Bearer x", default));
        await Should.ThrowAsync<NotSupportedException>(() => door.AuthenticateStreamingRequestAsync("Bearer x", "msteams", default));
        await Should.ThrowAsync<NotImplementedException>(() => door.AuthenticateChannelRequestAsync("Bearer x", default));
        var tokens = await door.CreateUserTokenClientAsync(new(), default);
        await Should.ThrowAsync<NotSupportedException>(() => tokens.GetUserTokenAsync("u", "c", "msteams", "", default));
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("text/html; charset=shift_jis")]
    [InlineData("nonsense")]
    public async Task An_answer_may_call_itself_what_it_likes(string contentType)
    {
        using var bot = new BotHost(connector: new FakeConnector(_ =>
            FakeConnector.Answer(System.Net.HttpStatusCode.Created, """{"id":"7"}""", response =>
        {
            response.Content.Headers.Remove("Content-Type");
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        })));
        var sent = await bot.Get<ConnectorClient>().SendAsync(Chat, Typing, default);
        sent.ShouldBe(new ConnectorResult("7"));
    }

    private sealed class OtherBot(List<string> seen) : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<Microsoft.Bot.Schema.IMessageActivity> turnContext,
            CancellationToken cancellationToken)
        {
            seen.Add(turnContext.Activity.Text);
            return Task.CompletedTask;
        }
    }
}
