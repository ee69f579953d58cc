using System.Text.Json.Nodes;
using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>The situations of cases/teams.jsonl, and the activities they or their relatives send.</summary>
internal static class CaseFile
{
    private const string SampleBot = "28:BOT";

    /// <summary>What the row says is to be sent or compared.</summary>
    public static async Task<JsonObject> InputAsync(string id)
    {
        var lines = await File.ReadAllLinesAsync(SharedFolder.File("cases", "teams.jsonl")!);
        return lines.Select(line => JsonNode.Parse(line)!).Single(row => (string?)row["id"] == id)["input"]!.AsObject();
    }

    /// <summary>The row's activity, sent by this person to this bot.</summary>
    public static async Task<JsonObject> ActivityAsync(TeamsClient author, string id) =>
        await ActivityAsync(author, (await InputAsync(id))["activity"]!.AsObject());

    /// <summary>A message that this person really sent, with these members in place of its own.</summary>
    public static async Task<JsonObject> ActivityAsync(TeamsClient author, JsonObject members)
    {
        var said = await author.SayAsync("はい");
        var activity = JsonNode.Parse(said.Message.Activity.GetRawText())!.AsObject();
        activity["id"] = "1790000009999";
        activity.Remove("attachments");
        activity.Remove("entities");
        var bot = (string)activity["recipient"]!["id"]!;
        foreach (var (name, value) in members)
            activity[name] = JsonNode.Parse(value!.ToJsonString().Replace(SampleBot, bot, StringComparison.Ordinal));
        return activity;
    }
}
