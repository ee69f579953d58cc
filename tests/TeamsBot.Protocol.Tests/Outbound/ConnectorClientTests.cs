using System.Net;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests.Outbound;

/// <summary>Operations 1 to 7 as they go out (protocol.md 2.3, 2.4).</summary>
public sealed class ConnectorClientTests
{
    private static readonly ConversationReference Thread = new(
        Samples.ServiceUrl,
        "19:chan1@thread.tacv2;messageid=1790000000001",
        Samples.TenantId,
        "28:" + Samples.AppId
    );
    private static readonly AdaptiveCard Card = new("1.5") { Body = [new AdaptiveTextBlock { Text = "確認をお願いします", Wrap = true }] };

    [Fact]
    public async Task Each_operation_goes_out_exactly_so()
    {
        using var bot = new BotHost(
            connector: new FakeConnector(sent =>
                FakeConnector.Answer(
                    HttpStatusCode.OK,
                    sent.Url.Contains("member", StringComparison.Ordinal) ? """{"id":"29:1","members":[]}""" : """{"id":"1"}"""
                )
            )
        );
        var client = bot.Get<ConnectorClient>();
        await client.SendAsync(Thread, new Activity { Type = ActivityTypes.Message, Text = "**太字**", TextFormat = "markdown" }, default);
        await client.SendAsync(
            Thread,
            new Activity
            {
                Type = ActivityTypes.Message,
                Attachments = [Card.ToAttachment()],
                Summary = "確認の依頼",
            },
            default
        );
        await client.ReplyAsync(Thread, "1790000000002", new Activity { Type = ActivityTypes.Message, Text = "返信" }, default);
        await client.UpdateAsync(
            Thread,
            "1790000000002",
            new Activity { Type = ActivityTypes.Message, Attachments = [Card.ToAttachment()] },
            default
        );
        await client.DeleteAsync(Thread, "1790000000002", default);
        await client.CreateConversationAsync(
            Samples.ServiceUrl,
            ConversationParameters.Chat(Samples.TenantId, Thread.BotId, "29:1-日本"),
            default
        );
        await client.CreateConversationAsync(
            Samples.ServiceUrl,
            ConversationParameters.Thread(
                Samples.TenantId,
                Thread.BotId,
                Thread.ConversationId,
                new Activity { Type = ActivityTypes.Message, Text = "新しい話題" }
            ),
            default
        );
        await client.GetMembersAsync(Thread, null, 500, default);
        await client.GetMembersAsync(Thread, "a+b/c=", 1, default);
        await client.GetMemberAsync(Thread, "29:1+a/b==", default);
        Approved.Match(
            string.Join(
                '\n',
                bot.Connector.Requests.Select(sent => $"{sent.Method} {sent.Url}\n  {sent.ContentType ?? "(no content)"} {sent.Body}")
            ),
            "operations"
        );
        bot.Connector.Requests.ShouldAllBe(sent => sent.Token == "token-1" && sent.UserAgent == "TeamsBot/1.0");
    }

    [Theory]
    [InlineData("""{"id":"1790000009999"}""", "1790000009999")]
    [InlineData("""{"activityId":"x"}""", null)]
    [InlineData("""{"id":5}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    [InlineData("OK", null)]
    public async Task A_success_is_a_success_whatever_its_body(string body, string? id)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.NoContent })
        {
            using var bot = new BotHost(connector: FakeConnector.Answering(status, body));
            var result = await bot.Get<ConnectorClient>().SendAsync(Thread, new Activity { Type = ActivityTypes.Typing }, default);
            (result.IsOk, result.Id).ShouldBe((true, id));
        }
    }

    [Theory]
    [InlineData("19:c@thread.tacv2;messageid=1", "19%3Ac%40thread.tacv2%3Bmessageid%3D1")]
    [InlineData("a/b\\c?d#e%2Ff", "a%2Fb%5Cc%3Fd%23e%252Ff")]
    [InlineData("a+b c=", "a%2Bb%20c%3D")]
    [InlineData("日本", "%E6%97%A5%E6%9C%AC")]
    [InlineData("../x", "..%2Fx")]
    public async Task Ids_are_encoded_completely(string id, string encoded)
    {
        using var bot = new BotHost();
        (
            await bot.Get<ConnectorClient>()
                .SendAsync(Thread with { ConversationId = id }, new Activity { Type = ActivityTypes.Typing }, default)
        ).IsOk.ShouldBeTrue();
        bot.Connector.Requests.Single().Url.ShouldBe($"{Samples.ServiceUrl}v3/conversations/{encoded}/activities");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_climb_is_sent_nowhere(string id)
    {
        using var bot = new BotHost();
        (
            await bot.Get<ConnectorClient>().UpdateAsync(Thread, id, new Activity { Type = ActivityTypes.Message, Text = "x" }, default)
        ).Failure!.Reaction.ShouldBe(Reaction.Dead);
        bot.Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_and_card_are_two_activities()
    {
        using var bot = new BotHost();
        var client = bot.Get<ConnectorClient>();
        var card = Card.ToAttachment();
        var both = new Activity { Type = ActivityTypes.Message, Text = "x", Attachments = [card] };
        var two = new Activity { Type = ActivityTypes.Message, Attachments = [card, card] };
        foreach (var activity in new[] { both, two })
        {
            (await client.SendAsync(Thread, activity, default)).Failure.ShouldBe(new ConnectorFailure(null, "Malformed", Reaction.Dead));
            (await client.UpdateAsync(Thread, "1", activity, default)).IsOk.ShouldBeFalse();
            (
                await client.CreateConversationAsync(
                    Samples.ServiceUrl,
                    ConversationParameters.Thread(Samples.TenantId, "28:b", "19:c", activity),
                    default
                )
            ).IsOk.ShouldBeFalse();
        }

        bot.Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_that_was_made_says_where_it_is()
    {
        using var bot = new BotHost(
            connector: FakeConnector.Answering(
                HttpStatusCode.Created,
                """{"id":"19:c@thread.tacv2;messageid=17","activityId":"17","serviceUrl":"https://smba.trafficmanager.net/x/"}"""
            )
        );
        var made = await bot.Get<ConnectorClient>()
            .CreateConversationAsync(
                Samples.ServiceUrl,
                ConversationParameters.Thread(
                    Samples.TenantId,
                    "28:b",
                    "19:c@thread.tacv2",
                    new Activity { Type = ActivityTypes.Message, Text = "x" }
                ),
                default
            );
        made.Value.ShouldBe(new CreatedConversation("19:c@thread.tacv2;messageid=17", "17", "https://smba.trafficmanager.net/x/"));
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        using var bot = new BotHost(
            connector: FakeConnector.Answering(
                HttpStatusCode.OK,
                """{"continuationToken":"next","members":[{"id":"29:1","name":"試験 太郎","objectId":"o1","givenName":"太郎","surname":"試験","email":"t@example.lg.jp","userPrincipalName":"t@example.lg.jp","tenantId":"t","userRole":"user","new":{}}]}"""
            )
        );
        var page = (await bot.Get<ConnectorClient>().GetMembersAsync(Thread, null, 100, default)).Value!;
        page.ContinuationToken.ShouldBe("next");
        page.Members!.Single().EntraObjectId.ShouldBe("o1");
        bot.Logs.All.ShouldNotContain("試験");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"members":5}""")]
    [InlineData("<html>")]
    public async Task An_answer_that_holds_no_page_is_a_failure(string body)
    {
        using var bot = new BotHost(connector: FakeConnector.Answering(HttpStatusCode.OK, body));
        (await bot.Get<ConnectorClient>().GetMembersAsync(Thread, null, 100, default)).Failure!.Code.ShouldBe("UnreadableAnswer");
    }

    [Fact]
    public async Task A_person_who_is_no_member_is_a_404()
    {
        using var bot = new BotHost(connector: FakeConnector.Answering(HttpStatusCode.NotFound));
        (await bot.Get<ConnectorClient>().GetMemberAsync(Thread, "29:1", default)).Failure!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Neither_text_nor_token_reaches_the_log()
    {
        using var bot = new BotHost(
            connector: FakeConnector.Answering(
                HttpStatusCode.BadRequest,
                """{"error":{"code":"BadSyntax","message":"秘密の下書き"}}""",
                response => response.Headers.Add("MS-CV", "cv.1")
            )
        );
        await bot.Get<ConnectorClient>().SendAsync(Thread, new Activity { Type = ActivityTypes.Message, Text = "秘密の下書き" }, default);
        bot.Logs.All.ShouldContain("cv.1");
        bot.Logs.All.ShouldNotContain("秘密");
        bot.Logs.All.ShouldNotContain("token-1");
    }

    [Fact]
    public void An_outgoing_message_holds_nothing_that_was_not_said() =>
        JsonNode
            .Parse(System.Text.Json.JsonSerializer.Serialize(new Activity { Type = "message", Text = "あ" }, ProtocolJson.Options))!
            .AsObject()
            .Select(member => member.Key)
            .ShouldBe(["type", "text"]);
}
