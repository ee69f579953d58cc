using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace TeamsBot.LocalTeams;

/// <summary>Where this host stands: the connector's address goes into every activity, the bot's is where activities are sent.</summary>
internal sealed class LocalAddresses(IServer server, IOptions<LocalTeamsOptions> options)
{
    /// <summary>The path everything but the page lies under; set once, when the endpoints are mapped.</summary>
    public string Prefix { get; set; } = "/local";

    /// <summary>Ends with a slash, as Teams' service addresses do.</summary>
    public string ServiceUrl => $"{Base}{Prefix}/connector/";

    /// <summary>The signed address of a file on somebody's drive.</summary>
    public string Drive(string id) => $"{Base}{Prefix}/drive/{id}";

    public Uri BotEndpoint => new(Base + options.Value.BotPath);

    /// <summary>Read anew each time: a server on a free port knows its address only after the start.</summary>
    private string Base => options.Value.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? Listening() ?? "http://localhost";

    private string? Listening()
    {
        var all = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = all.FirstOrDefault(item => item.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault();
        if (address is null) return null;
        foreach (var any in (string[])["//+", "//*", "//0.0.0.0", "//[::]"])
            address = address.Replace(any, "//localhost", StringComparison.Ordinal);
        return address.TrimEnd('/');
    }
}
