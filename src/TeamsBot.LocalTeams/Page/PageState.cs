using System.Text.Json;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.LocalTeams.Page;

/// <summary>What the page is shown: everything once, then each change.</summary>
internal sealed class PageState(LocalTenant tenant)
{
    /// <summary>Differs after a restart, which tells an open page that its messages are gone.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString("N");

    public object Everything(Persona me) => new
    {
        Instance,
        me = me.Key,
        botName = tenant.Options.BotName,
        teamName = tenant.Options.TeamName,
        channelName = tenant.Options.ChannelName,
        people = tenant.People.Select(person => new { person.Key, person.Name, person.Title, person.Section, person.UserId }),
        chats = tenant.Chats.Where(chat => chat.Includes(me)).OrderBy(chat => chat.Kind).Select(chat => new
        {
            chat.Id,
            kind = chat.Kind == ChatKind.Channel ? "channel" : "personal",
            messages = chat.Messages.Select(ToView),
        }),
        unread = Unread(),
    };

    /// <summary>A change for every open page; null where the page has no use for it.</summary>
    public (string Name, string Data)? ToPage(ChatEvent what) => what switch
    {
        ChatEvent.MessageChanged changed => ("message", Json(ToView(changed.Message))),
        ChatEvent.BotTyping typing => ("typing", Json(new { typing.ChatId, typing.ThreadId })),
        ChatEvent.UnreadChanged => ("unread", Json(Unread())),
        _ => null,
    };

    private static string Json(object value) => JsonSerializer.Serialize(value, LocalJson.Options);

    private static object ToView(ChatMessage message) => new
    {
        message.Id,
        message.ChatId,
        message.ThreadId,
        from = message.Sender?.Key,
        message.History[0].At,
        editedAt = message.History.Count > 1 ? message.History[^1].At : (DateTimeOffset?)null,
        version = message.History.Count,
        message.IsDeleted,
        message.Problem,
        activity = message.IsDeleted ? (JsonElement?)null : message.Activity,
    };

    private Dictionary<string, Dictionary<string, int>> Unread() => tenant.People.ToDictionary(person => person.Key, tenant.UnreadOf);
}
