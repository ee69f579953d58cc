using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Outbound;

/// <summary>Every row of protocol.md 2.5, in each of the body shapes.</summary>
public sealed class ConnectorErrorsTests
{
    private static readonly ConversationReference Chat = new(Samples.ServiceUrl, "a:1", Samples.TenantId, "28:" + Samples.AppId);

    public static TheoryData<int, string?, string> Rows => new()
    {
        { 400, "Bad Argument", "Dead" },
        { 400, "BadSyntax", "Dead" },
        { 400, "UnknownGeo", "RetryLater" },
        { 400, null, "RetryLater" },
        { 401, "BotNotRegistered", "RetryLater" },
        { 401, null, "RetryLater" },
        { 403, "BotDisabledByAdmin", "Unreachable" },
        { 403, "BotNotInConversationRoster", "Unreachable" },
        { 403, "ConversationBlockedByUser", "Unreachable" },
        { 403, "MessageWritesBlocked", "Unreachable" },
        { 403, "InvalidBotApiHost", "Unreachable" },
        { 403, "NotEnoughPermissions", "Dead" },
        { 403, "Forbidden", "RetryLater" },
        { 403, null, "RetryLater" },
        { 404, "ActivityNotFoundInConversation", "Gone" },
        { 404, "ConversationNotFound", "Unreachable" },
        { 404, null, "Unreachable" },
        { 412, "PreconditionFailed", "RetryLater" },
        { 413, "MessageSizeTooBig", "Dead" },
        { 429, "Throttled", "RetryLater" },
        { 500, "ServiceError", "RetryLater" },
        { 502, null, "Ambiguous" },
        { 503, null, "RetryLater" },
        { 504, null, "Ambiguous" },
        { 301, null, "RetryLater" },
        { 302, null, "RetryLater" },
        { 408, null, "RetryLater" },
        { 409, "Something", "RetryLater" },
        { 418, null, "Dead" },
        { 501, null, "RetryLater" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_row_has_its_reaction(int status, string? code, string reaction)
    {
        using var bot = new BotHost(
            connector: FakeConnector.Answering(
                (HttpStatusCode)status,
                code is null ? "" : $$$"""{"error":{"code":"{{{code}}}","message":"quotes 秘密"}}"""
            )
        );
        var result = await bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default);
        result.IsOk.ShouldBeFalse();
        result.Failure.ShouldBe(new ConnectorFailure(status, code, Enum.Parse<Reaction>(reaction)));
        bot.Logs.All.ShouldNotContain("秘密");
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task What_may_be_repeated_is_never_ambiguous(int status)
    {
        using var bot = new BotHost(connector: FakeConnector.Answering((HttpStatusCode)status));
        var client = bot.Get<ConnectorClient>();
        (await client.UpdateAsync(Chat, "1", Text("x"), default)).Failure!.Reaction.ShouldBe(Reaction.RetryLater);
        (await client.DeleteAsync(Chat, "1", default)).Failure!.Reaction.ShouldBe(Reaction.RetryLater);
        (await client.GetMemberAsync(Chat, "29:1", default)).Failure!.Reaction.ShouldBe(Reaction.RetryLater);
        (
            await client.CreateConversationAsync(Chat.ServiceUrl, ConversationParameters.Chat(Samples.TenantId, "28:b", "29:1"), default)
        ).Failure!.Reaction.ShouldBe(Reaction.RetryLater);
        (await client.ReplyAsync(Chat, "1", Text("x"), default)).Failure!.Reaction.ShouldBe(Reaction.Ambiguous);
        (
            await client.CreateConversationAsync(
                Chat.ServiceUrl,
                ConversationParameters.Thread(Samples.TenantId, "28:b", "19:c@thread.tacv2", Text("x")),
                default
            )
        ).Failure!.Reaction.ShouldBe(Reaction.Ambiguous);
    }

    [Fact]
    public async Task A_404_without_a_code_means_the_message_where_one_was_to_be_changed()
    {
        using var bot = new BotHost(connector: FakeConnector.Answering(HttpStatusCode.NotFound));
        (await bot.Get<ConnectorClient>().UpdateAsync(Chat, "1", Text("x"), default)).Failure!.Reaction.ShouldBe(Reaction.Gone);
        (await bot.Get<ConnectorClient>().DeleteAsync(Chat, "1", default)).Failure!.Reaction.ShouldBe(Reaction.Gone);
    }

    public static TheoryData<string, string?> Bodies => new()
    {
        { """{"error":{"code":"ConversationNotFound","message":"…"}}""", "ConversationNotFound" },
        { """{"errorCode":209,"message":"{ \"subCode\":\"MessageWritesBlocked\" }"}""", "MessageWritesBlocked" },
        { """{"errorCode":209,"message":"plain"}""", "209" },
        { """{"errorCode":209,"message":"{ broken"}""", "209" },
        { """{"message":"plain"}""", null },
        { """{"error":"text"}""", null },
        { """{"error":{"code":5}}""", null },
        { """{"error":{"code":""}}""", null },
        { """{"error":{"code":null,"innerHttpError":{"statusCode":403}}}""", null },
        { """{"errorCode":1e99}""", null },
        { """{"error":{"code":"\ud83d"}}""", "\uFFFD" },
        { "[]", null },
        { "<html>Bad gateway</html>", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_code_is_found_in_each_shape_and_no_body_is_a_surprise(string body, string? code)
    {
        using var bot = new BotHost(connector: FakeConnector.Answering(HttpStatusCode.Forbidden, body));
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default)).Failure!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_code_as_long_as_a_sentence_is_left_out()
    {
        using var bot = new BotHost(
            connector: FakeConnector.Answering(
                HttpStatusCode.Forbidden,
                JsonSerializer.Serialize(new { error = new { code = new string('x', 65) } })
            )
        );
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default)).Failure!.Code.ShouldBeNull();
    }

    [Fact]
    public async Task The_wait_is_read_as_seconds_or_as_a_date()
    {
        (await WaitAsync(time => new RetryConditionHeaderValue(TimeSpan.FromSeconds(17)))).ShouldBe(TimeSpan.FromSeconds(17));
        (await WaitAsync(time => new RetryConditionHeaderValue(time.GetUtcNow() + TimeSpan.FromSeconds(40)))).ShouldBe(
            TimeSpan.FromSeconds(40)
        );
        (await WaitAsync(time => new RetryConditionHeaderValue(time.GetUtcNow() - TimeSpan.FromHours(1)))).ShouldBe(TimeSpan.Zero);
        (await WaitAsync(time => new RetryConditionHeaderValue(TimeSpan.FromDays(400)))).ShouldBe(TimeSpan.FromDays(1));
        (await WaitAsync(_ => null)).ShouldBeNull();
    }

    [Fact]
    public async Task A_wait_that_cannot_be_read_is_none()
    {
        using var bot = new BotHost(
            connector: FakeConnector.Answering(HttpStatusCode.TooManyRequests, "", response =>
                response.Headers.TryAddWithoutValidation("Retry-After", "soon")
            )
        );
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default)).Failure!.RetryAfter.ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "RetryLater")]
    [InlineData(HttpRequestError.NameResolutionError, "RetryLater")]
    [InlineData(HttpRequestError.SecureConnectionError, "RetryLater")]
    [InlineData(HttpRequestError.ResponseEnded, "Ambiguous")]
    [InlineData(HttpRequestError.Unknown, "Ambiguous")]
    public async Task No_answer_is_repeated_only_where_nothing_can_have_arrived(HttpRequestError error, string reaction)
    {
        using var bot = new BotHost(connector: new FakeConnector(_ => throw new HttpRequestException(error)));
        var failure = (await bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default)).Failure!;
        (failure.Status, failure.Reaction.ToString()).ShouldBe((null, reaction));
        (await bot.Get<ConnectorClient>().UpdateAsync(Chat, "1", Text("x"), default)).Failure!.Reaction.ShouldBe(Reaction.RetryLater);
    }

    [Fact]
    public async Task A_time_out_is_ambiguous_for_a_message_and_the_caller_s_own_cancelling_is_not_swallowed()
    {
        using var stop = new CancellationTokenSource();
        using var bot = new BotHost(connector: new FakeConnector(_ => throw new TaskCanceledException()));
        (await bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default)).Failure.ShouldBe(
            new ConnectorFailure(null, "Timeout", Reaction.Ambiguous)
        );
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => bot.Get<ConnectorClient>().SendAsync(Chat, Text("x"), stop.Token));
    }

    private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private static async Task<TimeSpan?> WaitAsync(Func<FakeTime, RetryConditionHeaderValue?> header)
    {
        BotHost? bot = null;
        using var host = bot = new BotHost(
            connector: new FakeConnector(_ =>
                FakeConnector.Answer(HttpStatusCode.TooManyRequests, "", response => response.Headers.RetryAfter = header(bot!.Time))
            )
        );
        return (await host.Get<ConnectorClient>().SendAsync(Chat, Text("x"), default)).Failure!.RetryAfter;
    }
}
