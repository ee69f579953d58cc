using System.Security.Cryptography;
using System.Text;
using TeamsBot.Conversations;

namespace TeamsBot.Handouts;

/// <summary>
/// One offer of a file, told apart from every other, also of the same file, by a number that stands in its own message only.
/// </summary>
/// <param name="Owner">The feature that answers for it.</param>
/// <param name="Id">How that feature finds what is offered.</param>
internal sealed record FileOffer(string Owner, string Id, string Number)
{
    /// <summary>What the client sends back; somebody could write it by hand.</summary>
    public string Context => $"{Owner}:{Number}:{Id}";

    /// <summary>Under which the outbox keeps where it stands. A hash, because the id may be long and is nobody's affair.</summary>
    public string Key => $"offer:{Hash(Context)}";

    /// <summary>Under which it is kept that this address answered.</summary>
    public string Answered(Address address) => Hash($"answered\u001e{address}\u001e{Context}");

    /// <summary>Null where no offer could have said it.</summary>
    public static FileOffer? Read(string context) =>
        context.Split(':', 3) is [{ Length: > 0 } owner, { Length: > 0 } number, var id] ? new(owner, id, number) : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
