using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace TeamsBot.Checks.Words;

/// <summary>
/// Reads one <c>Words/*.yml</c>: where the words come from, word lists (words parted by white space), and phrases over them. A phrase is
/// written as steps parted by spaces: <c>{list}</c>, a word, <c>{list}?</c>; <c>~6</c> allows six characters in between, <c>-6</c> the same
/// but no 、. A list may take in the words of one read before it: <c>@list</c>. A mistake stops the program with file and line, because a
/// silently missing list is a check that never fires.
/// </summary>
/// <remarks>Lists of a file whose name starts with _ are shared: every later file may use them.</remarks>
internal sealed class PhraseFile(
    string file,
    Dictionary<string, int> shared,
    Dictionary<int, IReadOnlyList<ListedWord>> known,
    Func<IReadOnlyList<ListedWord>, int> addList
)
{
    private readonly Dictionary<string, int> lists = file.StartsWith('_') ? shared : new(shared, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Lists => lists;

    public PhraseSet Read(TextReader reader)
    {
        var stream = new YamlStream();
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        foreach (var (name, words) in Entries(root, "lists")) lists[name] = Remember(Words(words));
        var say = Text(root, "say") ?? "「{0}」の言い方を確かめてください。";
        var instead = Text(root, "instead");
        var quoted = Text(root, "quoted");
        var (clears, next, text) = (Named(root, "clear"), Named(root, "clear_next"), Named(root, "clear_text"));
        var phrases = new List<Phrase>();
        foreach (var node in root.Children.TryGetValue(new YamlScalarNode("phrases"), out var listed) ? (YamlSequenceNode)listed : [])
        {
            var item = (YamlMappingNode)node;
            foreach (var find in Finds(item))
            {
                phrases.Add(new Phrase(
                    Steps(find, item),
                    [.. clears, .. Named(item, "clear")],
                    [.. next, .. Named(item, "clear_next")],
                    [.. text, .. Named(item, "clear_text")],
                    Named(item, "wants"),
                    (Text(item, "quoted") ?? quoted) == "skip",
                    Level(item),
                    Text(item, "say") ?? say,
                    Text(item, "instead") ?? instead,
                    Text(item, "replace"),
                    Text(item, "mark") ?? ""));
            }
        }

        var names = Text(root, "names") is { } official ? addList(Split(official)) : -1;
        return new PhraseSet(
            Path.GetFileNameWithoutExtension(file),
            Text(root, "source") ?? throw Wrong(root, "source is missing"),
            phrases,
            names
        );
    }

    private static IEnumerable<string> Finds(YamlMappingNode item) => item.Children[new YamlScalarNode("find")] switch
    {
        YamlSequenceNode several => several.Select(node => ((YamlScalarNode)node).Value!),
        var one => [((YamlScalarNode)one).Value!],
    };

    private List<PhraseStep> Steps(string find, YamlNode at)
    {
        var steps = new List<PhraseStep>();
        var (gap, commas) = (0, true);
        var spaced = find.Replace("{", " {", StringComparison.Ordinal)
            .Replace("}", "} ", StringComparison.Ordinal)
            .Replace("} ?", "}? ", StringComparison.Ordinal);
        foreach (var token in spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token[0] is '~' or '-' && int.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var width))
            {
                (gap, commas) = (width, token[0] == '~');
                continue;
            }

            var optional = token.EndsWith("}?", StringComparison.Ordinal);
            if (token[0] != '{' && token[^1] == '?') throw Wrong(at, $"'{token}': only a list in braces may be optional");
            if (token[0] != '{' && Spellings.MayBeEmpty(token))
                throw Wrong(at, $"'{token}' may stand for nothing; make it part of a word or a list with ?");
            var list = token[0] == '{' ? List(token.Trim('?').Trim('{', '}'), at) : addList([.. Spellings.Of(token)]);
            steps.Add(new PhraseStep(list, gap, optional, commas));
            (gap, commas) = (0, true);
        }

        return steps.Count > 0 && !steps[0].Optional ? steps : throw Wrong(at, $"'{find}' does not start with words to find");
    }

    private List<ListedWord> Words(YamlNode node) =>
        [.. Parts(((YamlScalarNode)node).Value!).SelectMany(word => word[0] == '@' ? known[List(word[1..], node)] : Spellings.Of(word))];

    private static List<ListedWord> Split(string words) => [.. Parts(words).SelectMany(Spellings.Of)];

    private static string[] Parts(string words) => words.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private int Remember(List<ListedWord> words)
    {
        var number = addList(words);
        known[number] = words;
        return number;
    }

    private static IEnumerable<(string Name, YamlNode Value)> Entries(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var found)
            ? ((YamlMappingNode)found).Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value))
            : [];

    private IReadOnlyList<int> Named(YamlMappingNode node, string key) =>
        Text(node, key) is { } names ? [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => List(name, node))] : [];

    private int List(string name, YamlNode at) =>
        lists.TryGetValue(name, out var list) ? list : throw Wrong(at, $"there is no list '{name}'");

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? ((YamlScalarNode)value).Value : null;

    private Severity? Level(YamlMappingNode item) =>
        Text(item, "severity") is not { } word ? null
        : Enum.TryParse<Severity>(word, ignoreCase: true, out var level) ? level
        : throw Wrong(item, $"'{word}' is no severity");

    private FormatException Wrong(YamlNode at, string why) => new($"{file}, line {at.Start.Line}: {why}.");
}
