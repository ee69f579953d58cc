using System.Text.RegularExpressions;

namespace TeamsBot.Protocol.Outbound;

/// <summary>No token could be had, so nothing was sent.</summary>
internal sealed partial class TokenUnavailableException(Exception inner) : Exception("The bot's token could not be obtained.", inner)
{
    /// <summary>
    /// The login host's code, for example AADSTS7000215 for a wrong secret; the message around it names ids and is not logged.
    /// </summary>
    public static string? CodeIn(string message) => Code().Match(message) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("AADSTS[0-9]{1,9}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

/// <summary>Somebody asked to send to a host the bot does not trust. Nothing was sent.</summary>
internal sealed class HostNotAllowedException() : Exception("The host is not on the allow-list.");
