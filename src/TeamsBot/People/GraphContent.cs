using System.Text.Json;
using TeamsBot.Graph;

namespace TeamsBot.People;

/// <summary>A reading of Graph as the database keeps it.</summary>
internal static class GraphContent
{
    public static string Write(GraphDirectory directory) => JsonSerializer.Serialize(directory, JsonSerializerOptions.Default);

    public static GraphDirectory Read(string json) => JsonSerializer.Deserialize<GraphDirectory>(json, JsonSerializerOptions.Default)!;

    /// <summary>Whether anybody or anything differs, whatever the links are.</summary>
    public static bool IsSame(GraphDirectory one, GraphDirectory other) =>
        Write(one with { GroupsLink = null, UsersLink = null }) == Write(other with { GroupsLink = null, UsersLink = null });
}
