using TeamsBot.Checks.Context;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// What a file gave: the entries that can be used, and every problem with its place. A strict caller refuses a file with problems.
/// </summary>
public sealed record WordBookReading(WordBook Book, IReadOnlyList<WordBookProblem> Problems);

/// <summary>
/// Reads a word book in the dictionary format of prh (version 1: rules with expected, pattern(s), regexpMustEmpty, options.wordBoundary,
/// specs, prh), so that an existing dictionary can be taken over. Our own fields stand beside them: <c>kind</c>, <c>severity</c>,
/// <c>clause</c> (one or several), <c>except</c>. <c>imports</c> are refused: a word book is one file that its organisation owns.
/// <c>facilities</c> stands in the same file and is read by the pack.
/// </summary>
public static class WordBookFile
{
    private static readonly HashSet<string> Known = new(
        ["version", "rules", "imports", "targets", "source", "note", "facilities"],
        StringComparer.Ordinal
    );

    public static WordBookReading Read(string file, TextReader text)
    {
        var problems = new List<WordBookProblem>();
        var entries = new List<WordEntry>();
        if (Root(file, text, problems) is not { } root) return new WordBookReading(WordBook.Empty, problems);
        foreach (var (key, value) in root.Children)
        {
            var name = ((YamlScalarNode)key).Value ?? "";
            if (!Known.Contains(name)) problems.Add(new WordBookProblem(file, key.Start.Line, name, "この項目は使えません。"));
            else if (name == "version" && (value as YamlScalarNode)?.Value != "1")
                problems.Add(new WordBookProblem(file, value.Start.Line, name, "1 と書いてください。"));
            else if (name == "imports")
                problems.Add(
                    new WordBookProblem(
                        file,
                        value.Start.Line,
                        name,
                        "ほかの辞書の読み込みはできません。必要な語をこの辞書に書き写してください。"
                    )
                );
        }

        if (!root.Children.TryGetValue(new YamlScalarNode("rules"), out var rules) || rules is not YamlSequenceNode list)
        {
            problems.Add(new WordBookProblem(file, root.Start.Line, "rules", "語の一覧がありません。"));
            return new WordBookReading(WordBook.Empty, problems);
        }

        foreach (var rule in list)
        {
            if (new WordBookRuleNode(file, rule, problems).Read(entries.Count + 1) is { } entry) entries.Add(entry);
        }

        return new WordBookReading(new WordBook(entries), problems);
    }

    private static YamlMappingNode? Root(string file, TextReader text, List<WordBookProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(text);
            if (
                stream.Documents.Count > 0
                && stream.Documents[0].RootNode is YamlMappingNode root
                && root.Children.Keys.All(key => key is YamlScalarNode)
            )
                return root;
            problems.Add(new WordBookProblem(file, 1, "", "辞書の形になっていません。version と rules を書いてください。"));
        }
        catch (YamlException wrong)
        {
            problems.Add(new WordBookProblem(file, wrong.Start.Line, "", $"YAMLとして読めません（{wrong.Message}）。"));
        }

        return null;
    }
}
