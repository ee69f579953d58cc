using System.Reflection;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Words;

/// <summary>
/// All word lists and phrases that come with the program, in one index: a draft is read once, however many rules and words there are.
/// Immutable after construction; a rule finds its set by its id.
/// </summary>
internal sealed class PhraseBook
{
    private static readonly Lazy<PhraseBook> Shipped = new(Load);
    private readonly Dictionary<string, PhraseSet> sets = new(StringComparer.Ordinal);
    private readonly List<(string Word, WordRef Where)> words = [];
    private readonly Lazy<WordIndex<WordRef>> index;
    private readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);
    private readonly Dictionary<(string RuleId, string List), int> named = [];
    private readonly Dictionary<int, IReadOnlyList<ListedWord>> known = [];
    private int lists;

    private PhraseBook() => index = new Lazy<WordIndex<WordRef>>(() => new WordIndex<WordRef>(words));

    public static PhraseBook Embedded => Shipped.Value;

    public IEnumerable<PhraseSet> Sets => sets.Values;

    public PhraseSet Of(string ruleId) => sets[ruleId];

    /// <summary>The numbers of a rule's named lists, for rules whose judgement does not fit into phrases.</summary>
    public IEnumerable<int> Lists(string ruleId, params IReadOnlyList<string> names) => names.Select(name => named[(ruleId, name)]);

    /// <summary>Reads phrases from memory; for tests of the phrase language.</summary>
    public static PhraseBook Parse(string name, string yaml)
    {
        var book = new PhraseBook();
        book.Add(name, new StringReader(yaml));
        return book;
    }

    public PhraseHits Scan(DraftText draft)
    {
        var hits = new PhraseHits(draft, lists);
        foreach (var (start, length, where) in index.Value.Find(draft.Normal))
        {
            if (where.Opens && !Scripts.Changes(draft.Normal, start)) continue;
            if (where.Closes && !Scripts.Changes(draft.Normal, start + length)) continue;
            if (draft.InUrl(start)) continue;
            hits.Add(where.List, new Piece(start, start + length));
        }

        return hits;
    }

    private void Add(string name, TextReader reader)
    {
        var file = new PhraseFile(name, shared, known, AddList);
        var set = file.Read(reader);
        sets.Add(set.RuleId, set);
        foreach (var (list, number) in file.Lists) named.Add((set.RuleId, list), number);
    }

    private int AddList(IReadOnlyList<ListedWord> list)
    {
        foreach (var word in list) words.Add((word.Text, new WordRef(lists, word.Opens, word.Closes)));
        return lists++;
    }

    private static PhraseBook Load()
    {
        var book = new PhraseBook();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("phrases/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            book.Add(resource["phrases/".Length..], reader);
        }

        return book;
    }

    private readonly record struct WordRef(int List, bool Opens, bool Closes);
}
