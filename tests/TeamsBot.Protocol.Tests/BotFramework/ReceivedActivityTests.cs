using System.Text;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;
using Sdk = Microsoft.Bot.Schema;

namespace TeamsBot.Protocol.Tests.BotFramework;

/// <summary>One reading of the body fills the SDK's types as the SDK's own reading would, and survives what that would not.</summary>
public sealed class ReceivedActivityTests
{
    private static readonly JsonSerializerSettings AsTheSdk = new()
    {
        DateParseHandling = DateParseHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
    };

    public static TheoryData<string> Bodies => [.. Activities().Select(activity => activity.ToJsonString())];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void It_is_what_the_sdk_itself_reads(string body)
    {
        var ours = JObject.FromObject(ReceivedActivity.Of(Parse(body)), JsonSerializer.Create(AsTheSdk));
        var theirs = JObject.FromObject(JsonConvert.DeserializeObject<Sdk.Activity>(body, AsTheSdk)!, JsonSerializer.Create(AsTheSdk));
        ours.ToString().ShouldBe(theirs.ToString());
    }

    [Fact]
    public void Of_a_repeated_member_both_readings_take_the_same_one()
    {
        var body = Samples.Message("first").ToJsonString()[..^1] + ",\"text\":\"second\",\"value\":{\"a\":1,\"a\":2}}";
        var activity = Parse(body);
        var received = ReceivedActivity.Of(activity);
        (received.Text, activity.Text).ShouldBe(("second", "second"));
        ((JObject)received.Value)["a"]!.Value<int>().ShouldBe(2);
        activity.Value!.Value.GetProperty("a").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void A_member_of_another_kind_is_absent_in_both()
    {
        var odd = Samples.Message();
        string[] texts = ["text", "name", "locale", "timestamp", "localTimestamp", "replyToId", "topicName", "importance"];
        foreach (var name in texts) odd[name] = new JsonObject();
        foreach (var name in new[] { "attachments", "entities", "membersAdded", "reactionsAdded" }) odd[name] = 5;
        odd["from"] = "somebody";
        var received = ReceivedActivity.Of(Parse(odd.ToJsonString()));
        (received.Text, received.Name, received.Locale, received.Timestamp, received.LocalTimestamp, received.ReplyToId, received.TopicName,
            received.Importance)
            .ShouldBe((null, null, null, null, null, null, null, null));
        (received.Attachments, received.Entities, received.MembersAdded, received.ReactionsAdded, received.From)
            .ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void What_another_adapter_made_is_read_as_if_it_had_come_over_the_wire()
    {
        foreach (var activity in Activities())
        {
            var turn = TurnReader.Read(Parse(activity.ToJsonString()), "28:b");
            var sdk = JsonConvert.DeserializeObject<Sdk.Activity>(activity.ToJsonString(), AsTheSdk)!;
            var again = TurnReader.Read(ReceivedActivity.Read(sdk), "28:b");
            (again.Text, again.Actor, again.Conversation, again.Action?.Verb, again.Activity.Type, again.Activity.Id)
                .ShouldBe((turn.Text, turn.Actor, turn.Conversation, turn.Action?.Verb, turn.Activity.Type, turn.Activity.Id));
        }

        Should.Throw<ArgumentException>(() => ReceivedActivity.Read(new Sdk.Activity("message")));
    }

    private static IEnumerable<JsonObject> Activities()
    {
        yield return Samples.Message();
        yield return Samples.ChannelMessage();
        yield return Samples.Execute();
        yield return Samples.Submit();
        var members = Samples.Event("conversationUpdate");
        var added = new JsonObject { ["id"] = "29:2", ["name"] = "試験", ["aadObjectId"] = "o", ["userRole"] = "guest" };
        members["membersAdded"] = new JsonArray(added);
        members["topicName"] = "話題";
        yield return members;
        var reaction = Samples.Event("messageReaction");
        reaction["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        reaction["localTimestamp"] = "2026-09-21T17:15:30.123+09:00";
        reaction["localTimezone"] = "Asia/Tokyo";
        yield return reaction;
        var file = Samples.Message();
        file["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = "投稿.docx",
            ["contentUrl"] = "https://example.sharepoint.com/x",
            ["content"] = new JsonObject { ["uniqueId"] = "u", ["size"] = 12, ["ratio"] = 0.5, ["list"] = new JsonArray(1, null, true) },
            ["more"] = "kept",
        });
        file["importance"] = "high";
        file["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(new JsonObject()) };
        yield return file;
    }

    private static Schema.Activity Parse(string body) => ActivityParser.Parse(Encoding.UTF8.GetBytes(body))!;
}
