using System.ComponentModel.DataAnnotations;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Conversations;

/// <summary>
/// A stored address: where the bot has been spoken to and may speak later (protocol.md 6.1). A channel is stored once, not once a thread.
/// Facts come from verified activities only, and the newest wins. Who the person of a personal chat is stands in <see cref="Contact"/>.
/// </summary>
internal sealed class Conversation
{
    /// <summary>How exactly <see cref="LastInboundAt"/> is kept: a busy channel does not write its row with every turn.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private Conversation()
    {
    }

    public string TenantId { get; private set; } = "";

    public string ConversationId { get; private set; } = "";

    public ConversationKind Kind { get; private set; }

    /// <summary>The person of a personal chat; null elsewhere.</summary>
    public string? AadObjectId { get; private set; }

    public string ServiceUrl { get; private set; } = "";

    public string BotId { get; private set; } = "";

    public InstallState State { get; private set; } = InstallState.Removed;

    /// <summary>
    /// Since when. The concurrency token: two turns in one channel do not disturb each other, but a turn that read "active" cannot win over
    /// a refusal that the dispatcher met in between.
    /// </summary>
    [ConcurrencyCheck]
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>To within a minute.</summary>
    public DateTimeOffset LastInboundAt { get; private set; }

    /// <summary>How often the bot was installed here, as far as events told.</summary>
    public int Installs { get; private set; }

    public int Welcomed { get; private set; }

    public bool IsReachable => State == InstallState.Active;

    public static Conversation FirstSeen(ParsedTurn turn, DateTimeOffset at)
    {
        var conversation = new Conversation
        {
            TenantId = turn.Conversation.TenantId.ToLowerInvariant(),
            ConversationId = ThreadTarget.Channel(turn.Conversation.ConversationId),
        };
        conversation.Seen(turn, at);
        return conversation;
    }

    /// <summary>A personal chat which the bot itself has just created with somebody met elsewhere.</summary>
    public static Conversation Created(Contact contact, string conversationId, DateTimeOffset at) => new()
    {
        TenantId = contact.TenantId,
        ConversationId = conversationId,
        Kind = ConversationKind.Personal,
        AadObjectId = contact.AadObjectId,
        ServiceUrl = contact.ServiceUrl,
        BotId = contact.BotId,
        State = InstallState.Active,
        StateAt = at,
    };

    /// <summary>A conversation nothing ever arrived from, and which refused what was sent there.</summary>
    public static Conversation Refusing(ConversationReference reference, DateTimeOffset at) => new()
    {
        TenantId = reference.TenantId,
        ConversationId = ThreadTarget.Channel(reference.ConversationId),
        Kind = ConversationKind.Channel,
        ServiceUrl = reference.ServiceUrl,
        BotId = reference.BotId,
        State = InstallState.Blocked,
        StateAt = at,
    };

    /// <summary>Something arrived from here, sent at <paramref name="at"/>. What is older than what is known changes nothing.</summary>
    public void Seen(ParsedTurn turn, DateTimeOffset at)
    {
        if (at >= StateAt) Learn(PresenceIn(turn.Activity), at);
        if (at < LastInboundAt) return;
        Kind = KindOf(turn.Activity);
        // A personal chat keeps its person: whatever else claims to come from there, nobody else's cards may ever be led into it.
        if (Kind == ConversationKind.Personal && turn.Actor is { } actor) AadObjectId ??= actor.ObjectId.ToLowerInvariant();
        ServiceUrl = turn.Conversation.ServiceUrl;
        BotId = turn.Conversation.BotId;
        if (at - LastInboundAt >= Fresh) LastInboundAt = at;
    }

    /// <summary>True once per installation: its events come several times (protocol.md 3.4).</summary>
    public bool TryWelcome()
    {
        if (Welcomed == Installs) return false;
        Welcomed = Installs;
        return true;
    }

    /// <summary>The connector refused for good. Whoever writes again, or installs again, is reachable again.</summary>
    public void Blocked(DateTimeOffset at) => MoveTo(InstallState.Blocked, at);

    /// <summary>Somebody wants to know whether the refusal still stands.</summary>
    public void TryAgain(DateTimeOffset at) => MoveTo(InstallState.Active, at);

    /// <summary>The reference to speak here, or in the thread of this channel that <paramref name="conversationId"/> names.</summary>
    public ConversationReference Reference(string? conversationId = null) =>
        new(ServiceUrl, conversationId ?? ConversationId, TenantId, BotId);

    private void Learn(Presence presence, DateTimeOffset at)
    {
        if (presence == Presence.Installed && State != InstallState.Active) Installs++;
        if (presence is Presence.Installed or Presence.Spoke) MoveTo(InstallState.Active, at);
        if (presence == Presence.Removed) MoveTo(InstallState.Removed, at);
    }

    private void MoveTo(InstallState state, DateTimeOffset at)
    {
        if (State == state) return;
        State = state;
        StateAt = at;
    }

    private static Presence PresenceIn(Activity activity) => activity switch
    {
        { Type: ActivityTypes.Message or ActivityTypes.Invoke } => Presence.Spoke,
        { Type: ActivityTypes.InstallationUpdate, Action: "add" or "add-upgrade" } => Presence.Installed,
        { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" } => Presence.Removed,
        { Type: ActivityTypes.ConversationUpdate } when Names(activity.MembersAdded, activity.Recipient) => Presence.Installed,
        { Type: ActivityTypes.ConversationUpdate } when Names(activity.MembersRemoved, activity.Recipient) => Presence.Removed,
        _ => Presence.Unsaid,
    };

    private static bool Names(IReadOnlyList<ChannelAccount>? members, ChannelAccount? bot)
        => bot is not null && members?.Any(member => member.Id == bot.Id) == true;

    private static ConversationKind KindOf(Activity activity) => activity.Conversation?.ConversationType switch
    {
        null or ConversationTypes.Personal => ConversationKind.Personal,
        ConversationTypes.Channel => ConversationKind.Channel,
        _ => ConversationKind.Group,
    };

    private enum Presence
    {
        Unsaid,
        Installed,
        Removed,
        Spoke,
    }
}

internal enum ConversationKind
{
    Personal,
    Group,
    Channel,
}

internal enum InstallState
{
    Active,

    /// <summary>Not installed, as far as is known. Our own word counts: the service delivers for a while after an uninstall.</summary>
    Removed,

    /// <summary>The connector refused: the person blocked the bot, an administrator switched it off, or the conversation is gone.</summary>
    Blocked,
}
