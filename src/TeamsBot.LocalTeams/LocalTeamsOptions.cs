using System.ComponentModel.DataAnnotations;

namespace TeamsBot.LocalTeams;

/// <summary>
/// Who works in the pretended organisation and which bot is installed there. Nothing here identifies a real tenant; the app copies its own
/// people and bot id into it, so that the bot recognises the persons it is spoken to by.
/// </summary>
public sealed class LocalTeamsOptions
{
    [Required] public string TenantId { get; set; } = "aaaaaaaa-0000-4000-8000-000000000001";

    /// <summary>The bot's application id, a GUID without the channel's <c>28:</c>.</summary>
    [Required] public string BotId { get; set; } = "cccccccc-0000-4000-8000-000000000003";

    [Required] public string BotName { get; set; } = "広報ボット";

    /// <summary>Where the bot takes activities, below <see cref="BaseAddress"/>.</summary>
    [Required] public string BotPath { get; set; } = "/api/messages";

    /// <summary>Address of the host that serves the local Teams. Null takes the address the server listens on.</summary>
    public Uri? BaseAddress { get; set; }

    [Required] public string TeamName { get; set; } = "広報広聴";

    [Required] public string ChannelName { get; set; } = "SNS運用";

    /// <summary>The people to switch between, the first one shown first. Keys and object ids are unique.</summary>
    [MinLength(1, ErrorMessage = "LocalTeams needs at least one person.")] public IList<Persona> People { get; } = [];

    /// <summary>How long the bot may take to answer before the client shows an error, as Teams does (protocol.md 3.5).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")] public TimeSpan AnswerLimit { get; set; } = TimeSpan.FromSeconds(15);
}
