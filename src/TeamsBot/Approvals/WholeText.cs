using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;

namespace TeamsBot.Approvals;

/// <summary>
/// A text of any length, unchanged and alone, in as many messages as it takes. Other surfaces still take 28 KB of a message only
/// (protocol.md 3.10), and a Japanese character is three bytes.
/// </summary>
internal static class WholeText
{
    /// <summary>In UTF-16 units.</summary>
    private const int MaxPart = 7_000;

    public static void Send(OutboxWriter outbox, Address to, string text)
    {
        foreach (var part in ShortText.Parts(text, MaxPart)) outbox.Say(to, part);
    }
}
