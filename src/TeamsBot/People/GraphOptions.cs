using TeamsBot.Graph;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.Protocol;

namespace TeamsBot.People;

/// <summary>
/// People from Microsoft Graph; section <c>People:Graph</c>, read where <c>People:Source</c> is <c>Graph</c>. Which permissions each
/// setting needs stands in docs/operations.md.
/// </summary>
/// <param name="Groups">Which group of Entra has which role; one group may have several entries. What is in none of them does not exist for
/// the bot.</param>
/// <param name="HeadsAreManagers">Whoever manages people of a section and has no manager in it is its head, where no group says
/// otherwise.</param>
/// <param name="ReadsAbsences">Automatic replies are read. Default: no, because it needs a look into mailbox settings.</param>
/// <param name="App">The app's id in the organisation's catalogue; with it the app is installed for people with a role. Default: nobody is
/// installed.</param>
/// <param name="Every">Between two readings. 1 minute to a day; default 15 minutes.</param>
/// <param name="Url">Overrides the cloud's address, with the version. https; plain http for this machine only, and then without a
/// token.</param>
internal sealed record GraphOptions(
    IReadOnlyList<GraphRole> Groups, bool HeadsAreManagers, bool ReadsAbsences, string? App, TimeSpan Every, Uri? Url,
    IReadOnlyList<Deputy> Deputies)
{
    private static readonly Words<bool> Heads = new(
        ("managers", true, "上司から決める", "from managers"), ("groups", false, "グループだけで決める", "by groups alone"));

    public IReadOnlyList<string> GroupIds => [.. Groups.Select(group => group.Id).Distinct(StringComparer.Ordinal)];

    /// <param name="deputies">As for people of a file: who stands in for whom is not in Entra.</param>
    public static GraphOptions Read(MapReader from, IReadOnlyList<Deputy> deputies)
    {
        var groups = from.Maps("groups", GraphRole.Read);
        if (groups.Count == 0) from.Refuse("groups", "グループを一つ以上書いてください（id と role）。", "State at least one group (id and role).");
        if (groups.Select(group => group.Id).Distinct(StringComparer.Ordinal).Count() > GraphSettings.MaxGroups) from.Refuse(
            "groups", "グループは50までです。", "At most 50 groups.");
        var address = from.OptionalText("url");
        var url = address is not null && Uri.TryCreate(address, UriKind.Absolute, out var read)
            && (read.Scheme == Uri.UriSchemeHttps || read.IsLoopback) ? read : null;
        if (address is not null && url is null) from.Refuse(
            "url", "https:// で始まるアドレスを書いてください。", "Write an address that begins with https://.");
        return new(
            groups, from.OptionalWord("heads", Heads) ?? true, from.Flag("absences", otherwise: false), from.OptionalText("app"),
            TimeSpan.FromMinutes(from.OptionalNumber("minutes", 1, 1_440) ?? 15), url, deputies);
    }

    /// <summary>Where Graph is: as set, else as the bot's cloud has it.</summary>
    public Uri AddressIn(BotCloud cloud) => Url ?? new Uri(cloud switch
    {
        BotCloud.UsGov => "https://graph.microsoft.us/v1.0",
        BotCloud.China => "https://microsoftgraph.chinacloudapi.cn/v1.0",
        _ => "https://graph.microsoft.com/v1.0",
    });
}

/// <summary>The direct members of a group have a role.</summary>
/// <param name="Id">The group's object id.</param>
internal sealed record GraphRole(string Id, Role Role)
{
    public static GraphRole Read(MapReader from)
    {
        var read = new GraphRole(from.Text("id").ToLowerInvariant(), from.Word("role", Roles.Words));
        if (read.Id.Length > 0 && !Guid.TryParseExact(read.Id, "D", out _)) from.Refuse(
            "id", "グループのオブジェクトID（8-4-4-4-12桁）を書いてください。", "Write the group's object id (8-4-4-4-12 digits).");
        return read;
    }
}
