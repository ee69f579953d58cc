namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Names the parts of one level. Numbers are cited as printed; a bullet is counted behind its mark (・3), a paragraph as 第2段, a heading
/// without a number by its words. A label printed twice on one level is told apart by the words in brackets behind it: ２(その１), ２(その２).
/// </summary>
internal static class Labels
{
    /// <summary>Marks a label that names the whole path by itself, as 1-2-3 does.</summary>
    private const char Whole = '=';

    public static List<string> Of(Node parent, IReadOnlyList<Block> blocks)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var labels = new List<string>(parent.Children.Count);
        foreach (var child in parent.Children)
        {
            labels.Add(child switch
            {
                { CountedLabel: { } counted } => counted,
                { Marker: { IsBullet: true } bullet } => Counted(bullet.Label, counts, Same(parent, bullet.Style)),
                { Marker: { } marker } => Printed(marker, child, parent, blocks),
                { IsTable: true } => Counted("表", counts, parent.Children.Count(other => other.IsTable), onlyIfMany: true),
                { IsHeading: true } => parent.Children.Count == 1 && parent.Parent is not null && !IsDocumentTitle(parent) ? ""
                : child.Title is ['（' or '(', ..] or "" ? child.Title
                : "／" + child.Title,
                _ => ParagraphLabel(child, parent, counts),
            });
        }

        return labels;
    }

    /// <summary>A digit behind a digit needs a space, everything else is cited without one: ７(3)イ(ｱ), 3 1.•2, 2 第3段.</summary>
    public static string Join(string path, string label) =>
        label.Length == 0 ? path
        : label[0] == Whole ? label[1..]
        : path.Length == 0 ? label.TrimStart('／', ' ')
        : (char.IsDigit(path[^1]) || char.IsAsciiLetter(path[^1]) || path[^1] == '.') && char.IsDigit(label[0]) ? $"{path} {label}"
        : path + label;

    /// <summary>The single stated heading that everything stands under, at the top.</summary>
    public static bool IsDocumentTitle(Node node) =>
        node is { Marker: null, StatedLevel: > 0, Parent.Parent: null }
        && node.Parent!.Children.TakeWhile(child => child != node).All(child => child.CountedLabel is not null)
        && node.Parent.Children.Count(child => child.StatedLevel > 0 && child.StatedLevel <= node.StatedLevel) == 1;

    private static int Same(Node parent, string style) => parent.Children.Count(child => child.Marker?.Style == style);

    private static string Counted(string label, Dictionary<string, int> counts, int all, bool onlyIfMany = false)
    {
        var n = counts[label] = counts.GetValueOrDefault(label) + 1;
        if (all == 1 && (onlyIfMany || label == "※")) return onlyIfMany ? "" : label;
        return $"{label}{n}";
    }

    private static string Printed(Marker marker, Node child, Node parent, IReadOnlyList<Block> blocks)
    {
        var twice =
            parent.Children.Count(other =>
                other.Marker is { } m && m.Style == marker.Style && m.Ordinal == marker.Ordinal && m.Label == marker.Label
            ) > 1;
        if (
            marker.Style.StartsWith("N-", StringComparison.Ordinal)
            && parent.Marker is { } above
            && DisplayText.Fold(marker.Label).StartsWith(DisplayText.Fold(above.Label).TrimEnd('.'), StringComparison.Ordinal)
        )
            return Whole + marker.Label;
        if (!twice) return marker.Label;
        var text = Outline.Unmarked(blocks[child.Blocks[^1]].Text);
        var bracket = Math.Max(text.LastIndexOf('('), text.LastIndexOf('（'));
        return bracket > 0 && text[^1] is ')' or '）' ? marker.Label + text[bracket..] : marker.Label;
    }

    private static string ParagraphLabel(Node child, Node parent, Dictionary<string, int> counts)
    {
        var isRoot = parent.Parent is null || IsDocumentTitle(parent);
        var siblings = parent
            .Children.Where(other => other is { Marker: null, IsTable: false, IsHeading: false, CountedLabel: null })
            .ToList();
        var firstPart = isRoot ? parent.Children.FindIndex(other => other.Marker is not null || other.IsHeading) : -1;
        var inPreamble = isRoot && (firstPart < 0 || parent.Children.IndexOf(child) < firstPart);
        if (isRoot) siblings = siblings.FindAll(other => inPreamble == (firstPart < 0 || parent.Children.IndexOf(other) < firstPart));
        var name = !isRoot ? "" : inPreamble ? firstPart < 0 ? "" : "前文" : "末尾";
        var n = counts[name + "段"] = counts.GetValueOrDefault(name + "段") + 1;
        return siblings.Count == 1 ? name : $"{name} 第{n}段".TrimStart(name.Length > 0 ? '\0' : '\u0001');
    }
}
