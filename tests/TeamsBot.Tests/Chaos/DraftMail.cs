using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>What somebody has of a draft in their chat: cards of their own, and lines of lists that gather what had to wait.</summary>
internal static class DraftMail
{
    public static IReadOnlyList<ChatMessage> CardsOf(TeamsClient client, int number) =>
        [.. KillWorld.CardsOf(client, number).Where(message => !IsList(message.Card!.Value))];

    public static bool IsList(JsonElement card) => Notices.Buttons(card).Any(button => button.IsInList);

    /// <summary>Presses the draft's line in the newest list that has one; false where there is none, or nothing came of it.</summary>
    public static async Task<bool> OpenFromListAsync(TeamsClient client, int number)
    {
        var wanted = number.ToString(CultureInfo.InvariantCulture);
        foreach (var message in client.Chat.FromBot.Reverse())
        {
            if (message.Card is not { } card || !IsList(card) || LinesOf(card).FirstOrDefault(IsWanted) is not { } line) continue;
            var answer = await client.ExecuteAsync(message, line, "manual");
            return answer.Status == 200 && answer.ToCardAnswer().Kind != LocalTeams.Bot.CardAnswerKind.Error;
        }

        return false;

        bool IsWanted(JsonObject action) => action["data"]?["draft"]?.ToString() == wanted;
    }

    private static IEnumerable<JsonObject> LinesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(LinesOf),
        JsonValueKind.Object when element.TryGetProperty("verb", out var verb) =>
            verb.ValueEquals(ApprovalVerbs.Open)
                ? [new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = ApprovalVerbs.Open,
                    ["title"] = element.GetProperty("title").GetString(),
                    ["data"] = JsonObject.Create(element.GetProperty("data")),
                }]
                : [],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => LinesOf(member.Value)),
        _ => [],
    };
}
