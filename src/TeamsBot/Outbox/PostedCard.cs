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
    /// Null where Teams accepted the card and gave no id: it cannot be changed any more, the next version is posted anew.
    /// </summary>
    public string? ActivityId { get; private set; }

    /// <summary>The newest version that was sent.</summary>
    public long Version { get; private set; }

    /// <summary>It stood in the chat once, and may be gone from there.</summary>
    public bool WasPosted => ConversationId.Length > 0;

    public static PostedCard Of(Address address, string cardKey) => new() { Address = address, CardKey = cardKey };

    public void IsAt(string conversationId, string? activityId, long version)
    {
        ConversationId = conversationId;
        ActivityId = activityId;
        Version = version;
    }

    /// <summary>Nothing of it is in the chat, and what it said up to this version is over.</summary>
    public void IsOver(long version) => (ActivityId, Version) = (null, version);

    /// <summary>The message was deleted: the next version is posted anew.</summary>
    public void IsGone() => ActivityId = null;
}
