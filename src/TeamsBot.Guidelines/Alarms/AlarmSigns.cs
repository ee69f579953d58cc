using System.Text;
using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Lexicon;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// The signs by which a cry for help is told from a post, and one kind of trouble from another (signs.yaml): who is meant, what was seen, when,
/// a plea, the voice of a colleague; against the voice of an announcement. They say what is in a text, not what it is: weights do that.
/// </summary>
internal sealed class AlarmSigns
{
    /// <summary>A third pattern of one sign says no more than two.</summary>
    private const int MostCounted = 2;

    private readonly IReadOnlyList<(TroubleKind Kind, Regex[] Names, Regex[] Seen)> troubles;

    private readonly IReadOnlyList<(string Name, Regex[] Patterns)> voices;

    private readonly Regex called;

    private readonly HashSet<string> announcing;

    private AlarmSigns(SignsFile file)
    {
        troubles = [.. file.Trouble.Select(row => (TroubleKinds.Parse(row.Key), Patterns(row.Value.Names), Patterns(row.Value.Seen)))];
        called = Patterns([string.Join('|', file.Called)])[0];
        announcing = [.. file.Announcement.Keys];
        voices = [.. file.Insider.Concat(file.Announcement).Select(row => (row.Key, Patterns(row.Value)))];
    }

    public static AlarmSigns Default { get; } = new(Read());

    /// <summary>What is in the text, by name.</summary>
    public IReadOnlyList<(string Name, double Value)> In(AlarmText text)
    {
        var kinds = Kinds(text);
        var found = new List<(string Name, double Value)>
        {
            ("bias", 1),
            ("names", kinds.Max(kind => kind.Names)),
            ("seen", Math.Min(MostCounted, kinds.Max(kind => kind.Seen))),
            ("kinds", Math.Min(MostCounted, kinds.Count(kind => kind.Names > 0))),
            ("nothing", kinds.All(kind => kind is { Names: 0, Seen: 0 }) ? 1 : 0),
            ("english", text.IsEnglish ? 1 : 0),
            ("terse", text.Folded.Length <= 20 ? 1 : 0),
            ("long", Math.Max(0, Math.Log2(text.Folded.Length / 60d))),
            ("lines", Math.Min(MostCounted, text.Folded.Count(c => c == '\n'))),
        };
        found.AddRange(kinds.Where(kind => kind.Names > 0).Select(kind => ($"kind.{kind.Kind.Word()}", 1d)));
        found.AddRange(voices.Select(voice => (voice.Name, (double)Count(voice.Patterns, text))));
        found.RemoveAll(sign => sign.Value == 0);
        return found;
    }

    /// <summary>Whether the trouble is called by its own name, so that no other sign of it is needed.</summary>
    public bool IsCalledByName(AlarmText text) => called.IsMatch(text.Folded);

    /// <summary>Whether anything in it is said as one speaks to the public.</summary>
    public bool Announces(IEnumerable<(string Name, double Value)> signs) => signs.Any(sign => announcing.Contains(sign.Name));

    /// <summary>The kinds of trouble the text has signs of, the likeliest first.</summary>
    public IReadOnlyList<TroubleKind> Likeliest(AlarmText text) =>
        [.. Kinds(text).Where(kind => kind.Names + kind.Seen > 0).OrderByDescending(kind => (2 * kind.Names) + kind.Seen).Select(kind => kind.Kind)];

    private List<(TroubleKind Kind, int Names, int Seen)> Kinds(AlarmText text) =>
        [.. troubles.Select(trouble => (trouble.Kind, Count(trouble.Names, text), Count(trouble.Seen, text)))];

    private static int Count(Regex[] patterns, AlarmText text) => Math.Min(MostCounted, patterns.Count(pattern => pattern.IsMatch(text.Folded)));

    private static Regex[] Patterns(IEnumerable<string> patterns) =>
        [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];

    private static SignsFile Read()
    {
        using var stream = typeof(AlarmSigns).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Alarms.signs.yaml")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<SignsFile>(text);
    }

    private sealed class SignsFile
    {
        public Dictionary<string, TroubleSigns> Trouble { get; set; } = [];

        public List<string> Called { get; set; } = [];

        public Dictionary<string, List<string>> Insider { get; set; } = [];

        public Dictionary<string, List<string>> Announcement { get; set; } = [];
    }

    /// <summary>Words that name the trouble or its very act, and what else people see of it.</summary>
    private sealed class TroubleSigns
    {
        public List<string> Names { get; set; } = [];

        public List<string> Seen { get; set; } = [];
    }
}

/// <summary>A text in the form the signs are looked for in: compatibility width, lower case, its lines kept.</summary>
internal readonly record struct AlarmText(string Folded, bool IsEnglish)
{
    public static AlarmText Of(string text)
    {
        var folded = SearchText.Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Trim();
        return new(folded, !folded.Any(c => SearchText.IsHiragana(c) || SearchText.IsKatakana(c) || SearchText.IsKanji(c)));
    }
}
