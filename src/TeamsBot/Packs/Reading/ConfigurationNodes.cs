namespace TeamsBot.Packs.Reading;

/// <summary>
/// Turns a configuration section into nodes, so that settings and files are read by one reader. Children named 0, 1, 2 … are a list. Keys
/// are lower-cased, because configuration does not care about case: fields read this way must be single words.
/// </summary>
internal static class ConfigurationNodes
{
    public static DataNode Read(IConfigurationSection section)
    {
        var place = new Place(section.Path, 0, 0);
        var children = section.GetChildren().ToList();
        if (children.Count == 0) return new ScalarNode(section.Value, place);
        return children.TrueForAll(child => child.Key.All(char.IsAsciiDigit))
            ? new ListNode([.. children.Select(Read)], place)
            : new MapNode(
                [.. children.Select(child => new MapEntry(child.Key.ToLowerInvariant(), new(child.Path, 0, 0), Read(child)))],
                place
            );
    }
}
