using System.Text;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>What events bring along (protocol.md 3.4), as far as the bot uses it.</summary>
public sealed class LifecycleEventTests
{
    [Theory]
    [InlineData("add")]
    [InlineData("remove")]
    [InlineData("add-upgrade")]
    public void An_installation_says_what_happened_and_where(string action)
    {
        var installed = Samples.Event("installationUpdate");
        installed["action"] = action;
        installed["channelData"]!["team"] = new JsonObject { ["id"] = "19:team1@thread.tacv2", ["name"] = "広報", ["aadGroupId"] = "g1" };
        installed["channelData"]!["settings"] = new JsonObject
        {
            ["selectedChannel"] = new JsonObject { ["id"] = "19:chan1@thread.tacv2" },
        };
        var turn = Read(installed);
        turn.Activity.Action.ShouldBe(action);
        turn.Activity.ChannelData!.Team.ShouldBe(new TeamInfo("19:team1@thread.tacv2", "広報", "g1"));
        turn.Activity.ChannelData.Extra!["settings"]
            .GetProperty("selectedChannel")
            .GetProperty("id")
            .GetString()
            .ShouldBe("19:chan1@thread.tacv2");
        turn.Actor!.ObjectId.ShouldBe(Samples.ObjectId);
    }

    [Fact]
    public void Members_come_and_go_and_the_bot_is_one_of_them()
    {
        var update = Samples.Event("conversationUpdate");
        update["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = "28:" + Samples.AppId },
            new JsonObject { ["id"] = "29:2", ["aadObjectId"] = "o2" },
            new JsonObject()
        );
        update["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:3" });
        update["channelData"]!["eventType"] = "teamMemberAdded";
        update.Remove("locale");
        var activity = Read(update).Activity;
        activity.MembersAdded!.Select(member => member.Id).ShouldBe(["28:" + Samples.AppId, "29:2"]);
        activity.MembersRemoved!.Single().Id.ShouldBe("29:3");
        activity.ChannelData!.EventType.ShouldBe("teamMemberAdded");
        activity.Locale.ShouldBeNull();
    }

    [Fact]
    public void An_edited_message_keeps_its_id_and_is_no_command()
    {
        var edit = Samples.Message("一覧");
        edit["type"] = "messageUpdate";
        edit["channelData"]!["eventType"] = "editMessage";
        var turn = Read(edit);
        turn.Activity.Id.ShouldBe("1790000000123");
        new TurnRouter().OnCommand(["一覧"], (_, _, _) => Task.FromResult(Reply.None)).Find(turn).ShouldBeNull();
    }

    [Fact]
    public void Meeting_values_in_pascal_case_are_kept_as_they_come()
    {
        var start = Samples.Event("event");
        start["name"] = "application/vnd.microsoft.meetingStart";
        start["value"] = new JsonObject { ["Id"] = "m1", ["Title"] = "会議" };
        var turn = Read(start);
        turn.Activity.Value!.Value.GetProperty("Title").GetString().ShouldBe("会議");
        turn.Action.ShouldBeNull();
    }

    private static ParsedTurn Read(JsonObject activity) =>
        TurnReader.Read(ActivityParser.Parse(Encoding.UTF8.GetBytes(activity.ToJsonString()))!, "28:default");
}
