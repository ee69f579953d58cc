using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// One inbound activity, verified and taken apart: who, where, what was said or pressed. Nothing in it comes from an unverified source, but
/// everything the person or the client filled in (text, action data, names) is still a claim, never a fact.
/// </summary>
public sealed class ParsedTurn
{
    public required Activity Activity { get; init; }

    /// <summary>
    /// The signed-in person, or null for events that name nobody; without one no business action is taken (protocol.md 1.7).
    /// </summary>
    public required Actor? Actor { get; init; }

    public required ConversationReference Conversation { get; init; }

    /// <summary>
    /// What was typed, without the bot's own mention, entities decoded, white space at the ends removed (protocol.md 3.3). Line breaks are
    /// kept.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The pressed button, whether it came as Action.Execute or as its Submit fallback.</summary>
    public CardAction? Action { get; init; }

    /// <summary>The pictures and files that came with the message, in the order of the client.</summary>
    public IReadOnlyList<SharedFile> Files => SharedFile.In(Activity);

    public bool IsInvoke => Activity.Type == ActivityTypes.Invoke;

    public bool IsPersonal => Activity.Conversation?.ConversationType is null or ConversationTypes.Personal;
}

/// <summary>The person of a turn. Equality is tenant and object id: a name is for reading only.</summary>
/// <param name="UserId">The channel's per-bot id (<c>29:…</c>), needed to address the person; not an identity.</param>
public sealed record Actor(string TenantId, string ObjectId, string UserId, string Name)
{
    /// <summary>Who it is; the two below are its parts.</summary>
    public PersonId Id { get; } = PersonId.Of(TenantId, ObjectId);

    public string TenantId => Id.TenantId;

    public string ObjectId => Id.ObjectId;

    public bool Equals(Actor? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>
/// A pressed button (protocol.md 4.2). <see cref="Data"/> is the card's data merged with its inputs: replayable and editable, so hints
/// only.
/// </summary>
/// <param name="IsAutomatic">The client refreshed by itself; such a turn must change nothing.</param>
/// <param name="IsFallback">Came as Action.Submit: no card can be returned, the message must be updated instead.</param>
/// <param name="CardActivityId">The message that carried the card, where the client said so.</param>
public sealed record CardAction(
    string Verb, IReadOnlyDictionary<string, string> Data, bool IsAutomatic, bool IsFallback, string? CardActivityId)
{
    /// <summary>A value as text, or empty: a missing field and an empty one mean the same from a hand-edited card.</summary>
    public string this[string key] => Data.GetValueOrDefault(key, "");
}
