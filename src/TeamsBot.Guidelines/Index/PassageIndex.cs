using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// Finds entries by weighted terms. Each entry has fields (its own text, what it stands under, the gists of its clause in two languages),
/// whose counts are added with their weights and then saturated, as BM25F does; rare terms count more. Built once, read by many threads.
/// </summary>
internal sealed partial class PassageIndex
{
    /// <summary>The longest heading, in characters with all below it, that is quoted as one.</summary>
    private const int ShortHeading = 300;

    [GeneratedRegex("^\\S{1,5}[ 　]+(?<term>[^ 　。、]{2,16})[ 　]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExplainedTerm();

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
        foreach (var entry in entries) entry.Source.Entries.Add(entry);
        Build();
    }

    public ConceptLexicon Lexicon { get; }

    public Terms Terms { get; }

    public IReadOnlyList<GuidelineSource> Sources { get; }

    public IReadOnlyList<IndexEntry> Entries { get; }

    public int Count => Entries.Count;

    /// <summary>
    /// The term's weight by rarity; a term that stands nowhere has the highest, so that a question full of such terms finds little of
    /// itself.
    /// </summary>
    public float Rarity(string term) => numbers.TryGetValue(term, out var number) ? rarity[number] : Rarest;

    /// <summary>The rarity of a term that stands nowhere.</summary>
    public float Rarest => MathF.Log(1 + (Entries.Count / 0.5f));

    public bool Knows(string term) => numbers.ContainsKey(term);

    /// <summary>Adds weight times the entry's share of the term to every entry's score.</summary>
    public void Score(string term, float weight, float[] scores)
    {
        if (!numbers.TryGetValue(term, out var number)) return;
        foreach (var (entry, share) in postings[number]) scores[entry] += weight * share;
    }

    /// <summary>How much of a term an entry has, 0 to 1.</summary>
    public float Share(int entry, string term)
    {
        if (!numbers.TryGetValue(term, out var number)) return 0;
        var list = postings[number];
        var (low, high) = (0, list.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Entry == entry) return list[middle].Weight;
            if (list[middle].Entry < entry) low = middle + 1;
            else high = middle - 1;
        }

        return 0;
    }

    private void AddSource(GuidelineSource source, List<IndexEntry> entries)
    {
        var rows = source.Pack?.Clauses ?? [];
        foreach (var passage in source.Document?.Passages ?? [])
        {
            var here = source.Bound.TryGetValue(passage, out var clauses) ? clauses : [];
            if (passage.OwnText.Length == 0 && here.Count == 0) continue;
            foreach (var clause in here.Count == 0 ? [null] : here.Cast<ClauseRow?>()) Add(passage, clause);
        }

        foreach (var row in rows.Where(row => source.Document is null || !source.Bound.Values.Any(here => here.Contains(row))))
            Add(null, row);

        void Add(Passage? passage, ClauseRow? clause)
        {
            var gists = $"{clause?.Gist.Ja} {clause?.Gist.En}";
            var text = SearchText.Of($"{passage?.OwnText} {gists}").Folded;
            entries.Add(new()
            {
                Number = entries.Count,
                Source = source,
                Passage = passage,
                Clause = clause,
                Subjects = SubjectsOf(passage, clause),
                Text = text,
                OnlyDefines = AnswerSigns.OnlyDefines(text),
                Shown =
                    passage is { Kind: PassageKind.Heading } && passage.Text.Length <= ShortHeading
                        ? SearchText.Of($"{passage.Text} {gists}").Folded
                        : text,
                Term = passage is null ? "" : SearchText.Of(ExplainedTerm().Match(passage.OwnText).Groups["term"].Value).Folded,
            });
        }
    }

    private HashSet<int> SubjectsOf(Passage? passage, ClauseRow? clause)
    {
        var hits = new List<ConceptHit>();
        if (passage is not null)
        {
            Lexicon.Find(SearchText.Of(passage.OwnText[..Math.Min(16, passage.OwnText.Length)]), kana: false, hits);
            if (passage.Headings.Count > 0) Lexicon.Find(SearchText.Of(passage.Headings[^1]), kana: false, hits);
        }
        else if (clause is not null) Lexicon.Find(SearchText.Of(clause.Gist.Ja[..Math.Min(10, clause.Gist.Ja.Length)]), kana: false, hits);

        return [.. hits.Select(hit => hit.Concept)];
    }

    private void Build()
    {
        var counts = new List<Dictionary<string, float>>(Entries.Count);
        var usual = (float)
            Entries.Select(entry => entry.Passage?.OwnText.Length ?? 0).Where(length => length > 0).DefaultIfEmpty(1).Average();
        var shared = new Dictionary<string, Dictionary<string, float>>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            var terms = new Dictionary<string, float>(StringComparer.Ordinal);
            if (entry.Passage is { } passage)
            {
                // Only a passage's own text can be too long; what stands above it and our own words about it are short for every clause.
                Mix(
                    terms,
                    TermsOf(passage.OwnText),
                    Weights.OwnText / (1 - Weights.LengthPart + (Weights.LengthPart * passage.OwnText.Length / usual))
                );
                foreach (var heading in passage.Headings)
                    Mix(terms, TermsOf(heading), passage.OwnText.Contains(heading, StringComparison.Ordinal) ? 0.1f : Weights.Headings);
                if (passage.Parent is { Kind: PassageKind.Item } lead) Mix(terms, TermsOf(lead.OwnText), Weights.Lead);
            }

            if (entry.Clause is { } clause)
            {
                Mix(terms, TermsOf(clause.Gist.Ja), Weights.Gist);
                Mix(terms, TermsOf(clause.Gist.En), Weights.Gist);
                Mix(terms, TermsOf(clause.Ask.Ja), Weights.Ask);
                Mix(terms, TermsOf(clause.Ask.En), Weights.Ask);
            }

            counts.Add(terms);
        }

        Fill(counts);

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

    private void Fill(List<Dictionary<string, float>> counts)
    {
        var lists = new List<List<(int, float)>>();
        for (var entry = 0; entry < counts.Count; entry++)
        {
            foreach (var (term, count) in counts[entry])
            {
                if (!numbers.TryGetValue(term, out var number))
                {
                    numbers[term] = number = lists.Count;
                    lists.Add([]);
                }

                lists[number].Add((entry, count / (count + Weights.Saturation)));
            }
        }

        foreach (var list in lists)
        {
            postings.Add([.. list]);
            rarity.Add(MathF.Log(1 + ((counts.Count - list.Count + 0.5f) / (list.Count + 0.5f))));
        }
    }
}
