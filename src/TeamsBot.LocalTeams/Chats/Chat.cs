using System.Collections.Immutable;

namespace TeamsBot.LocalTeams.Chats;

public enum ChatKind
{
    Personal,
    Channel,
}

/// <summary>A place where people and the bot write: one person's chat with the bot, or the team's channel, which everybody is in.</summary>
public sealed class Chat
{
    private volatile ImmutableList<ChatMessage> messages = [];

    internal Chat(string id, ChatKind kind, Persona? owner) => (Id, Kind, Owner) = (id, kind, owner);

    public string Id { get; }

    public ChatKind Kind { get; }

    /// <summary>Whose chat it is; null for the channel.</summary>
    public Persona? Owner { get; }

    /// <summary>Everything written here, oldest first. A snapshot: reading needs no lock.</summary>
    public ImmutableList<ChatMessage> Messages
    {
        get => messages;
        internal set => messages = value;
    }

    /// <summary>What the bot said here and did not take back.</summary>
    public IReadOnlyList<ChatMessage> FromBot => [.. Messages.Where(message => message is { IsFromBot: true, IsDeleted: false })];

    public ChatMessage? Find(string messageId) => Messages.Find(message => message.Id == messageId);

    /// <summary>How far each person has read: the newest message seen, by the person's key. Guarded by the tenant's lock.</summary>
    internal Dictionary<string, long> ReadUpTo { get; } = [];

    internal bool Includes(Persona person) => Owner is null || Owner == person;

    internal int UnreadOf(Persona person)
    {
        var seen = ReadUpTo.GetValueOrDefault(person.Key);
        return Includes(person) ? Messages.Count(message => message.Order > seen && message.Sender != person && !message.IsDeleted) : 0;
    }
}
