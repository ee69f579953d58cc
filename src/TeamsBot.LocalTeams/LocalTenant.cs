using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.LocalTeams;

/// <summary>
/// The pretended organisation's chats: one per person with the bot, and one team with one channel. Lives in memory; a restart forgets the
/// messages and keeps every conversation id. Holds state only: what the bot is told is <see cref="TeamsClient"/>'s affair.
/// </summary>
public sealed class LocalTenant
{
    private const int RememberedCalls = 10_000;
    private readonly Lock gate = new();
    private readonly MessageClock clock;
    private readonly TimeProvider time;
    private readonly ImmutableDictionary<string, Chat> chats;
    private ImmutableList<ConnectorCall> calls = [];

    public LocalTenant(IOptions<LocalTeamsOptions> options, TimeProvider time)
    {
        Options = options.Value;
        this.time = time;
        clock = new(time);
        People = [.. Options.People];
        TeamId = $"19:{Persona.ShortHash("team", Options.TenantId)}@thread.tacv2";
        Channel = new($"19:{Persona.ShortHash("channel", Options.TenantId)}@thread.tacv2", ChatKind.Channel, owner: null);
        chats = People
            .Select(person => new Chat(person.PersonalChatId, ChatKind.Personal, person))
            .Append(Channel)
            .ToImmutableDictionary(chat => chat.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Persona> People { get; }

    /// <summary>The team's id; deliberately not the channel's, so that mixing them up is noticed.</summary>
    public string TeamId { get; }

    public Chat Channel { get; }

    /// <summary>The team's group in the directory, a GUID.</summary>
    internal const string TeamGroupId = "eeeeeeee-0000-4000-8000-000000000005";

    /// <summary>Everything the bot asked of the connector, oldest first; the last 10,000 calls.</summary>
    public IReadOnlyList<ConnectorCall> Calls => calls;

    internal LocalTeamsOptions Options { get; }

    internal ChatFeed Feed { get; } = new();

    internal IEnumerable<Chat> Chats => chats.Values;

    public Persona Person(string key) => FindPerson(key) ?? throw new ArgumentException($"Nobody here has the key '{key}'.", nameof(key));

    public Chat ChatOf(Persona person) => chats[person.PersonalChatId];

    /// <summary>
    /// Waits until the condition holds, looking again after every change. The limit is real time, there to end a hanging test.
    /// </summary>
    /// <exception cref="TimeoutException">The condition did not come true.</exception>
    public async Task WaitForAsync(Func<LocalTenant, bool> condition, TimeSpan? limit = null)
    {
        using var listening = Feed.Listen();
        using var giveUp = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(30));
        try
        {
            while (!condition(this)) await listening.Reader.ReadAsync(giveUp.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException("What was waited for did not happen in the local Teams.", late);
        }
    }

    internal Persona? FindPerson(string key) => People.FirstOrDefault(person => person.Key == key);

    internal Persona? FindByUserId(string userId) =>
        People.FirstOrDefault(person =>
            person.UserId == userId || string.Equals(person.ObjectId, userId, StringComparison.OrdinalIgnoreCase)
        );

    internal Chat? FindChat(string chatId) => chats.GetValueOrDefault(chatId);

    /// <summary>
    /// Posts a message; <paramref name="activityOf"/> gets the new message's id and its thread. Without a thread, a channel message starts
    /// one.
    /// </summary>
    internal ChatMessage Post(Chat chat, string? threadId, Persona? sender, Func<string, string?, JsonElement> activityOf)
    {
        ChatMessage message;
        lock (gate)
        {
            var id = clock.Next().ToString(CultureInfo.InvariantCulture);
            var thread = chat.Kind == ChatKind.Channel ? threadId ?? id : null;
            message = new(id, chat.Id, thread, sender, [new(time.GetUtcNow(), activityOf(id, thread))]);
            chat.Messages = chat.Messages.Add(message);
            if (sender is not null) chat.ReadUpTo[sender.Key] = message.Order;
            Feed.Publish(new ChatEvent.MessageChanged(message));
        }

        Feed.Publish(new ChatEvent.UnreadChanged());
        return message;
    }

    /// <summary>Replaces a message by what <paramref name="change"/> makes of it, or does nothing where it is gone.</summary>
    internal ChatMessage? Change(Chat chat, string messageId, Func<ChatMessage, ChatMessage> change)
    {
        lock (gate)
        {
            if (chat.Find(messageId) is not { IsDeleted: false } before) return null;
            var after = change(before);
            chat.Messages = chat.Messages.Replace(before, after);
            Feed.Publish(new ChatEvent.MessageChanged(after));
            return after;
        }
    }

    /// <summary>An id for something that is sent but not shown: the press of a button.</summary>
    internal string NextId()
    {
        lock (gate) return clock.Next().ToString(CultureInfo.InvariantCulture);
    }

    internal ChatMessage? Rewrite(Chat chat, string messageId, JsonElement activity) =>
        Change(chat, messageId, before => before with { History = before.History.Add(new(time.GetUtcNow(), activity)) });

    internal void MarkRead(Chat chat, Persona person, string messageId)
    {
        lock (gate)
        {
            if (chat.Find(messageId) is not { } message || message.Order <= chat.ReadUpTo.GetValueOrDefault(person.Key)) return;
            chat.ReadUpTo[person.Key] = message.Order;
        }

        Feed.Publish(new ChatEvent.UnreadChanged());
    }

    /// <summary>How many messages a person has not read, by chat.</summary>
    internal Dictionary<string, int> UnreadOf(Persona person)
    {
        lock (gate) return Chats.Where(chat => chat.Includes(person)).ToDictionary(chat => chat.Id, chat => chat.UnreadOf(person));
    }

    internal void Record(ConnectorCall call)
    {
        ImmutableInterlocked.Update(ref calls, all => (all.Count < RememberedCalls ? all : all.RemoveAt(0)).Add(call));
        Feed.Publish(new ChatEvent.ConnectorCalled());
    }
}
