using System.Text.Json;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>The short messages that hand a draft over, as their reader finds and opens them.</summary>
internal static class Notices
{
    /// <summary>The person's newest short message about the draft; null where there is none, or it was opened.</summary>
    public static ChatMessage? Unopened(TeamsClient client, int number) =>
        client.Chat.FromBot.LastOrDefault(message => message.Card is { } card && OpenTitle(card, number) is not null);

    /// <summary>A short message about the draft that its reader has not turned into the card yet.</summary>
    public static bool IsUnopened(JsonElement card, int number) => OpenTitle(card, number) is not null;

    public static Task<BotAnswer> OpenAsync(TeamsClient client, ChatMessage notice) =>
        client.PressAsync(notice, Buttons(notice.Card!.Value).First(IsOpen).Title);

    /// <summary>The words of the person's newest message of the bot.</summary>
    public static string Last(TeamsClient client) =>
        client.Chat.FromBot[^1] is { Card: { } card } ? BotHost.Words(card) : client.Chat.FromBot[^1].Text;

    public static string Summary(ChatMessage message) =>
        message.Activity.TryGetProperty("summary", out var summary) ? summary.GetString() ?? "" : "";

    private static string? OpenTitle(JsonElement card, int number) =>
        Buttons(card)
            .Where(button => IsOpen(button) && button.Draft == $"{number}" && !button.IsInList)
            .Select(button => button.Title)
            .FirstOrDefault();

    private static bool IsOpen(Button button) => button.Verb == ApprovalVerbs.Open;

    public static IEnumerable<Button> Buttons(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(Buttons);
        if (element.ValueKind != JsonValueKind.Object) return [];
        if (element.TryGetProperty("verb", out var verb))
        {
            var data = element.GetProperty("data");
            return
            [
                new Button(
                    element.GetProperty("title").GetString()!,
                    verb.GetString()!,
                    data.TryGetProperty("draft", out var draft) ? draft.GetString() ?? "" : "",
                    data.TryGetProperty(ApprovalFields.FromList, out _)
                ),
            ];
        }

        return element.EnumerateObject().SelectMany(member => Buttons(member.Value));
    }

    internal sealed record Button(string Title, string Verb, string Draft, bool IsInList);
}
