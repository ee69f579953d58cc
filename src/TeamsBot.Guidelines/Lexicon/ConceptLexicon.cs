using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TeamsBot.Guidelines.Lexicon;

/// <summary>The ideas that questions and guidelines share, with the words for them in both languages. Data, not code: concepts.yaml.</summary>
internal sealed class ConceptLexicon
{
    private readonly JapaneseForms written = new();
    private readonly JapaneseForms spoken = new();
    private readonly Dictionary<string, List<(string[] Stems, int Concept)>> english = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<int[]> near = [];
    private readonly HashSet<int> anchors = [], asking = [], entities = [], elsewhere = [];

    private ConceptLexicon(Dictionary<string, Entry> entries)
    {
        names.AddRange(entries.Keys);
        var numbers = names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        foreach (var (name, entry) in entries)
        {
            var concept = numbers[name];
            if (entry.Anchor) anchors.Add(concept);
            if (entry.Asking) asking.Add(concept);
            if (entry.Entity) entities.Add(concept);
            if (entry.Elsewhere) elsewhere.Add(concept);
            foreach (var form in entry.Ja) written.Add(form, concept);
            foreach (var form in entry.Kana) spoken.Add(form, concept);
            foreach (var form in entry.En) AddEnglish(form, concept);
            near.Add([.. entry.Near.Select(other => numbers.TryGetValue(other, out var known) ? known : throw new InvalidDataException($"concepts.yaml: {name} is near '{other}', which is no concept"))]);
        }
    }

    public static ConceptLexicon Default { get; } = LoadEmbedded();

    public int Count => names.Count;

    public string Name(int concept) => names[concept];

    public IReadOnlyList<int> Near(int concept) => near[concept];

    /// <summary>Whether only a question about these guidelines' matters would use it.</summary>
    public bool IsAnchor(int concept) => anchors.Contains(concept);

    /// <summary>Whether it only says what kind of answer is wanted.</summary>
    public bool IsAsking(int concept) => asking.Contains(concept);

    /// <summary>Whether it is a thing by its name, such as a platform.</summary>
    public bool IsEntity(int concept) => entities.Contains(concept);

    /// <summary>Whether it is a matter that other desks handle.</summary>
    public bool IsElsewhere(int concept) => elsewhere.Contains(concept);

    /// <summary>The stems that some English form is made of: a word among them is known even where no document uses it.</summary>
    public HashSet<string> EnglishStems { get; } = new(StringComparer.Ordinal);

    public static ConceptLexicon Load(TextReader yaml)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return new(reader.Deserialize<Dictionary<string, Entry>>(yaml));
    }

    /// <summary>Concepts in a text with the stretch of it they cover. <paramref name="kana"/>: the text was typed without kanji, so readings count.</summary>
    public void Find(SearchText text, bool kana, List<ConceptHit> hits)
    {
        written.Find(text, hits, strict: true);
        if (kana) spoken.Find(text, hits, strict: false);
    }

    /// <summary>Concepts in the words of an English text; start and end are word numbers. The media of "social media" are no media of their own.</summary>
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

        hits.RemoveAll(inner => hits.Exists(outer => outer.Start <= inner.Start && outer.End >= inner.End && outer.End - outer.Start > inner.End - inner.Start));
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
        using var yaml = new StreamReader(typeof(ConceptLexicon).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Lexicon.concepts.yaml")
            ?? throw new InvalidOperationException("concepts.yaml is not embedded."));
        return Load(yaml);
    }

    internal sealed class Entry
    {
        public List<string> Ja { get; set; } = [];

        public List<string> En { get; set; } = [];

        public List<string> Kana { get; set; } = [];

        public List<string> Near { get; set; } = [];

        public bool Anchor { get; set; }

        public bool Asking { get; set; }

        public bool Entity { get; set; }

        public bool Elsewhere { get; set; }
    }
}

/// <summary>One idea found at one place of a text.</summary>
internal readonly record struct ConceptHit(int Concept, int Start, int End);
