using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Duty step by step, as its people do it.</summary>
internal sealed class RosterPlay(BotHost host)
{
    /// <summary>The card that answers a command.</summary>
    public async Task<ChatMessage> SaysAsync(TeamsClient client, string text)
    {
        await host.IdleAsync();
        var before = client.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await client.SayAsync(text);
        return await host.SeesAsync(client.Chat, message => !before.Contains(message.Id) && message.Card is not null);
    }

    /// <summary>Enters a week, by whoever may; answers with the form.</summary>
    public async Task<BotAnswer> EnterAsync(TeamsClient by, Dictionary<string, string> week, string button = "この週を登録する")
    {
        var shown = await SaysAsync(by, "当番");
        var form = (await by.PressAsync(shown, "当番を決める")).ToCardAnswer().Card!.Value;
        return await by.PressAsync(shown, form, button, week);
    }

    /// <param name="reply">Object id of 返信の当番; empty for nobody.</param>
    public static Dictionary<string, string> Week(string day, string reply, string replySecond = "", string check = "") => new()
    {
        ["week"] = day, ["mainReply"] = reply, ["secondReply"] = replySecond, ["mainEmergency"] = "", ["secondEmergency"] = "",
        ["mainCheck"] = check, ["secondCheck"] = "",
    };

    public static string Read(ChatMessage message) => BotHost.Words(message.Card!.Value);
}
