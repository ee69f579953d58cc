using System.Globalization;
using System.Security.Claims;
using System.Security.Principal;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;
using InvokeResponse = TeamsBot.Protocol.Schema.InvokeResponse;
using Sdk = Microsoft.Bot.Schema;

namespace TeamsBot.Protocol.Tests.BotFramework;

/// <summary>
/// An organisation's middleware runs as in any bot of the framework, around what comes in and what goes out, and cannot forge or send.
/// </summary>
public sealed class MiddlewareTests
{
    private static readonly ConversationReference Chat = new(Samples.ServiceUrl, "a:1", Samples.TenantId, "28:" + Samples.AppId);
    private static readonly Microsoft.Bot.Builder.InvokeResponse Answer = new() { Status = 200, Body = new JObject { ["task"] = "x" } };
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "こんにちは" };

    [Fact]
    public async Task It_sees_the_verified_activity_in_the_sdk_s_type_and_who_called()
    {
        Sdk.Activity? seen = null;
        ClaimsIdentity? caller = null;
        using var bot = new BotHost(middleware: FakeMiddleware.Looking(turn =>
            (seen, caller) = (turn.Activity, (ClaimsIdentity)turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey))));
        await bot.PostAsync(Samples.Execute());
        (seen!.From.AadObjectId, seen.Conversation.Id, seen.CallerId)
            .ShouldBe((Samples.ObjectId, "a:1personal", Sdk.CallerIdConstants.PublicAzureChannel));
        ((JObject)seen.Value)["action"]!["verb"]!.Value<string>().ShouldBe("step.approve");
        caller!.GetType().ShouldBe(typeof(ClaimsIdentity), "the library's own identity would carry the token along");
        caller.FindFirst("aud")!.Value.ShouldBe(Samples.AppId);
        caller.FindFirst("serviceurl")!.Value.ShouldBe(Samples.ServiceUrl);
    }

    [Fact]
    public async Task Several_run_in_the_order_they_were_registered()
    {
        var order = new List<int>();
        using var bot = new BotHost(middleware: [FakeMiddleware.Looking(_ => order.Add(1)), FakeMiddleware.Looking(_ => order.Add(2))]);
        await bot.PostAsync(Samples.Message());
        order.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_it_makes_of_the_text_reaches_the_handler_but_whom_it_makes_the_speaker_does_not()
    {
        using var bot = new BotHost(middleware: FakeMiddleware.Looking(turn =>
        {
            turn.Activity.Text = "<at>Desk</at> 一覧";
            turn.Activity.From.AadObjectId = "dddddddd-0000-4000-8000-000000000009";
            turn.Activity.Conversation.Id = "a:somebody-else";
        }));
        await bot.PostAsync(Samples.ChannelMessage());
        var turn = bot.Turns.Single();
        turn.Text.ShouldBe("一覧");
        turn.Actor!.ObjectId.ShouldBe(Samples.ObjectId);
        turn.Conversation.ConversationId.ShouldBe("19:chan1@thread.tacv2;messageid=1790000000001");
    }

    [Fact]
    public async Task One_that_passes_nothing_on_keeps_the_turn_from_the_app()
    {
        using var bot = new BotHost(middleware: new FakeMiddleware((_, _, _) => Task.CompletedTask));
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
        (await bot.PostAsync(Samples.Execute())).Status.ShouldBe(200);
        bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_fails_is_a_turn_that_failed()
    {
        using var bot = new BotHost(middleware: new FakeMiddleware((_, _, _) => throw new InvalidOperationException("秘密")));
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(500);
        bot.Logs.All.ShouldNotContain("秘密");
    }

#pragma warning disable RS0030 // What happens to somebody who tries.
    [Fact]
    public async Task Nobody_sends_from_a_turn()
    {
        var attempts = new Queue<Func<ITurnContext, Task>>(
        [
            turn => turn.SendActivityAsync("hello"),
            turn => turn.SendActivitiesAsync([new Sdk.Activity(ActivityTypes.Typing)]),
            turn => turn.UpdateActivityAsync(new Sdk.Activity(ActivityTypes.Message) { Id = "1" }),
            turn => turn.DeleteActivityAsync("1"),
        ]);
        using var bot = new BotHost(middleware: new FakeMiddleware((turn, _, _) => attempts.Dequeue()(turn)));
        while (attempts.Count > 0) (await bot.PostAsync(Samples.Message())).Status.ShouldBe(500);
        bot.Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_adds_to_what_the_outbox_sends()
    {
        using var bot = new BotHost(middleware: new FakeMiddleware(async (turn, next, token) =>
        {
            await next(token);
            await turn.SendActivityAsync("and another thing", cancellationToken: token);
        }));
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Hello, default)).IsOk.ShouldBeTrue();
        bot.Connector.Requests.ShouldHaveSingleItem().Body.ShouldContain("こんにちは");
    }

    [Fact]
    public async Task It_may_answer_an_invoke_in_the_sdk_s_types()
    {
        using var bot = new BotHost(middleware: new FakeMiddleware((turn, _, token) => turn.SendActivityAsync(
            new Sdk.Activity(Sdk.ActivityTypesEx.InvokeResponse) { Value = Answer }, token)));
        var answer = await bot.PostAsync(Samples.Invoke("task/fetch"));
        (answer.Status, answer.Body).ShouldBe((200, """{"task":"x"}"""));
    }
#pragma warning restore RS0030

    [Fact]
    public async Task It_sees_what_goes_out_and_may_change_it()
    {
        using var bot = new BotHost(middleware: FakeMiddleware.Looking(turn => turn.OnSendActivities((_, activities, next) =>
        {
            activities.Single().Text += "（試験環境）";
            return next();
        })));
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Hello, default)).IsOk.ShouldBeTrue();
        JsonNode.Parse(bot.Connector.Requests.Single().Body)!["text"]!.GetValue<string>().ShouldBe("こんにちは（試験環境）");
        Hello.Text.ShouldBe("こんにちは");
    }

    [Fact]
    public async Task One_that_holds_a_message_back_makes_it_a_failure_and_not_a_message_sent()
    {
        foreach (
            var middleware in (FakeMiddleware[])
                [new((_, _, _) => Task.CompletedTask), new((_, _, _) => throw new InvalidOperationException("秘密"))]
        )
        {
            using var bot = new BotHost(middleware: middleware);
            var sent = await bot.Get<ConnectorClient>().SendAsync(Chat, Hello, default);
            sent.Failure.ShouldBe(new ConnectorFailure(null, "HeldBack", Reaction.RetryLater));
            bot.Connector.Requests.ShouldBeEmpty();
            bot.Logs.Lines.ShouldContain(line => line.Id == 1503);
            bot.Logs.All.ShouldNotContain("秘密");
        }
    }

    [Fact]
    public async Task One_that_fails_afterwards_does_not_make_it_unsent()
    {
        using var bot = new BotHost(middleware: new FakeMiddleware(async (_, next, token) =>
        {
            await next(token);
            throw new InvalidOperationException();
        }));
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Hello, default)).ShouldBe(new ConnectorResult("1790000009999"));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("xx-not-a-locale")]
    public async Task The_client_s_locale_does_not_change_how_the_app_writes_dates(string locale)
    {
        using var bot = new BotHost();
        var before = CultureInfo.CurrentCulture;
        CultureInfo? during = null;
        bot.Process = (_, _) =>
        {
            during = CultureInfo.CurrentCulture;
            return Task.FromResult<InvokeResponse?>(null);
        };
        var message = Samples.Message();
        message["locale"] = locale;
        (await bot.PostAsync(message)).Status.ShouldBe(202);
        during.ShouldBe(before);
    }
}
