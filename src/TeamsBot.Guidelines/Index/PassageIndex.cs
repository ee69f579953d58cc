using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// Finds entries by weighted terms. Each entry has fields (its own text, what it stands under, the gists of its clause in two languages),
/// whose counts are added with their weights and then saturated, as BM25F does; rare terms count more. Built once, read by many threads.
/// </summary>
internal sealed class PassageIndex
{
    private const float OwnText = 1f, Headings = 0.55f, Lead = 0.4f, Gist = 0.8f, Ask = 1f, Saturation = 0.75f, LengthPart = 0.35f;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<float> rarity = [];
    private readonly List<(int Entry, float Weight)[]> postings = [];

    public PassageIndex(IReadOnlyList<GuidelineSource> sources, ConceptLexicon lexicon)
    {
        Lexicon = lexicon;
        Terms = new(lexicon);
        Sources = sources;
        var entries = new List<IndexEntry>();
        foreach (var source in sources) AddSource(source, entries);
        Entries = entries;
        Build();
    }

    public ConceptLexicon Lexicon { get; }

    public Terms Terms { get; }

    public IReadOnlyList<GuidelineSource> Sources { get; }

    public IReadOnlyList<IndexEntry> Entries { get; }

    public int Count => Entries.Count;

    /// <summary>The term's weight by rarity; a term that stands nowhere has the highest, so that a question full of such terms finds little of itself.</summary>
    public float Rarity(string term) => numbers.TryGetValue(term, out var number) ? rarity[number] : MathF.Log(1 + (Entries.Count / 0.5f));

    public bool Knows(string term) => numbers.ContainsKey(term);

    /// <summary>Adds weight times the entry's share of the term to every entry's score.</summary>
    public void Score(string term, float weight, float[] scores)
    {
        if (!numbers.TryGetValue(term, out var number)) return;
        foreach (var (entry, share) in postings[number]) scores[entry] += weight * share;
    }

    private static void AddSource(GuidelineSource source, List<IndexEntry> entries)
    {
        var rows = source.Pack?.Clauses ?? [];
        foreach (var passage in source.Document?.Passages ?? [])
        {
            var here = source.Bound.TryGetValue(passage, out var clauses) ? clauses : [];
            foreach (var clause in here.Count == 0 ? [null] : here.Cast<ClauseRow?>()) Add(passage, clause);
        }

        foreach (var row in rows.Where(row => source.Document is null || !source.Bound.Values.Any(here => here.Contains(row)))) Add(null, row);

        void Add(Passage? passage, ClauseRow? clause) => entries.Add(new()
        {
            Number = entries.Count, Source = source, Passage = passage, Clause = clause,
            Text = SearchText.Of($"{passage?.OwnText} {clause?.Gist.Ja} {clause?.Gist.En}").Folded,
        });
    }

    private void Build()
    {
        var counts = new List<Dictionary<string, float>>(Entries.Count);
        var lengths = new float[Entries.Count];
        var shared = new Dictionary<string, Dictionary<string, float>>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            var terms = new Dictionary<string, float>(StringComparer.Ordinal);
            if (entry.Passage is { } passage)
            {
                Mix(terms, TermsOf(passage.OwnText), OwnText);
                foreach (var heading in passage.Headings) Mix(terms, TermsOf(heading), passage.OwnText.Contains(heading, StringComparison.Ordinal) ? 0.1f : Headings);
                if (passage.Parent is { Kind: PassageKind.Item } lead) Mix(terms, TermsOf(lead.OwnText), Lead);
                lengths[entry.Number] = passage.OwnText.Length;
            }

            if (entry.Clause is { } clause)
            {
                Mix(terms, TermsOf(clause.Gist.Ja), Gist);
                Mix(terms, TermsOf(clause.Gist.En), Gist);
                Mix(terms, TermsOf(clause.Ask.Ja), Ask);
                Mix(terms, TermsOf(clause.Ask.En), Ask);
                lengths[entry.Number] += entry.Passage is null ? clause.Gist.Ja.Length * 2 : 0;
            }

            counts.Add(terms);
        }

        Fill(counts, lengths);

        Dictionary<string, float> TermsOf(string text)
        {
            if (!shared.TryGetValue(text, out var terms)) Terms.Add(text, 1, shared[text] = terms = new(StringComparer.Ordinal));
            return terms;
        }
    }

    private static void Mix(Dictionary<string, float> into, Dictionary<string, float> terms, float weight)
    {
        foreach (var (term, count) in terms)
        {
            into.TryGetValue(term, out var had);
            into[term] = had + (count * weight);
        }
    }

    private void Fill(List<Dictionary<string, float>> counts, float[] lengths)
    {
        var usual = Math.Max(1, lengths.DefaultIfEmpty(1).Average());
        var lists = new List<List<(int, float)>>();
        for (var entry = 0; entry < counts.Count; entry++)
        {
            var stretch = Saturation * (1 - LengthPart + (LengthPart * lengths[entry] / usual));
            foreach (var (term, count) in counts[entry])
            {
                if (!numbers.TryGetValue(term, out var number))
                {
                    numbers[term] = number = lists.Count;
                    lists.Add([]);
                }

                lists[number].Add((entry, count / (count + stretch)));
            }
        }

        foreach (var list in lists)
        {
            postings.Add([.. list]);
            rarity.Add(MathF.Log(1 + ((counts.Count - list.Count + 0.5f) / (list.Count + 0.5f))));
        }
    }
}
