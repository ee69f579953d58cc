namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Finds a document's hierarchy from the document itself. No numbering style has a fixed level: a style met for the first time opens a
/// level below the place where it is met, a style already open closes everything below it. A number counts only when it continues its list
/// or starts one, so that "2 か月前" inside a text is no clause. Parts that are named (附則, 別表) close the numbered body.
/// </summary>
internal sealed class Outline
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly List<Marker>[] readings;
    private readonly Node root = new(null, null) { IsHeading = true };
    private readonly bool statesHeadings;
    private Node at;
    private Node? front;
    private bool frontIsOver;
    private int? caption;

    private Outline(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        readings = [.. blocks.Select(block => block.IsTableRow ? [] : MarkerReader.Read(Unmarked(block.Text)))];
        at = root;
        statesHeadings = blocks.Count(block => block.HeadingLevel > 0) > 1;
    }

    /// <summary>
    /// Builds the tree. Blocks are placed in <paramref name="order"/>, which differs from their order on paper where a page's title is
    /// printed below it.
    /// </summary>
    public static Node Build(IReadOnlyList<Block> blocks, IReadOnlyList<int> order)
    {
        var outline = new Outline(blocks);
        foreach (var i in order) outline.Place(i);
        return outline.root;
    }

    /// <summary>The line without the marks of light Markdown, which are no part of a label.</summary>
    internal static string Unmarked(string text)
    {
        var shown = text.TrimStart('#').TrimStart(' ');
        if (shown.Length == text.Length && text.Length > 2 && text[0] is '-' or '*' && text[1] == ' ')
        {
            var rest = text[2..].TrimStart();
            if (MarkerReader.Read(rest).Count > 0) return rest;
        }

        return shown;
    }

    private void Place(int i)
    {
        var block = blocks[i];
        if (block.IsTableRow)
        {
            PlaceRow(i);
            return;
        }

        if (PlaceFront(i)) return;
        if (at.IsTable) at = at.Parent!;
        if (at.Marker is { } open && open.Style.StartsWith('〈') && at.Children is [.., { IsTable: true }]) at = at.Parent!;
        if (IsCaption(i))
        {
            caption = i;
            return;
        }

        foreach (var marker in readings[i])
        {
            if (FindParent(i, marker) is not { } parent) continue;
            Add(parent, marker, i);
            PlaceInner(i, marker);
            return;
        }

        if (block.HeadingLevel > 0 || LooksLikeHeading(i)) PlaceHeading(i);
        else PlaceParagraph(i);
    }

    /// <summary>Lines of the title page: short, unnumbered, before everything else. They head nothing.</summary>
    private bool PlaceFront(int i)
    {
        if (frontIsOver) return false;
        if (PageTitles.PageFacts().IsMatch(blocks[i].Text))
        {
            var facts = new Node(root, null) { CountedLabel = "ページ情報" };
            facts.Blocks.Add(i);
            root.Children.Add(facts);
            return true;
        }

        if (readings[i].Count > 0 || blocks[i].HeadingLevel > 0 || !IsShortLine(blocks[i].Text) || IsCaption(i))
        {
            frontIsOver = true;
            return false;
        }

        if (front is null) root.Children.Add(front = new Node(root, null) { CountedLabel = "表題" });
        front.Blocks.Add(i);
        return true;
    }

    /// <summary>（目的） alone above 第1条 is that article's heading.</summary>
    private bool IsCaption(int i) =>
        blocks[i].Text is ['（' or '(', .., '）' or ')']
        && blocks[i].Text.Length <= 30
        && i + 1 < blocks.Count
        && readings[i + 1] is [{ LegalRank: > 0 }, ..];

    /// <summary>A note or a bullet may carry a number of its own: ※(1) opens a list inside the note.</summary>
    private void PlaceInner(int i, Marker outer)
    {
        if (!outer.IsBullet) return;
        var rest = Unmarked(blocks[i].Text)[outer.Length..];
        if (MarkerReader.Read(rest) is not [{ Ordinal: 1 } inner, ..] || at.Parent is null) return;
        var node = new Node(at, inner) { Depth = blocks[i].ListDepth, MarkerBlock = i };
        node.Blocks.Add(i);
        at.Blocks.Clear();
        at.IsHeading = true;
        at.Children.Add(node);
        at = node;
    }

    /// <summary>Where a marker belongs, or null when it cannot be a marker here.</summary>
    private Node? FindParent(int i, Marker marker)
    {
        var block = blocks[i];
        if (marker.IsAppendix) return root;
        if (marker.Style == "※" || marker.Style == "※N") return NoteParent(marker);
        if (marker.IsNamed)
            return at.Path().FirstOrDefault(node => node.Marker?.Style == marker.Style)?.Parent ?? NearestHeading(at, numbered: true);
        if (marker.LegalRank > 0)
            return at.Path()
                .First(node =>
                    node.Parent is null
                    || node.Marker is { IsAppendix: true }
                    || node.Marker is { LegalRank: > 0 } open && open.LegalRank < marker.LegalRank
                    || (node.StatedLevel == 1 && node.Marker is null && block.HeadingLevel != 1)
                );
        foreach (var node in at.Path())
        {
            if (node.Marker is { IsAppendix: true }) break;
            if (node.Marker is not { } open || open.Style != marker.Style) continue;
            if (marker.IsBullet) return Deeper(block, node) ? at : node.Parent;
            if (marker.Style.StartsWith("N-", StringComparison.Ordinal) && !SameStem(open.Label, marker.Label)) continue;
            if (
                marker.Ordinal == open.Ordinal + 1
                || (marker.IsStrong && marker.Ordinal > open.Ordinal && marker.Ordinal <= open.Ordinal + 3)
            )
                return node.Parent;
            if (marker.Ordinal == open.Ordinal && RepeatsHeading(i, node)) return node.Parent;
            if (marker.Ordinal == 1)
                return Deeper(block, node) || (open.Ordinal > 1 && ComesLater(i, marker.Style, open.Ordinal + 1)) ? at : node.Parent;
        }

        if (marker.IsBullet || marker.Ordinal == 1 || block.HeadingLevel > 0 || marker.IsStrong)
            return block.HeadingLevel > 0 ? HeadingParent(i, block, marker) : at;
        // The 項 of an article are numbered from 2: the first carries no number.
        return marker.Ordinal == 2 && at.Path().FirstOrDefault(node => node.Marker is { LegalRank: > 0 }) is { } article ? article : null;
    }

    private Node NoteParent(Marker marker)
    {
        foreach (var node in at.Path())
        {
            if (node.Marker is { } open && open.Style == marker.Style) return node.Parent!;
            if (node.IsHeading && node.Marker is not { IsBullet: true }) return node;
        }

        return root;
    }

    /// <summary>
    /// A heading the format states stands under the nearest heading stated to be above it, or inside a list item when that list goes on
    /// after it.
    /// </summary>
    private Node HeadingParent(int i, Block block, Marker marker) =>
        at.Path()
            .FirstOrDefault(node =>
                node.Parent is null
                || (node.StatedLevel > 0 && node.StatedLevel < block.HeadingLevel)
                || (
                    node.Marker is { Ordinal: > 0 } item
                    && node.StatedLevel == 0
                    && marker.Ordinal > 0
                    && ComesLater(i, item.Style, item.Ordinal + 1)
                )
            )
        ?? root;

    private static bool Deeper(Block block, Node node) => block.ListDepth > node.Depth && node.Depth + block.ListDepth > 0;

    private static bool SameStem(string first, string second)
    {
        static string Stem(string label) => DisplayText.Fold(label).TrimEnd("0123456789".ToCharArray());
        return Stem(first) == Stem(second);
    }

    /// <summary>The same number again is a heading printed on the next page (その２, 続き) when both are headings.</summary>
    private bool RepeatsHeading(int i, Node node)
    {
        var text = DisplayText.Fold(Unmarked(blocks[i].Text));
        return node.IsHeading
            && !text.EndsWith('。')
            && Enumerable
                .Range(0, Math.Min(6, text.Length))
                .All(k =>
                    k < DisplayText.Fold(Unmarked(blocks[node.Blocks[0]].Text)).Length
                    && DisplayText.Fold(Unmarked(blocks[node.Blocks[0]].Text))[k] == text[k]
                );
    }

    private bool ComesLater(int i, string style, int ordinal) =>
        Enumerable
            .Range(i + 1, Math.Max(0, Math.Min(60, blocks.Count - i - 1)))
            .Any(k => readings[k].Any(next => next.Style == style && next.Ordinal == ordinal));

    private void Add(Node parent, Marker marker, int i)
    {
        var text = Unmarked(blocks[i].Text);
        var rest = text[Math.Min(marker.Length, text.Length)..];
        var node = new Node(parent, marker) { Depth = blocks[i].ListDepth, StatedLevel = blocks[i].HeadingLevel };
        node.IsHeading = blocks[i].HeadingLevel > 0 || (IsShortLine(rest, 60) && !marker.IsBullet) || marker.IsNamed;
        node.Title = marker.Style.StartsWith('〈') ? marker.Label + rest : rest;
        if (caption is { } above)
        {
            node.Blocks.Add(above);
            node.Title = blocks[above].Text;
            caption = null;
        }

        node.MarkerBlock = i;
        node.Blocks.Add(i);
        parent.Children.Add(node);
        at = node;
    }

    private void PlaceRow(int i)
    {
        if (!at.IsTable)
        {
            while (at.Depth > blocks[i].ListDepth) at = at.Parent!;
            var table = new Node(at, null) { IsTable = true };
            at.Children.Add(table);
            at = table;
        }

        at.Blocks.Add(i);
    }

    private void PlaceHeading(int i)
    {
        var level = blocks[i].HeadingLevel;
        var parent = level > 0
            ? at.Path()
                .First(node =>
                    node.Parent is null
                    || (node.StatedLevel > 0 && node.StatedLevel < level)
                    || (node.StatedLevel == 0 && node.IsHeading && node.Marker is { IsAppendix: true })
                )
            : NearestHeading(at, numbered: true);
        var node = new Node(parent, null) { IsHeading = true, StatedLevel = level, Title = Unmarked(blocks[i].Text) };
        node.Blocks.Add(i);
        parent.Children.Add(node);
        at = node;
    }

    private void PlaceParagraph(int i)
    {
        // Behind a page's end, unnumbered text that no list goes on after has left the numbering.
        if (blocks[i].AfterGap && at.Path().Any(node => node.Marker is not null) && !ListGoesOn(i)) at = root;
        if (!at.IsHeading && at.Children.Count == 0)
        {
            at.Blocks.Add(i);
            return;
        }

        var paragraph = new Node(at, null) { CountedLabel = i < 12 && PageTitles.PageFacts().IsMatch(blocks[i].Text) ? "ページ情報" : null };
        paragraph.Blocks.Add(i);
        at.Children.Add(paragraph);
        if (at == root && i + 1 < blocks.Count && readings[i + 1] is [{ IsBullet: true }, ..]) at = paragraph;
    }

    private bool ListGoesOn(int i)
    {
        var next = Enumerable
            .Range(i + 1, blocks.Count - i - 1)
            .FirstOrDefault(k => readings[k].Any(marker => !marker.IsBullet || marker.IsNamed));
        return next > 0
            && readings[next]
                .Any(marker =>
                    !marker.IsAppendix
                    && at.Path().Any(node => node.Marker?.Style == marker.Style && marker.Ordinal == node.Marker?.Ordinal + 1)
                );
    }

    /// <summary>A short line without a full stop that has text below it, in a file that states no headings.</summary>
    private bool LooksLikeHeading(int i)
    {
        if (statesHeadings || readings[i].Count > 0 || !IsShortLine(blocks[i].Text) || i + 1 >= blocks.Count || blocks[i].ListDepth > 0)
            return false;
        if (at.Marker is { IsBullet: true } && !blocks[i].AfterGap && at.Parent is { IsHeading: false }) return false;
        var next = blocks[i + 1];
        return next.IsTableRow
            || next.AfterGap
            || !IsShortLine(next.Text)
            || readings[i + 1] is [{ IsBullet: true }, ..]
            || readings[i + 1] is [{ Ordinal: 1 }, ..];
    }

    private static Node NearestHeading(Node from, bool numbered) =>
        from.Path()
            .First(node =>
                node.Parent is null || (node.IsHeading && (!numbered || node.Marker is { IsBullet: false }) || node.StatedLevel > 0)
            );

    internal static bool IsShortLine(string text, int most = 45) =>
        text.Length > 0
        && text.Length <= most
        && !(text[^1] is '。' or '、' or '．' or '：' or ':' or ';')
        && !text.Contains('。', StringComparison.Ordinal)
        && !text.Contains('\t', StringComparison.Ordinal);
}
