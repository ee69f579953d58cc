using TeamsBot.Conversations;

namespace TeamsBot.Outbox;

/// <summary>
/// The message in which an address has a card, so that the next version changes that message instead of posting another. Written by the
/// dispatcher only.
/// </summary>
internal sealed class PostedCard
{
    private PostedCard()
    {
    }

    public Address Address { get; private set; } = null!;

    public string CardKey { get; private set; } = "";

    public string ConversationId { get; private set; } = "";

    /// <summary>
    /// Null where Teams accepted the card and gave no id, or may have accepted it: it cannot be changed any more, the next version is
    /// posted anew.
    /// </summary>
    public string? ActivityId { get; private set; }

    /// <summary>The newest version that was sent.</summary>
    public long Version { get; private set; }

    /// <summary>It stood in the chat once, or may have, and may be gone from there.</summary>
    public bool WasPosted => ConversationId.Length > 0;

    /// <summary>In the place of a conversation's id where an attempt ended without anybody knowing whether it arrived.</summary>
    private const string Somewhere = "?";

    public static PostedCard Of(Address address, string cardKey) => new() { Address = address, CardKey = cardKey };

    public void IsAt(string conversationId, string? activityId, long version)
    {
        ConversationId = conversationId;
        ActivityId = activityId;
        Version = version;
    }

    /// <summary>Nothing of it is in the chat, and what it said up to this version is over.</summary>
    public void IsOver(long version) => (ActivityId, Version) = (null, version);

    /// <summary>
    /// An attempt to post it first may have arrived. From then on no change is too quiet to be sent: what nobody changes would ask for ever
    /// for what is over.
    /// </summary>
    public void MayBeThere()
    {
        if (!WasPosted) ConversationId = Somewhere;
    }

    /// <summary>The message was deleted: the next version is posted anew.</summary>
    public void IsGone() => ActivityId = null;
}
