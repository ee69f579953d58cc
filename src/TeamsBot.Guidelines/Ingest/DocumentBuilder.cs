using System.Text;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Turns blocks into a document with its passages: runs the outline, names every part by its printed labels, and cuts the text.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly int[] starts;
    private readonly GuidelineDocument document;

    private DocumentBuilder(string name, IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        starts = new int[blocks.Count];
        var text = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0) text.Append('\n');
            starts[i] = text.Length;
            text.Append(blocks[i].Text);
        }

        document = new()
        {
            Name = name,
            Text = text.ToString(),
            Title = TitlePage.Title(blocks) ?? Path.GetFileNameWithoutExtension(name),
            Edition = TitlePage.Edition(blocks),
        };
    }

    public static GuidelineDocument Build(string name, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0)
            throw new DocumentException(name, 1, "no text found: a scanned image has none, load the document with its text");
        var builder = new DocumentBuilder(name, blocks);
        var root = Outline.Build(blocks, PageTitles.ReadingOrder(blocks));
        builder.AddChildren(root, null, "", []);
        return builder.document;
    }

    private void AddChildren(Node node, Passage? parent, string path, IReadOnlyList<string> headings)
    {
        var labels = Labels.Of(node, blocks);
        for (var i = 0; i < node.Children.Count; i++) Add(node.Children[i], parent, Labels.Join(path, labels[i]), headings);
    }

    private void Add(Node node, Passage? parent, string path, IReadOnlyList<string> headings)
    {
        // A document's own title heads everything and is no step of a clause path.
        if (Labels.IsDocumentTitle(node))
        {
            AddPassage(node, parent, "表題", headings, PassageKind.Paragraph, node.Blocks);
            AddChildren(node, parent, "", headings);
            return;
        }

        // A heading with nothing but one paragraph below it is one clause.
        if (node is { IsHeading: true, Children: [{ IsTable: false, Marker: null, IsHeading: false, Children.Count: 0 } only] })
            node.Blocks.AddRange(TakeOver(node, only));
        var captioned = node.MarkerBlock >= 0 && node.Blocks.Count > 0 && node.Blocks[0] != node.MarkerBlock;
        var under =
            captioned || (node.IsHeading && (node.Children.Count > 0 || node.Blocks.Count > 1) && node.Marker is not { Style: "※" })
                ? [.. headings, HeadingText(node)]
                : headings;
        var kind =
            node.IsTable ? PassageKind.Table
            : node.IsHeading && node.Children.Count > 0 ? PassageKind.Heading
            : node.Marker is null ? PassageKind.Paragraph
            : PassageKind.Item;
        var passage = AddPassage(node, parent, path, under, kind, Spread(node));
        AddChildren(node, passage, path, under);
    }

    private static List<int> TakeOver(Node node, Node only)
    {
        node.Children.Clear();
        return only.Blocks;
    }

    private Passage AddPassage(
        Node node,
        Passage? parent,
        string path,
        IReadOnlyList<string> headings,
        PassageKind kind,
        IEnumerable<int> spread
    )
    {
        var (first, last) = (spread.Min(), spread.Max());
        var own = node.Blocks.Count > 0 ? node.Blocks : [first];
        var marks = blocks[first].Text.Length - Outline.Unmarked(blocks[first].Text).Length;
        var passage = new Passage
        {
            Id = document.Passages.Count, Document = document, Clause = path, Headings = headings, Parent = parent, Kind = kind,
            Start = starts[first] + marks, End = starts[last] + blocks[last].Text.Length,
            OwnText = string.Join('\n', own.Select(i => Outline.Unmarked(blocks[i].Text))), Line = blocks[own[0]].Line,
        };
        document.Passages.Add(passage);
        parent?.Children.Add(passage);
        return passage;
    }

    private static IEnumerable<int> Spread(Node node) => node.Blocks.Concat(node.Children.SelectMany(Spread));

    private string HeadingText(Node node)
    {
        if (node.Marker is not { } marker) return node.Title;
        return node.Title.StartsWith('（') || node.Title.StartsWith('(')
            ? marker.Label + node.Title
            : Outline.Unmarked(blocks[node.MarkerBlock].Text);
    }
}
