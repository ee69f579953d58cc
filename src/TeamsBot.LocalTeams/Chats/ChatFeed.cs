using System.Collections.Immutable;
using System.Threading.Channels;

namespace TeamsBot.LocalTeams.Chats;

/// <summary>Something changed. The page is told the named kinds; tests only wait for them.</summary>
internal abstract record ChatEvent
{
    internal sealed record MessageChanged(ChatMessage Message) : ChatEvent;

    internal sealed record BotTyping(string ChatId, string? ThreadId) : ChatEvent;

    internal sealed record UnreadChanged : ChatEvent;

    /// <summary>The connector was called, whatever came of it.</summary>
    internal sealed record ConnectorCalled : ChatEvent;
}

/// <summary>Carries events to everybody who listens at the moment; who comes later reads the state first.</summary>
internal sealed class ChatFeed
{
    private ImmutableList<Channel<ChatEvent>> listeners = [];

    public void Publish(ChatEvent what)
    {
        foreach (var listener in listeners) listener.Writer.TryWrite(what);
    }

    /// <summary>Listens from this call on, not from the first read on, so that nothing between the two is lost.</summary>
    public Listening Listen()
    {
        var channel = Channel.CreateUnbounded<ChatEvent>(new UnboundedChannelOptions { SingleReader = true });
        ImmutableInterlocked.Update(ref listeners, all => all.Add(channel));
        return new(channel.Reader, () => ImmutableInterlocked.Update(ref listeners, all => all.Remove(channel)));
    }

    internal sealed class Listening(ChannelReader<ChatEvent> reader, Action stop) : IDisposable
    {
        public ChannelReader<ChatEvent> Reader { get; } = reader;

        public void Dispose() => stop();
    }
}
