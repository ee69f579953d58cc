using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// The signs by which a cry for help is told from a post, and one kind of trouble from another (signs.yaml): who is meant, what was seen,
/// when, a plea, the voice of a colleague; against the voice of an announcement. They say what is in a text, not what it is: that is
/// learned.
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
    public Seen In(AlarmText text)
    {
        var kinds = Kinds(text);
        var found = new List<(string Name, double Value)>
        {
            ("names", kinds.Max(kind => kind.Names)),
            ("seen", Math.Min(MostCounted, kinds.Max(kind => kind.Seen))),
            ("kinds", Math.Min(MostCounted, kinds.Count(kind => kind.Names > 0))),
            ("nothing", kinds.All(kind => kind is { Names: 0, Seen: 0 }) ? 1 : 0),
            ("english", text.IsEnglish ? 1 : 0),
            ("terse", text.Folded.Length <= 20 ? 1 : 0),
            ("long", text.Folded.Length > 0 ? Math.Max(0, Math.Log2(text.Folded.Length / 60d)) : 0),
            ("lines", Math.Min(MostCounted, text.Folded.Count(c => c == '\n'))),
        };
        found.AddRange(kinds.Select(kind => (NameOf(kind.Kind), (double)kind.Names)));
        found.AddRange(kinds.Select(kind => (SeenOf(kind.Kind), (double)kind.Seen)));
        var spoken = voices.Select(voice => (voice.Name, Value: (double)Count(voice.Patterns, text))).ToList();
        found.AddRange(spoken);
        found.RemoveAll(sign => sign.Value == 0);
        return new(found, called.IsMatch(text.Folded), spoken.Any(voice => voice.Value > 0 && announcing.Contains(voice.Name)));
    }

    private static string NameOf(TroubleKind kind) => $"{kind.Word()}.names";

    internal static string SeenOf(TroubleKind kind) => $"{kind.Word()}.seen";

    private List<(TroubleKind Kind, int Names, int Seen)> Kinds(AlarmText text) =>
        [.. troubles.Select(trouble => (trouble.Kind, Count(trouble.Names, text), Count(trouble.Seen, text)))];

    private static int Count(Regex[] patterns, AlarmText text) =>
        Math.Min(MostCounted, patterns.Count(pattern => pattern.IsMatch(text.Folded)));

    private static Regex[] Patterns(IEnumerable<string> patterns) =>
        [
            .. patterns.Select(pattern => new Regex(
                pattern,
                RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )),
        ];

    private static SignsFile Read()
    {
        using var stream = typeof(AlarmSigns).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Alarms.signs.yaml")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<SignsFile>(text);
    }

    /// <param name="All">The signs that were found, with how strongly.</param>
    /// <param name="IsCalledByName">A trouble is called by its own name, so that no other sign of it is needed.</param>
    /// <param name="Announces">Something in it is said as one speaks to the public.</param>
    public sealed record Seen(IReadOnlyList<(string Name, double Value)> All, bool IsCalledByName, bool Announces)
    {
        /// <summary>A word that names this trouble, or its very act, is in the text.</summary>
        public bool IsNamed(TroubleKind kind) => Has(NameOf(kind));

        /// <summary>Something in the text speaks for this trouble: its name, or what people see of it.</summary>
        public bool SpeaksFor(TroubleKind kind) => IsNamed(kind) || Has(SeenOf(kind));

        public bool Has(string sign) => All.Any(one => one.Name == sign);
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
