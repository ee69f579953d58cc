using System.Text;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>
/// Bodies as nobody expects them: never 500, never an exception, and refused only for what a turn cannot do without (protocol.md 1.7, 3.1).
/// </summary>
public sealed class OddActivityTests : IDisposable
{
    private static readonly string Host = Samples.ServiceUrl;

    private readonly BotHost bot = new();

    public void Dispose() => bot.Dispose();

    public static TheoryData<string> NoActivities => new()
    {
        "",
        " ",
        "null",
        "5",
        "\"text\"",
        "[]",
        "{",
        "{}",
        "{\"type\":\"message\"",
        "\u0000",
        "<html>",
        "{\"type\":\"message\"}x",
        "{'type':'message'}",
        "{\"type\":5,\"serviceUrl\":\"https://x/\",\"conversation\":{\"id\":\"a\"}}",
        "{\"type\":\"message\",\"serviceUrl\":\"https://x/\"}",
        "{\"type\":\"message\",\"serviceUrl\":\"https://x/\",\"conversation\":\"a\"}",
        "{\"type\":\"message\",\"serviceUrl\":\"https://x/\",\"conversation\":{}}",
        "{\"type\":\"message\",\"serviceUrl\":\"https://x/\",\"conversation\":{\"id\":7}}",
        "{\"type\":\"message\",\"serviceUrl\":\"\",\"conversation\":{\"id\":\"a\"}}",
        "{\"type\":\"message\",\"serviceUrl\":null,\"conversation\":{\"id\":\"a\"}}",
        "{\"Type\":\"message\",\"ServiceUrl\":\"https://x/\",\"Conversation\":{\"Id\":\"a\"}}",
        new string('[', 100_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65),
    };

    [Theory]
    [MemberData(nameof(NoActivities))]
    public async Task What_is_no_activity_gets_400(string body)
    {
        (await bot.PostAsync(Encoding.UTF8.GetBytes(body))).Status.ShouldBe(400);
        bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_get_400()
    {
        var body = Encoding.UTF8.GetBytes(Samples.Message("x").ToJsonString().Replace("\"x\"", "\"#\"", StringComparison.Ordinal));
        body[Array.IndexOf(body, (byte)'#')] = 0xC3;
        (await bot.PostAsync(body)).Status.ShouldBe(400);
    }

    public static TheoryData<string, string> OddMembers
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] members =
            [
                "id",
                "timestamp",
                "localTimezone",
                "from",
                "replyToId",
                "locale",
                "text",
                "textFormat",
                "summary",
                "name",
                "action",
                "deliveryMode",
                "value",
                "attachments",
                "entities",
                "membersAdded",
                "membersRemoved",
                "unknown",
                "localTimestamp",
            ];
            string[] values =
            [
                "null",
                "5",
                "1e400",
                "true",
                "\"\"",
                "\"x\"",
                "{}",
                "[]",
                "[null,5,\"x\",{},[]]",
                "{\"id\":5,\"type\":[],\"a\":{\"b\":[{}]}}",
                "\"\\ud83d\"",
                "\"\\u0000\"",
            ];
            foreach (var member in members)
            {
                foreach (var value in values) data.Add(member, value);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task A_member_of_an_unexpected_kind_counts_as_absent(string member, string value)
    {
        foreach (var type in new[] { "message", "conversationUpdate", "somethingNew" })
        {
            var activity = Samples.ChannelMessage();
            activity["type"] = type;
            activity.Remove(member);
            var body = activity.ToJsonString()[..^1] + $",\"{member}\":{value}}}";
            (await bot.PostAsync(Encoding.UTF8.GetBytes(body))).Status.ShouldBe(202);
        }

        bot.Turns.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"action\":5}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\"}}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\",\"verb\":5}}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"\"}}")]
    [InlineData("{\"action\":{\"type\":\"Action.Http\",\"verb\":\"x\"}}")]
    public async Task A_button_that_cannot_be_read_is_answered_with_an_error_body_and_http_200(string value)
    {
        var invoke = Samples.Invoke("adaptiveCard/action").ToJsonString()[..^1] + $",\"value\":{value}}}";
        var answer = await bot.PostAsync(Encoding.UTF8.GetBytes(invoke));
        answer.Status.ShouldBe(200);
        JsonNode.Parse(answer.Body)!["statusCode"]!.GetValue<int>().ShouldBe(400);
        JsonNode.Parse(answer.Body)!["type"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.error");
        bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_an_emoji_does_not_cost_the_rest_of_the_draft()
    {
        var body = Samples
            .Message("#")
            .ToJsonString()
            .Replace("\"#\"", """ "桜まつり\ud83c\udf38です\ud83d。\\ud83d \u3042 \udc00\n2行目" """, StringComparison.Ordinal);
        (await bot.PostAsync(Encoding.UTF8.GetBytes(body))).Status.ShouldBe(202);
        bot.Turns.Single().Text.ShouldBe("桜まつり🌸です\uFFFD。\\ud83d あ \uFFFD\n2行目");
    }

    [Theory]
    [InlineData("""\ud83d""", """\ufffd""")]
    [InlineData("""\uD83D\uDE00""", """\uD83D\uDE00""")]
    [InlineData("""\ud83d\ud83d\ude00""", """\ufffd\ud83d\ude00""")]
    [InlineData("""\\ud83d""", """\\ud83d""")]
    [InlineData("""\ud83""", """\ud83""")]
    [InlineData("""\u00zz\ude00""", """\u00zz\ufffd""")]
    [InlineData("""\""", """\""")]
    [InlineData("""a\n\ude00b""", """a\n\ufffdb""")]
    public void Only_halves_are_replaced(string json, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        LoneSurrogates.Replace(bytes);
        Encoding.UTF8.GetString(bytes).ShouldBe(expected);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() =>
        (await bot.PostAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Message().ToJsonString())])).Status.ShouldBe(202);

    [Fact]
    public async Task A_body_of_1_MiB_is_read_and_one_byte_more_is_not()
    {
        var text = Samples.Message("").ToJsonString();
        var fitting = Encoding.UTF8.GetBytes(text + new string(' ', BotEndpoint.MaxBodyBytes - Encoding.UTF8.GetByteCount(text)));
        (await bot.PostAsync(fitting)).Status.ShouldBe(202);
        (await bot.PostAsync([.. fitting, (byte)' '])).Status.ShouldBe(413);
        (await bot.PostAsync([.. fitting, (byte)' '], context =>
        {
            context.Request.Headers.Authorization = "Bearer " + bot.Token();
            context.Request.ContentLength = null;
        })).Status.ShouldBe(413);
        bot.Turns.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("expectReplies")]
    [InlineData("EXPECTREPLIES")]
    [InlineData("stream")]
    public async Task A_delivery_mode_that_wants_another_protocol_gets_400(string mode)
    {
        var activity = Samples.Message();
        activity["deliveryMode"] = mode;
        (await bot.PostAsync(activity)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task What_nobody_read_is_kept_for_diagnosis()
    {
        var activity = Samples.Event("messageReaction");
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = "19:x" } };
        await bot.PostAsync(activity);
        var read = bot.Turns.Single().Activity;
        read.Extra!["reactionsAdded"].GetArrayLength().ShouldBe(1);
        read.ChannelData!.Extra!.Keys.ShouldBe(["settings"]);
        read.ServiceUrl.ShouldBe(Host);
    }
}
