namespace TeamsBot.LocalTeams.Chats;

/// <summary>Gives messages their ids as Teams does: milliseconds since 1970 as decimal text, never the same one twice.</summary>
internal sealed class MessageClock(TimeProvider time)
{
    private long last;

    /// <summary>Not safe for use from several threads; the tenant's lock guards it.</summary>
    public long Next() => last = Math.Max(last + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
}
