namespace TeamsBot.Packs.Reading;

/// <summary>
/// Where something stands that an operator wrote: a file with line and column (from 1), or a configuration key, which has no line.
/// </summary>
internal sealed record Place(string Source, int Line, int Column)
{
    /// <summary>The form editors and terminals make clickable: <c>policy.yaml:12:5</c>.</summary>
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{Source}:{Line}:{Column}") : Source;
}

/// <summary>
/// What an operator wrote, before anybody knows what it should have been: YAML and configuration come to this one form, so that both are
/// validated by the same code and complain in the same words.
/// </summary>
internal abstract record DataNode(Place Place);

/// <summary>A single value as written. <see cref="Text"/> is null for an explicit null, which says "not set by this guideline".</summary>
internal sealed record ScalarNode(string? Text, Place Place) : DataNode(Place);

internal sealed record ListNode(IReadOnlyList<DataNode> Items, Place Place) : DataNode(Place);

internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, Place Place) : DataNode(Place);

internal sealed record MapEntry(string Key, Place KeyPlace, DataNode Value);
