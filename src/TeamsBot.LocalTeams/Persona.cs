using System.Security.Cryptography;
using System.Text;

namespace TeamsBot.LocalTeams;

/// <summary>
/// One pretended person. <see cref="UserId"/> and the id of their chat with the bot follow from <see cref="ObjectId"/>, so they survive a
/// restart.
/// </summary>
public sealed record Persona
{
    /// <summary>Short Latin name, used in the page's address: <c>?as=sato</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The Entra object id; the only thing the bot may recognise the person by.</summary>
    public required string ObjectId { get; init; }

    public required string Name { get; init; }

    /// <summary>What the person is called in the process, for example 起案者 or 課長.</summary>
    public string Title { get; init; } = "";

    public string Section { get; init; } = "";

    public string Locale { get; init; } = "ja-JP";

    /// <summary>The id the channel gives a person, different for every bot.</summary>
    public string UserId => "29:" + ShortHash("user", ObjectId);

    internal string PersonalChatId => "a:" + ShortHash("chat", ObjectId);

    internal static string ShortHash(string kind, string id) =>
        Convert
            .ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {id.ToUpperInvariant()}")), 0, 24)
            .Replace('+', '-')
            .Replace('/', '_');
}
