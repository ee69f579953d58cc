using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TeamsBot.Guidelines.Lexicon;

/// <summary>
/// The ideas that questions and guidelines share, with the words for them in both languages. Data, not code: concepts.yaml.
/// </summary>
internal sealed class ConceptLexicon
{
    /// <summary>How a Japanese sentence says that something is left out.</summary>
    private static readonly string[] Lacking =
    [
        "なし", "ナシ", "無し", "なく", "抜き", "不要", "を取らず", "をとらず", "をもらわず", "を得ず", "を経ず", "を受けず", "を待たず", "がなくて", "は要らない", "はいらない",
    ];

    private readonly JapaneseForms written = new();
    private readonly JapaneseForms spoken = new();
    private readonly Dictionary<string, List<(string[] Stems, int Concept)>> english = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<(int Concept, float Share)[]> near = [];
    private readonly HashSet<int> anchors = [], asking = [], entities = [], elsewhere = [], platforms = [], ofSns = [];

    private ConceptLexicon(Dictionary<string, Entry> entries)
    {
        names.AddRange(entries.Keys);
        var numbers = names
            .Select((name, number) => (name, number))
            .ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        foreach (var (name, entry) in entries)
        {
            var concept = numbers[name];
            if (entry.Anchor) anchors.Add(concept);
            if (entry.Asking) asking.Add(concept);
            if (entry.Entity) entities.Add(concept);
            if (entry.Elsewhere) elsewhere.Add(concept);
            if (entry.Platform) platforms.Add(concept);
            if (entry.Sns) ofSns.Add(concept);
            foreach (var form in entry.Ja.SelectMany(Spellings.Of).Distinct(StringComparer.Ordinal)) written.Add(form, concept);
            foreach (
                var form in entry
                    .Without.SelectMany(other => entries[other].Ja)
                    .SelectMany(form => Lacking.Select(lacking => form + lacking))
            )
                written.Add(form, concept);
            foreach (var form in entry.Kana) spoken.Add(form, concept);
            foreach (var form in entry.En) AddEnglish(form, concept);
            near.Add([
                .. entry.Opposite.Select(other => (Number(other), Index.Weights.Opposite)),
                .. entry.Near.Except(entry.Opposite, StringComparer.Ordinal).Select(other => (Number(other), Index.Weights.Near)),
            ]);

            int Number(string other) =>
                numbers.TryGetValue(other, out var known)
                    ? known
                    : throw new InvalidDataException($"concepts.yaml: {name} names '{other}', which is no concept");
        }
    }

    public static ConceptLexicon Default { get; } = LoadEmbedded();

    public int Count => names.Count;

    public string Name(int concept) => names[concept];

    /// <summary>Ideas that a question about this one may mean as well, with the share of its weight that they get.</summary>
    public IReadOnlyList<(int Concept, float Share)> Near(int concept) => near[concept];

    /// <summary>Whether only a question about these guidelines' matters would use it.</summary>
    public bool IsAnchor(int concept) => anchors.Contains(concept);

    /// <summary>Whether it only says what kind of answer is wanted.</summary>
    public bool IsAsking(int concept) => asking.Contains(concept);

    /// <summary>Whether it is a thing by its name, such as a platform.</summary>
    public bool IsEntity(int concept) => entities.Contains(concept);

    /// <summary>Whether it is a matter that other desks handle.</summary>
    public bool IsElsewhere(int concept) => elsewhere.Contains(concept);

    /// <summary>Whether it is a place where things are posted.</summary>
    public bool IsPlatform(int concept) => platforms.Contains(concept);

    /// <summary>Whether it is a matter of social media that guidelines leave open.</summary>
    public bool IsOfSns(int concept) => ofSns.Contains(concept);

    /// <summary>The stems that some English form is made of: a word among them is known even where no document uses it.</summary>
    public HashSet<string> EnglishStems { get; } = new(StringComparer.Ordinal);

    public static ConceptLexicon Load(TextReader yaml)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return new(reader.Deserialize<Dictionary<string, Entry>>(yaml));
    }

    /// <summary>
    /// Concepts in a text with the stretch of it they cover. <paramref name="kana"/>: the text was typed without kanji, so readings count.
    /// </summary>
    public void Find(SearchText text, bool kana, List<ConceptHit> hits)
    {
        written.Find(text, hits, strict: true);
        if (kana) spoken.Find(text, hits, strict: false);
    }

    /// <summary>
    /// Concepts in the words of an English text; start and end are word numbers. The media of "social media" are no media of their own.
    /// </summary>
    public void FindEnglish(IReadOnlyList<string> stems, List<ConceptHit> hits)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            if (!english.TryGetValue(stems[i], out var forms)) continue;
            foreach (var (form, concept) in forms)
            {
                if (i + form.Length > stems.Count) continue;
                var k = 1;
                while (k < form.Length && stems[i + k] == form[k]) k++;
                if (k == form.Length) hits.Add(new(concept, i, i + k));
            }
        }

        hits.RemoveAll(inner =>
            hits.Exists(outer => outer.Start <= inner.Start && outer.End >= inner.End && outer.End - outer.Start > inner.End - inner.Start)
        );
    }

    /// <summary>The form a mistyped kana word was meant to be, or null.</summary>
    public string? NearestKana(string word) => spoken.Nearest(word) ?? written.Nearest(word);

    private void AddEnglish(string form, int concept)
    {
        var stems = EnglishWords.Split(SearchText.Of(form).Folded).Select(EnglishWords.Stem).ToArray();
        if (stems.Length == 0) return;
        if (!english.TryGetValue(stems[0], out var forms)) english[stems[0]] = forms = [];
        forms.Add((stems, concept));
        EnglishStems.UnionWith(stems);
    }

    private static ConceptLexicon LoadEmbedded()
    {
        using var yaml = new StreamReader(
            typeof(ConceptLexicon).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Lexicon.concepts.yaml")
                ?? throw new InvalidOperationException("concepts.yaml is not embedded.")
        );
        return Load(yaml);
    }

    internal sealed class Entry
    {
        public List<string> Ja { get; set; } = [];

        public List<string> En { get; set; } = [];

        public List<string> Kana { get; set; } = [];

        public List<string> Near { get; set; } = [];

        public List<string> Opposite { get; set; } = [];

        public List<string> Without { get; set; } = [];

        public bool Anchor { get; set; }

        public bool Asking { get; set; }

        public bool Entity { get; set; }

        public bool Elsewhere { get; set; }

        public bool Platform { get; set; }

        public bool Sns { get; set; }
    }
}

/// <summary>One idea found at one place of a text.</summary>
internal readonly record struct ConceptHit(int Concept, int Start, int End);
