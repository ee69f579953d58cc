namespace TeamsBot.Guidelines.Ingest;

/// <summary>A part of a document while its hierarchy is being found: a heading, an item, a paragraph or a table.</summary>
internal sealed class Node(Node? parent, Marker? marker)
{
    public Node? Parent { get; set; } = parent;

    public Marker? Marker { get; } = marker;

    public List<Node> Children { get; } = [];

    /// <summary>Indexes of the blocks this node says itself.</summary>
    public List<int> Blocks { get; } = [];

    public bool IsHeading { get; set; }

    public bool IsTable { get; init; }

    /// <summary>The level its format states, 1 to 6; 0 for a heading recognised by its looks.</summary>
    public int StatedLevel { get; init; }

    public int Depth { get; init; }

    /// <summary>The block that carries the number; -1 where there is none.</summary>
    public int MarkerBlock { get; set; } = -1;

    /// <summary>The heading without its number; for an item its first words are no title.</summary>
    public string Title { get; set; } = "";

    /// <summary>A heading without a number, or an item or paragraph that is only counted.</summary>
    public string? CountedLabel { get; set; }

    public IEnumerable<Node> Path()
    {
        for (var at = this; at is not null; at = at.Parent) yield return at;
    }
}
