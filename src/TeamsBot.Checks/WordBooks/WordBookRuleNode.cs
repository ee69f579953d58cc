using System.Globalization;
using TeamsBot.Checks.Context;
using YamlDotNet.RepresentationModel;

namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// One rule of a word book file: every field checked, problems noted with line and field, and the entry made when enough is left.
/// </summary>
internal sealed class WordBookRuleNode(string file, YamlNode node, List<WordBookProblem> problems)
{
    private static readonly HashSet<string> Known = new(
        [
            "expected", "pattern", "patterns", "regexpMustEmpty", "options", "specs", "prh", "note", "kind", "severity", "clause",
            "clauses", "except", "id",
        ],
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, WordKind> Kinds = new(StringComparer.Ordinal)
    {
        ["wording"] = WordKind.Wording, ["official-name"] = WordKind.OfficialName, ["typo"] = WordKind.Typo,
        ["rights"] = WordKind.Rights, ["internal"] = WordKind.Internal, ["public-order"] = WordKind.PublicOrder,
    };

    public WordEntry? Read(int number)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } word })
            return new WordEntry(Id(number), [word], word) { Severity = WordEntry.UsualSeverity(WordKind.Wording) };
        if (node is not YamlMappingNode rule)
        {
            Wrong(node, "rules", "語か、expected と pattern の組を書いてください。");
            return null;
        }

        foreach (var key in rule.Children.Keys.OfType<YamlScalarNode>().Where(key => !Known.Contains(key.Value ?? "")))
            Wrong(key, key.Value ?? "", "この項目は使えません。");
        var expected = Text(rule, "expected");
        var (words, patterns) = Spellings(rule);
        if (words.Count == 0 && patterns.Count == 0)
        {
            if (rule.Children.Keys.Any(key => key is YamlScalarNode { Value: "pattern" or "patterns" })) return null;
            if (string.IsNullOrEmpty(expected))
            {
                Wrong(rule, "expected", "正しい書き方がありません。");
                return null;
            }

            words.Add(expected);
        }

        var kind = Kind(rule);
        var entry = new WordEntry(Text(rule, "id") ?? Id(number), words, expected)
        {
            Kind = kind,
            Patterns = patterns,
            Except = Many(rule, "except"),
            WordBoundary =
                rule.Children.TryGetValue(new YamlScalarNode("options"), out var options)
                && options is YamlMappingNode map
                && Text(map, "wordBoundary") == "true",
            MustBeEmpty = Text(rule, "regexpMustEmpty"),
            Note = Text(rule, "prh") ?? Text(rule, "note"),
            Severity = Level(rule) ?? WordEntry.UsualSeverity(kind),
            Clauses = [.. Many(rule, "clause"), .. Many(rule, "clauses")],
        };
        Specs(rule, entry);
        return entry;
    }

    private (List<string> Words, List<GuardedPattern> Patterns) Spellings(YamlMappingNode rule)
    {
        var (words, patterns) = (new List<string>(), new List<GuardedPattern>());
        foreach (var field in (string[])["pattern", "patterns"])
        {
            foreach (var spelling in Nodes(rule, field))
            {
                var written = spelling.Value ?? "";
                if (JavaScriptPattern.Parse(written) is not { } pattern)
                {
                    if (written.Length > 0) words.Add(written);
                    else Wrong(spelling, field, "空の語です。");
                    continue;
                }

                var verdict = PatternGuard.Admit(pattern.Source, pattern.IgnoreCase);
                if (verdict.Pattern is { } admitted) patterns.Add(admitted);
                else Wrong(spelling, field, verdict.Refusal!);
            }
        }

        return (words, patterns);
    }

    /// <summary>prh's own examples: the entry must turn each from into its to.</summary>
    private void Specs(YamlMappingNode rule, WordEntry entry)
    {
        if (!rule.Children.TryGetValue(new YamlScalarNode("specs"), out var specs) || specs is not YamlSequenceNode list) return;
        foreach (var spec in list.OfType<YamlMappingNode>())
        {
            if (Text(spec, "from") is not { } from || Text(spec, "to") is not { } to) Wrong(spec, "specs", "from と to を書いてください。");
            else if (WordBookMatch.Rewrite(from, entry) is var made && made != to)
                Wrong(spec, "specs", $"「{from}」は「{to}」になるはずですが、「{made}」になります。");
        }
    }

    private WordKind Kind(YamlMappingNode rule)
    {
        if (Text(rule, "kind") is not { } written) return WordKind.Wording;
        if (Kinds.TryGetValue(written, out var kind)) return kind;
        Wrong(rule.Children[new YamlScalarNode("kind")], "kind", $"「{written}」は使えません。{string.Join("、", Kinds.Keys)} のどれかを書いてください。");
        return WordKind.Wording;
    }

    private Severity? Level(YamlMappingNode rule)
    {
        if (Text(rule, "severity") is not { } written) return null;
        if (Enum.TryParse<Severity>(written, ignoreCase: true, out var level) && !char.IsAsciiDigit(written[0])) return level;
        Wrong(rule.Children[new YamlScalarNode("severity")], "severity", $"「{written}」は使えません。hint、warn、block、stop のどれかを書いてください。");
        return null;
    }

    private static IReadOnlyList<string> Many(YamlMappingNode rule, string field) =>
        [.. Nodes(rule, field).Select(value => value.Value ?? "").Where(value => value.Length > 0)];

    private static IEnumerable<YamlScalarNode> Nodes(YamlMappingNode rule, string field) =>
        !rule.Children.TryGetValue(new YamlScalarNode(field), out var value) ? []
        : value is YamlSequenceNode list ? list.OfType<YamlScalarNode>()
        : value is YamlScalarNode one ? [one] : [];

    private static string? Text(YamlMappingNode node, string field) =>
        node.Children.TryGetValue(new YamlScalarNode(field), out var value) ? (value as YamlScalarNode)?.Value : null;

    private string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{number}");

    private void Wrong(YamlNode at, string field, string message) => problems.Add(new WordBookProblem(file, at.Start.Line, field, message));
}
