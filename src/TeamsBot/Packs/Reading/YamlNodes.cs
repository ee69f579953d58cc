using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TeamsBot.Packs.Reading;

/// <summary>Reads a YAML file into nodes with places. Whether the content makes sense is not its business.</summary>
internal static class YamlNodes
{
    /// <summary>
    /// The root mapping, or null with the problem noted: unreadable file, broken YAML, a key given twice, no mapping at the top.
    /// </summary>
    public static MapNode? Read(string file, ProblemList problems)
    {
        try
        {
            using var text = File.OpenText(file);
            return Read(text, file, problems);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            problems.Add(
                new(file, 0, 0),
                "-",
                "ファイルを読めません。場所と権限を確認してください。",
                "The file cannot be read; check its place and its permissions."
            );
            return null;
        }
    }

    public static MapNode? Read(TextReader text, string file, ProblemList problems)
    {
        var stream = new YamlStream();
        var parser = new Parser(text);
        try
        {
            stream.Load(parser);
        }
        catch (YamlException broken)
        {
            return Refuse(problems, PlaceOf(file, broken.End), broken.InnerException?.Message ?? broken.Message);
        }
        catch (InvalidOperationException broken)
        {
            // The scanner of YamlDotNet 16.3.0 throws this instead, for example at "a: [b" followed by "c: d"; the last event it read says
            // about where.
            return Refuse(problems, PlaceOf(file, parser.Current?.End ?? Mark.Empty), broken.Message);
        }

        if (stream.Documents is [var document] && document.RootNode is YamlMappingNode root) return (MapNode)Convert(root, file);
        problems.Add(new(file, 1, 1), "-", "「項目: 値」の形の文書が一つ必要です。", "Exactly one document of the form 'field: value' is needed.");
        return null;
    }

    private static MapNode? Refuse(ProblemList problems, Place place, string reason)
    {
        problems.Add(
            place, "-",
            $"YAMLとして読めません（{reason}）。字下げ、引用符、括弧の閉じ忘れ、同じ項目の重複を確認してください。",
            $"This is not valid YAML ({reason}). Check indentation, quotes, unclosed brackets and duplicate keys.");
        return null;
    }

    private static DataNode Convert(YamlNode node, string file) => node switch
    {
        YamlMappingNode map => new MapNode(
            [.. map.Children.Select(entry => new MapEntry(KeyOf(entry.Key), PlaceOf(file, entry.Key.Start), Convert(entry.Value, file)))],
            PlaceOf(file, node.Start)),
        YamlSequenceNode list => new ListNode([.. list.Children.Select(item => Convert(item, file))], PlaceOf(file, node.Start)),
        YamlScalarNode scalar => new ScalarNode(IsNull(scalar) ? null : scalar.Value, PlaceOf(file, node.Start)),
        _ => throw new InvalidOperationException($"YAML node of kind {node.NodeType}."),
    };

    private static string KeyOf(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();

    // Only an unquoted word is null: "null" in quotes is a text.
    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain or ScalarStyle.Any && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL";

    private static Place PlaceOf(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
