using System.Text.Json;
using TeamsBot.Conversations;
using AdaptiveCards;
using TeamsBot.Data;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>
/// The only way to say something outside of a turn's answer. Adds rows to the turn's commit; the dispatcher sends them afterwards, in the
/// order they were added, per address.
/// </summary>
internal sealed class OutboxWriter(BotDbContext db, TimeProvider time)
{
    /// <summary>A message of plain text; Markdown in it is not drawn.</summary>
    /// <param name="subject">What it is about, for <see cref="Deliveries"/>, for example <c>draft:12</c>.</param>
    /// <param name="notBefore">Not to be sent earlier; it does not hold up what is said meanwhile.</param>
    /// <param name="isAnswer">Somebody waits for it in the chat: goes before notices to other people.</param>
    public void Say(Address address, string text, string subject = "", DateTimeOffset? notBefore = null, bool isAnswer = false)
        => Add(OutboxMessage.Text(address, text, subject, time.GetUtcNow()), notBefore, isAnswer);

    /// <summary>A card that is said once and never changed, for example an answer.</summary>
    public void Post(Address address, AdaptiveCard card, string summary, string subject = "", bool isAnswer = false)
        => Show(address, "", 0, card, summary, subject, isAnswer: isAnswer);

    /// <summary>Shows a card: the first time as a new message, later in its place. Whoever missed versions sees the newest only.</summary>
    /// <param name="cardKey">Which card, for example <c>draft:12</c>. One address has one message for it.</param>
    /// <param name="version">Grows with every change of what the card shows; one that is not newer than what was sent is dropped.</param>
    /// <param name="summary">What the notification says; plain text.</param>
    /// <param name="subject">What it is about; the card key where nothing is given.</param>
    public void Show(
        Address address,
        string cardKey,
        long version,
        AdaptiveCard card,
        string summary,
        string? subject = null,
        DateTimeOffset? notBefore = null,
        bool isAnswer = false)
        => Add(CardOf(address, cardKey, version, card, summary, subject ?? cardKey), notBefore, isAnswer);

    /// <summary>
    /// Changes a card where the address has it, without a sound; where it has none, what was on its way to it is dropped.
    /// </summary>
    /// <inheritdoc cref="Show"/>
    public void Change(
        Address address,
        string cardKey,
        long version,
        AdaptiveCard card,
        string summary,
        string subject,
        DateTimeOffset? notBefore = null
    ) => Add(CardOf(address, cardKey, version, card, summary, subject).Quietly(), notBefore, isAnswer: false);

    /// <summary>
    /// Changes a card that goes on asking or telling something: without a sound where the address has it; where it is still on its way,
    /// this one goes in its place; where none was ever sent, nothing is.
    /// </summary>
    /// <param name="notBefore">For a card that is there: its reader may be writing in it.</param>
    /// <inheritdoc cref="Show"/>
    public void Renew(
        Address address,
        string cardKey,
        long version,
        AdaptiveCard card,
        string summary,
        string subject,
        DateTimeOffset? notBefore = null
    )
    {
        if (db.FindPostedCard(address, cardKey) is null && db.IsOnItsWay(address, cardKey, rings: false))
            Show(address, cardKey, version, card, summary, subject);
        else
            Change(address, cardKey, version, card, summary, subject, notBefore);
    }

    /// <summary>
    /// Asks or tells somebody by a message of its own. More than a few at once reach a person as one list, and what was held up overnight
    /// waits for the opening hours.
    /// </summary>
    /// <param name="summary">What a phone shows: the request, not only the state.</param>
    /// <param name="opens">The button that opens what is asked for; it stands in the list.</param>
    /// <param name="isUrgent">Rings at any hour, and before notices to others.</param>
    public void Ring(
        Address address,
        string cardKey,
        long version,
        AdaptiveCard card,
        string summary,
        Opening opens,
        string subject,
        bool isUrgent = false
    )
        => Add(CardOf(address, cardKey, version, card, summary, subject).Opening(opens.ToJson()), null, isAnswer: isUrgent);

    /// <summary>An attachment Teams itself draws, for example the offer of a file. Personal chats only.</summary>
    /// <param name="cardKey">Where a card is to take its place later: the key under which <see cref="Show"/> finds the message.</param>
    public void Attach(Address person, Attachment attachment, string summary, string cardKey = "") =>
        Add(
            OutboxMessage.Attached(person, JsonSerializer.Serialize(attachment, ProtocolJson.Options), summary, cardKey, time.GetUtcNow()),
            null,
            isAnswer: true
        );

    /// <summary>
    /// The address already has this card in a message, for example the one whose button was pressed: the next <see cref="Show"/> changes
    /// that one.
    /// </summary>
    /// <param name="version">The version it shows now; 0 where unknown, so that any next version is sent.</param>
    public void CardIsAt(Address address, string cardKey, string conversationId, string activityId, long version = 0)
        => Add(OutboxMessage.Adoption(address, cardKey, version, conversationId, activityId, time.GetUtcNow()), null, isAnswer: false);

    private OutboxMessage CardOf(Address address, string cardKey, long version, AdaptiveCard card, string summary, string subject) =>
        OutboxMessage.Card(
            address,
            cardKey,
            version,
            JsonSerializer.Serialize(card, ProtocolJson.Options),
            summary,
            subject,
            time.GetUtcNow()
        );

    private void Add(OutboxMessage message, DateTimeOffset? notBefore, bool isAnswer)
        => db.AddMessage(message.NotEarlierThan(notBefore).AsAnswer(isAnswer));
}
